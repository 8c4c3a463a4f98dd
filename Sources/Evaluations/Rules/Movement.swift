package import ToolRules

/// How a statement moved from one round to the next.
package enum Movement: Hashable, Sendable {
    /// By how many levels.
    case up(Int)
    case down(Int)
    case same
    /// Judged in one of the two rounds, or in none.
    case notJudged
    /// It continues nothing of the round before.
    case new
    /// Nothing of this round continues it.
    case retired
    case incomparable(Barrier)

    /// Why no movement is claimed although both rounds judged.
    package enum Barrier: Hashable, Sendable, CaseIterable {
        /// The scales have different numbers of levels.
        case scale
        /// The statement was split or merged.
        case statement
    }

    /// How a statement stood in one round: nil verdict where it was not judged.
    package struct Standing: Hashable, Sendable {
        package let verdict: Verdict?
        /// How many levels the scale had.
        package let levels: Int

        package init(_ verdict: Verdict?, of levels: Int) { (self.verdict, self.levels) = (verdict, levels) }
    }

    /// - Parameters:
    ///   - then: nil where the statement was not yet asked.
    ///   - now: nil where it is no longer asked.
    ///   - likeness: of the statement now to the one then.
    package init(from then: Standing?, to now: Standing?, _ likeness: Likeness) {
        guard let now else {
            self = .retired
            return
        }
        guard let then, likeness > .none else {
            self = .new
            return
        }
        self = Self.between(then, now, likeness)
    }

    private static func between(_ then: Standing, _ now: Standing, _ likeness: Likeness) -> Movement {
        guard let before = then.verdict?.level, let after = now.verdict?.level else { return .notJudged }
        guard likeness.claimsMovement else { return .incomparable(.statement) }
        guard then.levels == now.levels else { return .incomparable(.scale) }
        if after == before { return .same }
        return after > before ? .up(after - before) : .down(before - after)
    }

    /// What a list can be narrowed to.
    package enum Kind: String, Sendable, CaseIterable {
        case up, down, same
        case notJudged = "not-judged"
        case new, retired
        case incomparable = "not-comparable"
    }

    package var kind: Kind {
        switch self {
        case .up: .up
        case .down: .down
        case .same: .same
        case .notJudged: .notJudged
        case .new: .new
        case .retired: .retired
        case .incomparable: .incomparable
        }
    }
}
