import Database
import EvaluationRules
import Kernel
import ToolRules
import Tools

extension Reading {
    /// What was agreed last time about the statements of an evaluation: of the newest finished one of the same tool at
    /// the same place before it, whatever its version. Everybody whom the permit lets see this one may see that one.
    ///
    /// Two queries, and one more where the version changed since.
    ///
    /// - Parameter only: one statement; all of them when nil.
    /// - Returns: by the statements of the evaluation's own version; new ones are missing.
    func lastTime(
        before opened: OpenedEvaluation, only item: ItemID? = nil, seenBy permit: MaySeeEvaluation
    ) throws -> [ItemID: LastTime] {
        guard let last = try roundBefore(opened.evaluation.id), let old = try toolShelf.tool(last.version, in: self),
            let lineage = try lineage(from: opened.tool, to: old.id)
        else { return [:] }
        let ancestry = Ancestry(in: old, lineage)
        let wanted = item.map { [$0] } ?? opened.evaluation.items
        let items = wanted.compactMap(opened.tool.item)
        let asked = item == nil ? nil : items.flatMap { ancestry.ancestors(of: $0)?.items.map(\.id) ?? [] }
        let agreements = try agreements(of: last.evaluation, only: asked)
        let round = Round(
            evaluation: last.evaluation, window: last.window, agreedOn: last.agreedOn,
            words: old.version.scale.levels.map(\.name))
        let found = items.compactMap { item in
            ancestry.lastTime(of: item, agreements, in: round).map { (item.id, $0) }
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    private func roundBefore(_ id: ID<Evaluation>) throws -> FoundRound? {
        try first(
            """
            SELECT b.id, b.version_id, b.window_name, b.window_first, b.window_last, t.agreed_on
            FROM evaluation e
            JOIN evaluation b ON b.id = \(roundBeforeE)
            JOIN evaluation_total t ON t.evaluation_id = b.id
            WHERE e.id = \(id)
            """
        ) { row in
            FoundRound(
                evaluation: try row[0], version: try row[1], window: Window(try row[2], try row[3], try row[4]),
                agreedOn: try row[5])
        }
    }
}

private struct FoundRound {
    let evaluation: ID<Evaluation>
    let version: ToolVersionID
    let window: Window
    let agreedOn: Day
}
