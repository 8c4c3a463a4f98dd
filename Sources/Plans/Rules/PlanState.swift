/// How far a plan has come.
package enum PlanState: String, Sendable, CaseIterable {
    /// Being written; only those who plan there see it.
    case draft
    /// A draft that was thrown away, which one press brings back; only those who plan there see it.
    case discarded
    /// Waits for approval; nothing in it changes meanwhile.
    case submitted
    /// Approved, and not begun: checks are not due yet.
    case approved
    /// Its checks fall due.
    case live
    /// Its outcomes are met; what keeps them so is looked at now and then.
    case maintained
    /// Ended, readable for good.
    case archived
    /// A newer plan took its place, and the old one stays readable.
    case superseded

    package var name: String {
        switch self {
        case .draft: "Draft"
        case .discarded: "Thrown away"
        case .submitted: "Waits for approval"
        case .approved: "Approved"
        case .live: "Live"
        case .maintained: "Maintained"
        case .archived: "Archived"
        case .superseded: "Superseded"
        }
    }

    /// Whether its checks fall due and are missed.
    package var isAtWork: Bool { self == .live || self == .maintained }

    /// Whether its words may still change.
    package var isWritable: Bool { self == .draft }

    /// Whether everybody who sees the place may read it; before that only those who plan there.
    package var isPublished: Bool { ![.draft, .discarded, .submitted].contains(self) }
}
