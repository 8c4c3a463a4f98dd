package import Kernel
package import ToolRules

/// The two who judge. Each judges privately until both reveal.
package enum Side: String, Sendable, CaseIterable {
    case school, liaison

    package var other: Side { self == .school ? .liaison : .school }

    package var name: String { self == .school ? "The school" : "The trust" }
}

/// What was decided about one statement: a level of the tool's scale, or that it is left until next time.
package enum Verdict: Hashable, Sendable {
    /// Counted from 1, the lowest level of the scale.
    case level(Int)
    /// Not judged now and back by itself in the next round: a respectable answer, not a gap.
    case left

    package var level: Int? { if case .level(let level) = self { level } else { nil } }
}

/// One side's judgement of one statement. `version` counts its saves, so that two editors never overwrite each other.
package struct Judgement: Hashable, Sendable {
    package let item: ItemID
    package let side: Side
    /// Nil while only a reason was typed.
    package let verdict: Verdict?
    package let reason: String
    package let version: Int
    package let by: String
    package let at: Instant

    package init(
        item: ItemID, side: Side, verdict: Verdict?, reason: String, version: Int, by: String, at: Instant
    ) {
        self.item = item
        self.side = side
        self.verdict = verdict
        self.reason = reason
        self.version = version
        self.by = by
        self.at = at
    }

    /// Reasons before ratings: a level without a reason is kept, but does not count as judged.
    package var lacksReason: Bool { verdict?.level != nil && reason.isEmpty }

    package var isComplete: Bool { verdict == .left || (verdict != nil && !reason.isEmpty) }
}

extension [Judgement] {
    /// Grows with everything that is judged or judged otherwise; judgements are never taken away.
    package var version: Int { reduce(0) { $0 + $1.version } }
}

/// What was typed about one statement.
package struct JudgementInput: Hashable, Sendable {
    package let item: ItemID
    package let verdict: Verdict?
    package let reason: String
    /// The version that the page showed; 0 when there was none.
    package let version: Int

    /// Long enough for a page of reasons, short enough for one statement.
    package static let longestReason = 10_000

    package init(item: ItemID, verdict: Verdict?, reason: String, version: Int) {
        self.item = item
        self.verdict = verdict
        self.reason = reason
        self.version = version
    }
}
