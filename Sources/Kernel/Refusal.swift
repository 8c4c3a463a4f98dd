/// Why something asked for was not done. Every case carries, or has, a sentence a head teacher understands.
package enum Refusal: Error, Hashable, Sendable {
    /// It does not exist, or this person may not know that it does: the two look the same.
    case notFound
    /// The person may see it but not do this.
    case forbidden(String)
    /// What was typed cannot be taken; each field says why.
    case invalid(FieldErrors)
    /// The thing is no longer in a state in which this can be done.
    case conflict(String)
    /// Somebody else changed it since it was read.
    case stale
    /// Too many tries; wait this many seconds.
    case tooMany(retryAfter: Int)

    package static func invalid(_ field: String, _ sentence: String) -> Refusal {
        .invalid(FieldErrors([(field, sentence)]))
    }

    /// Two did what only one can do, or one built on what the other took away, and no rule of ours had a word for it.
    package static let collided = Refusal.conflict(
        "Somebody else did the same, or took away what this rests on, at the same moment. Look at the page again first."
    )

    package var sentence: String {
        switch self {
        case .notFound: "There is nothing here that you can see."
        case .forbidden(let sentence), .conflict(let sentence): sentence
        case .invalid(let errors): errors.all.map(\.sentence).joined(separator: " ")
        case .stale: "Somebody else changed this while you were working on it."
        case .tooMany(let seconds): "That was too many tries. Wait \(Refusal.minutes(seconds)) and try again."
        }
    }

    /// Rounded up, so that nobody is told to come back too early.
    private static func minutes(_ seconds: Int) -> String {
        seconds <= 60 ? "1 minute" : "\((seconds + 59) / 60) minutes"
    }
}
