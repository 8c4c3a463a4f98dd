package import Kernel

/// What is to be true in some time because a priority was worked on.
package struct Outcome: Hashable, Sendable {
    package let id: OutcomeID
    package let horizon: Horizon
    package let words: String
    /// By when; nil when only the horizon says it.
    package let by: Day?
    package let criteria: [Criterion]
    package let version: Int

    package init(id: OutcomeID, horizon: Horizon, words: String, by: Day?, criteria: [Criterion], version: Int) {
        (self.id, self.horizon, self.words, self.by) = (id, horizon, words, by)
        (self.criteria, self.version) = (criteria, version)
    }
}

package enum Horizon: String, Sendable, CaseIterable {
    case short, medium, long

    package var name: String {
        switch self {
        case .short: "Short term"
        case .medium: "Medium term"
        case .long: "Long term"
        }
    }
}

/// By what one will know that an outcome came about; it has a status of its own.
package struct Criterion: Hashable, Sendable {
    package let id: CriterionID
    package let words: String
    package let status: CriterionStatus
    /// Why, in words; never empty when the status is `.cannotBeJudged`.
    package let why: String
    /// The day on which the status was said; nil while nobody has.
    package let judged: Day?
    package let version: Int

    package init(
        id: CriterionID, words: String, status: CriterionStatus, why: String, judged: Day?, version: Int
    ) {
        (self.id, self.words, self.status) = (id, words, status)
        (self.why, self.judged, self.version) = (why, judged, version)
    }

    /// What nobody has said is not the same as "not yet".
    package var standing: String { judged == nil ? "Not said yet" : status.name }
}

package enum CriterionStatus: String, Sendable, CaseIterable {
    case notYet = "not-yet"
    case partly, met
    case cannotBeJudged = "cannot-be-judged"

    package var name: String {
        switch self {
        case .notYet: "Not yet"
        case .partly: "Partly met"
        case .met: "Met"
        case .cannotBeJudged: "Cannot be judged"
        }
    }
}
