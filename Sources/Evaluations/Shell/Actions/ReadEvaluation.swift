package import Database
package import EvaluationRules
package import Kernel
package import ToolRules
import Tools
package import Trail

/// Everything that one person may see of an evaluation.
package struct SeenEvaluation: Sendable {
    package let id: ID<Evaluation>
    package let place: Place
    package let head: EvaluationHead
    package let tool: PublishedTool
    package let items: [ItemID]
    package let stage: Stage
    package let standpoint: Standpoint
    package let milestones: Milestones
    package let judgements: [Side: [ItemID: Judgement]]
    package let agreements: [ItemID: Agreement]
    /// What was agreed last time, for a side that judges; empty for everybody else and later.
    package let lastTime: [ItemID: LastTime]
    package let mayReopen: Bool
    /// As `finishedMark`.
    package let finishedMark: String?
    package let today: Day

    /// Statements that both or one judged and that are not agreed yet; empty before the reveal.
    package var open: [ItemID] {
        guard stage != .judging else { return [] }
        return items.filter { item in
            agreements[item] == nil && Side.allCases.contains { judgements[$0]?[item]?.verdict != nil }
        }
    }

    /// The statements as they are judged: those that were left last time first, the others in the tool's order.
    package var order: [ItemID] {
        let left = Set(items.filter { lastTime[$0]?.isLeft ?? false })
        return items.filter(left.contains) + items.filter { !left.contains($0) }
    }

    /// How far a side has come, from what may be seen.
    package func progress(of side: Side) -> Progress {
        items.reduce(Progress()) { $0 + Progress(of: judgements[side]?[$1]) }
    }

    /// Which agreements, and which judgements of a side, are seen: for the steps that rest on them.
    package var agreedVersion: Int { Array(agreements.values).version }

    package func judgedVersion(of side: Side) -> Int { Array((judgements[side] ?? [:]).values).version }

    /// What was agreed, added up.
    package var tally: Tally { Tally(items.map { agreements[$0]?.verdict }, levels: tool.version.scale.count) }
}

/// Reads an evaluation for a page, in five queries whatever its size, and for a side that judges in two more for what was
/// agreed last time.
///
/// - Throws: `notFound` to strangers.
package func readEvaluation(
    _ id: ID<Evaluation>, for actor: Actor, in database: any Database
) async throws -> SeenEvaluation {
    try await database.read { tx in
        let opened = try tx.evaluation(id)
        let permit = try MaySeeEvaluation(actor, opened.evaluation)
        let judgements = Dictionary(grouping: try tx.judgements(of: id, seenBy: permit), by: \.side)
        let agreements = try tx.agreements(of: id, seenBy: permit)
        let isJudging = opened.evaluation.stage == .judging && permit.standpoint.side != nil
        return SeenEvaluation(
            id: id, place: opened.evaluation.place, head: try tx.evaluationHead(id), tool: opened.tool,
            items: opened.evaluation.items,
            stage: opened.evaluation.stage, standpoint: permit.standpoint, milestones: try tx.milestones(of: id),
            judgements: judgements.mapValues { list in Dictionary(uniqueKeysWithValues: list.map { ($0.item, $0) }) },
            agreements: Dictionary(uniqueKeysWithValues: agreements.map { ($0.item, $0) }),
            lastTime: isJudging ? try tx.lastTime(before: opened, seenBy: permit) : [:],
            mayReopen: (try? MayReopen(actor, opened.evaluation)) != nil,
            finishedMark: try tx.finishedMark(opened.evaluation), today: tx.today)
    }
}

/// What was agreed last time about one statement, for a side that judges it.
///
/// - Returns: nil where there is nothing, and once judging is over.
/// - Throws: `notFound` to strangers, `forbidden` to readers.
package func readLastTime(
    of item: ItemID, in id: ID<Evaluation>, for actor: Actor, in database: any Database
) async throws -> (lastTime: LastTime, today: Day)? {
    try await database.read { tx in
        let opened = try tx.evaluation(id)
        _ = try MayJudge(actor, opened.evaluation)
        guard opened.evaluation.stage == .judging else { return nil }
        let permit = try MaySeeEvaluation(actor, opened.evaluation)
        return try tx.lastTime(before: opened, only: item, seenBy: permit)[item].map { ($0, tx.today) }
    }
}

/// Changes with everything that the page of a finished evaluation shows, and with the day; for the page's tag.
///
/// - Returns: nil while it is not finished: then somebody works at it, and not everybody may know when.
/// - Throws: `notFound` to strangers: a post may have ended since a browser kept its copy.
package func finishedMark(
    _ id: ID<Evaluation>, for actor: Actor, in database: any Database
) async throws -> String? {
    try await database.read { tx in
        let evaluation = try tx.evaluation(id).evaluation
        _ = try MaySeeEvaluation(actor, evaluation)
        return try tx.finishedMark(evaluation)
    }
}

/// The evaluations that a person may see, those still open first.
package func listEvaluations(
    for actor: Actor, in database: any Database
) async throws -> (lines: [EvaluationLine], today: Day) {
    try await database.read { tx in (try tx.evaluationLines(for: actor), tx.today) }
}

/// The history of an evaluation, newest first: for both sides once everything is revealed.
///
/// - Throws: `notFound` to strangers, `forbidden` to readers, `conflict` before the reveal, because the history holds
///   both sides' judgements.
package func readHistory(
    of id: ID<Evaluation>, for actor: Actor, in database: any Database
) async throws -> (head: EvaluationHead, entries: [TrailEntry]) {
    try await database.read { tx in
        let evaluation = try tx.evaluation(id).evaluation
        _ = try MayJudge(actor, evaluation)
        guard evaluation.isRevealed else {
            throw Refusal.conflict("The history holds both sides' judgements, so it opens with the reveal.")
        }
        return (try tx.evaluationHead(id), try tx.trail(of: id, limit: 1_000))
    }
}
