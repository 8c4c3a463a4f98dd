package import Database
package import EvaluationRules
package import Kernel
package import ToolRules
import Tools
import Trail

/// What a save leaves behind: the judgement as kept and how far its side is.
package struct RecordedJudgement: Sendable {
    package let judgement: Judgement
    package let item: PublishedItem
    package let tool: PublishedTool
    package let progress: Progress
    /// How many statements the evaluation has.
    package let statements: Int
}

/// Keeps one side's judgement of one statement: the verb behind every save of a card.
///
/// - Throws: `notFound` to strangers, `forbidden` to readers, `conflict` after the reveal, `invalid` for what cannot be
///   taken, `stale` when somebody else of the same side saved since the page was read.
package func recordJudgement(
    _ input: JudgementInput, of evaluation: ID<Evaluation>, by actor: Actor, in database: any Database
) async throws -> RecordedJudgement {
    try await database.write { tx in
        let opened = try tx.evaluation(evaluation)
        let permit = try MayJudge(actor, opened.evaluation)
        let change = try opened.evaluation.recording(input, by: permit)
        let old = try tx.judgement(evaluation, input.item, permit.side)
        guard let item = opened.tool.item(input.item) else { throw Refusal.notFound }
        let answer = { (judgement: Judgement, progress: Progress) in
            RecordedJudgement(
                judgement: judgement, item: item, tool: opened.tool, progress: progress,
                statements: opened.evaluation.items.count)
        }
        if let old, old.verdict == input.verdict, old.reason == input.reason {
            return answer(old, try tx.progress(of: evaluation, permit.side))
        }
        let version = try tx.save(change, by: actor.person)
        let new = Judgement(
            item: input.item, side: permit.side, verdict: input.verdict, reason: input.reason, version: version,
            by: actor.name, at: tx.moment)
        let progress = try tx.keepProgress(of: evaluation, permit.side, from: old, to: new)
        try tx.record(
            "judgement-recorded", "evaluation", evaluation, by: actor, before: history(old, in: opened),
            after: history(new, in: opened))
        return answer(new, progress)
    }
}

/// A judgement as the history shows it: statement, level, reason.
private func history(_ judgement: Judgement?, in opened: OpenedEvaluation) -> String {
    guard let judgement else { return "" }
    return [
        opened.number(of: judgement.item), judgement.side.name, opened.word(for: judgement.verdict), judgement.reason,
    ].joined(separator: " · ")
}

extension OpenedEvaluation {
    /// A statement's number in its tool, such as `2.3 b`.
    func number(of item: ItemID) -> String { tool.item(item)?.item.number ?? "" }

    /// The trust's own word for a verdict.
    func word(for verdict: Verdict?) -> String {
        switch verdict {
        case .level(let level): tool.version.scale[order: level]?.name ?? ""
        case .left: "left until next time"
        case nil: "not judged"
        }
    }
}
