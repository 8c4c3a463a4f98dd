package import Kernel
package import ToolRules

/// "Still true", pressed on one statement.
package struct StillTrueInput: Hashable, Sendable {
    package let item: ItemID
    /// Added to the reason; may be empty.
    package let words: String
    /// The version that the page showed; 0 when there was none.
    package let version: Int

    package init(item: ItemID, words: String, version: Int) {
        (self.item, self.words, self.version) = (item, words, version)
    }
}

extension Evaluation {
    /// Judges that what was agreed last time is still true today: its level, with a reason that says so.
    ///
    /// - Parameter last: what was agreed last time about this statement; nil where there is nothing.
    /// - Throws: `conflict` after the reveal, or where no level of last time could still be true; `notFound`; `invalid`
    ///   for words that are too long.
    package func confirming(
        _ input: StillTrueInput, last: LastTime?, on day: Day, by permit: MayJudge
    ) throws -> JudgementRecorded {
        guard items.contains(input.item) else { throw Refusal.notFound }
        guard let last, let level = last.standing(of: levels) else {
            throw Refusal.conflict("Last time gave this statement no level that could still be true. Judge it anew.")
        }
        let reason = last.stillTrueReason(on: day, adding: input.words)
        return try recording(
            JudgementInput(item: input.item, verdict: .level(level), reason: reason, version: input.version),
            by: permit)
    }
}
