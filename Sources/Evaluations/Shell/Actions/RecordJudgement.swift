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
        let opened = try tx.evaluationToChange(evaluation)
        let permit = try MayJudge(actor, opened.evaluation)
        return try tx.keep(opened.evaluation.recording(input, by: permit), in: opened, by: actor)
    }
}

/// Judges a statement by saying that what was agreed about it last time is still true today: the verb behind "Still
/// true". Nothing of last time counts before somebody does.
///
/// - Throws: as `recordJudgement`; `conflict` also where no level of last time could still be true.
package func confirmLastTime(
    _ input: StillTrueInput, of evaluation: ID<Evaluation>, by actor: Actor, in database: any Database
) async throws -> RecordedJudgement {
    try await database.write { tx in
        let opened = try tx.evaluationToChange(evaluation)
        let permit = try MayJudge(actor, opened.evaluation)
        let seeing = try MaySeeEvaluation(actor, opened.evaluation)
        let last = try tx.lastTime(before: opened, only: input.item, seenBy: seeing)[input.item]
        let change = try opened.evaluation.confirming(input, last: last, on: tx.today, by: permit)
        return try tx.keep(change, in: opened, by: actor)
    }
}

extension Transaction {
    /// Saves and records what was judged; once, when the same is sent again.
    fileprivate func keep(
        _ change: JudgementRecorded, in opened: OpenedEvaluation, by actor: Actor
    ) throws -> RecordedJudgement {
        let (evaluation, input, side) = (change.evaluation, change.input, change.side)
        let old = try judgement(evaluation, input.item, side)
        guard let item = opened.tool.item(input.item) else { throw Refusal.notFound }
        let answer = { (judgement: Judgement, progress: Progress) in
            RecordedJudgement(
                judgement: judgement, item: item, tool: opened.tool, progress: progress,
                statements: opened.evaluation.items.count)
        }
        if let old, old.verdict == input.verdict, old.reason == input.reason {
            return answer(old, try self.progress(of: evaluation, side))
        }
        let version = try save(change, by: actor.person)
        let new = Judgement(
            item: input.item, side: side, verdict: input.verdict, reason: input.reason, version: version,
            by: actor.name, at: moment)
        let progress = try keepProgress(of: evaluation, side, from: old, to: new)
        try record(
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
