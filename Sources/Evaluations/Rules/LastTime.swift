package import Kernel
package import ToolRules

/// The finished evaluation of the same tool at the same place that came before.
package struct Round: Hashable, Sendable {
    package let evaluation: ID<Evaluation>
    package let window: Window
    package let agreedOn: Day
    /// The words of the scale then, from the lowest level up.
    package let words: [String]

    package init(evaluation: ID<Evaluation>, window: Window, agreedOn: Day, words: [String]) {
        (self.evaluation, self.window, self.agreedOn, self.words) = (evaluation, window, agreedOn, words)
    }
}

/// What was agreed last time about what a statement continues. It is shown and never counts: who judges either says that
/// it is still true, or judges anew.
package struct LastTime: Hashable, Sendable {
    /// A statement of last time that this one continues.
    package struct Ancestor: Hashable, Sendable {
        package let item: ItemID
        package let number: String
        package let text: String
        /// Nil where nobody judged it.
        package let agreement: Agreement?

        package init(item: ItemID, number: String, text: String, agreement: Agreement?) {
            (self.item, self.number, self.text, self.agreement) = (item, number, text, agreement)
        }
    }

    package let round: Round
    package let likeness: Likeness
    /// One, unless several statements were merged into this one; never none.
    package let ancestors: [Ancestor]

    package init(round: Round, likeness: Likeness, ancestors: [Ancestor]) {
        (self.round, self.likeness, self.ancestors) = (round, likeness, ancestors)
    }

    package var isLeft: Bool { ancestors.contains { $0.agreement?.verdict == .left } }

    /// The level that can still be true: of one statement that was judged, in the same words or reworded, on a scale with
    /// as many levels. A statement that was split or merged is another one, and wants a judgement of its own.
    ///
    /// - Parameter levels: of the scale that is judged by now.
    package func standing(of levels: Int) -> Int? {
        guard likeness.claimsMovement, ancestors.count == 1, round.words.count == levels else { return nil }
        return ancestors[0].agreement?.verdict.level
    }

    /// The reason that goes with it, and below it what was typed. The sentence of an earlier press gives way.
    package func stillTrueReason(on day: Day, adding words: String) -> String {
        let own = words.split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix(Self.opening) }
        let sentence = "\(Self.opening) \(day.long), as agreed in \(round.window.name)."
        return ([sentence] + own.map(String.init)).joined(separator: "\n").trimmed
    }

    /// Whether a judgement says just this: it is still true.
    package func isConfirmed(_ verdict: Verdict?, _ reason: String, of levels: Int) -> Bool {
        guard let level = standing(of: levels) else { return false }
        return verdict == .level(level) && reason.hasPrefix(Self.opening)
    }

    private static let opening = "Still true as of"
}

/// What the statements of one version continue in an older one of the same tool.
package struct Ancestry: Sendable {
    private let old: PublishedTool
    private let lineage: Lineage

    /// - Parameter lineage: the way back to `old`.
    package init(in old: PublishedTool, _ lineage: Lineage) { (self.old, self.lineage) = (old, lineage) }

    /// - Returns: the judged statements of the old version that `item` continues, and how far it may be compared with
    ///   them; nil when it is new.
    package func ancestors(of item: PublishedItem) -> (items: [PublishedItem], likeness: Likeness)? {
        let known = lineage.ancestors(of: item.item.key).compactMap { one in
            old.id(of: one.item).flatMap(old.item).map { (item: $0, likeness: one.likeness) }
        }
        return known.map(\.likeness).min().map { (known.map(\.item), $0) }
    }

    /// - Parameter agreements: of the round, by the statements of the old version.
    /// - Returns: nil when the statement is new.
    package func lastTime(of item: PublishedItem, _ agreements: [ItemID: Agreement], in round: Round) -> LastTime? {
        ancestors(of: item).map { found in
            LastTime(
                round: round, likeness: found.likeness,
                ancestors: found.items.map {
                    LastTime.Ancestor(
                        item: $0.id, number: $0.item.number, text: $0.item.text, agreement: agreements[$0.id])
                })
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
