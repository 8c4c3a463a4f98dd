import Database
import EvaluationRules
import Kernel
import ToolRules
import Tools

extension Reading {
    /// So many columns a person can compare; older rounds are in the school's list.
    private static var mostRounds: Int { 6 }

    /// The finished evaluations of the same tool at the same place up to an evaluation, itself included when it is
    /// finished: the newest six, oldest first. Whoever may see one may see all, because a permit is for a place.
    func playedRounds(upTo id: ID<Evaluation>, seenBy permit: MaySeeEvaluation) throws -> [PlayedRound] {
        let found = try rows(
            """
            SELECT r.id, r.version_id, r.phase, r.has_nursery, r.has_sixth_form, r.window_name, r.window_first,
                   r.window_last, t.agreed_on
            FROM evaluation e
            JOIN evaluation r ON r.tool = e.tool AND r.school_id = e.school_id
                             AND COALESCE(r.department_id, '') = COALESCE(e.department_id, '')
                             AND r.window_first <= e.window_first
            JOIN evaluation_total t ON t.evaluation_id = r.id
            WHERE e.id = \(id)
            ORDER BY r.window_first DESC LIMIT \(Self.mostRounds)
            """
        ) { row in
            FoundRound(
                evaluation: try row[0], version: try row[1], setting: try Setting.read(row, 2),
                window: Window(try row[5], try row[6], try row[7]), agreedOn: try row[8])
        }
        let verdicts = try verdicts(of: found.map(\.evaluation))
        return try found.reversed().compactMap { round in
            try toolShelf.tool(round.version, in: self).map { round.played($0, verdicts[round.evaluation] ?? [:]) }
        }
    }

    private func verdicts(of evaluations: [ID<Evaluation>]) throws -> [ID<Evaluation>: [ItemID: Verdict]] {
        var found: [ID<Evaluation>: [ItemID: Verdict]] = [:]
        if evaluations.isEmpty { return found }
        try each(
            """
            SELECT evaluation_id, item_id, verdict, level FROM agreement
            WHERE evaluation_id IN (\(SQL.joined(evaluations.map { "\($0)" })))
            """
        ) { row in found[try row[0], default: [:]][try row[1]] = try Verdict.read(row, 2) }
        return found
    }
}

private struct FoundRound {
    let evaluation: ID<Evaluation>
    let version: ToolVersionID
    let setting: Setting
    let window: Window
    let agreedOn: Day

    func played(_ tool: PublishedTool, _ verdicts: [ItemID: Verdict]) -> PlayedRound {
        let round = Round(
            evaluation: evaluation, window: window, agreedOn: agreedOn, words: tool.version.scale.levels.map(\.name))
        return PlayedRound(round: round, tool: tool, items: Set(tool.itemIDs(for: setting)), verdicts: verdicts)
    }
}
