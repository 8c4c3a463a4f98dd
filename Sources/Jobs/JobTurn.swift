/// What a job is, as far as it decides whose turn is first and what rests: stored as its number.
package enum JobTurn: Int, Hashable, Sendable, CaseIterable {
    /// Somebody waits for it, such as an invitation.
    case awaitedLetter
    case work
    /// One of many, such as the weekly ones; they give way when the mail server cannot keep up.
    case letterToMany

    package var isLetter: Bool { self != .work }
}
