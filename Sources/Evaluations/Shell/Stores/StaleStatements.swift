package import Database
package import EvaluationRules
package import Kernel
package import ToolRules

/// A statement that wants to be looked at again.
package struct StaleStatement: Hashable, Sendable {
    package let item: ItemID
    package let evaluation: ID<Evaluation>
    package let number: String
    package let text: String
    package let toolName: String
    /// Nil where it was left until next time.
    package let level: AgreedLevel?
    /// When that was agreed.
    package let since: Day
    /// How many days ago.
    package let age: Int
}

extension Reading {
    /// What nobody looked at for long at one place: first what was left until next time, then the lowest agreed levels,
    /// of each the oldest. A tool that is being judged there again is left out. Of each tool its two newest finished
    /// evaluations are looked through, as far as they have the newest one's version; so the cost does not grow with the
    /// history.
    ///
    /// - Parameters:
    ///   - day: ages are counted to it.
    ///   - limit: how many at most.
    /// - Returns: nothing of a place that this person may not see.
    package func staleStatements(
        at place: Place, on day: Day, upTo limit: Int, seenBy visible: Visible
    ) throws -> [StaleStatement] {
        try rows(
            """
            WITH rounds AS (
                SELECT r.* FROM \(newestRounds(2, of: "SELECT DISTINCT tool FROM tool_version", at: place)) r
                WHERE \(visible.part(of: "r.school_id", department: "r.department_id")) AND NOT EXISTS (
                    SELECT 1 FROM evaluation o
                    WHERE o.tool = r.tool AND o.school_id = r.school_id
                        AND COALESCE(o.department_id, '') = COALESCE(r.department_id, '')
                        AND o.window_first > r.window_first
                        AND NOT EXISTS (SELECT 1 FROM evaluation_total t WHERE t.evaluation_id = o.id))
            ), looked AS (
                SELECT a.item_id, a.evaluation_id, r.version_id, a.level, a.agreed_at
                FROM rounds n
                JOIN rounds r ON r.tool = n.tool AND r.version_id = n.version_id
                JOIN agreement a ON a.evaluation_id = r.id
                WHERE n.round = 1 AND (r.round = 1 OR NOT EXISTS (
                    SELECT 1 FROM agreement b WHERE b.evaluation_id = n.id AND b.item_id = a.item_id))
            )
            SELECT i.id, k.evaluation_id, i.number, i.text, v.name, k.agreed_at, k.level, l.name, v.level_count
            FROM looked k
            JOIN tool_item i ON i.id = k.item_id
            JOIN tool_version v ON v.id = k.version_id
            LEFT JOIN tool_level l ON l.version_id = v.id AND l.number = k.level
            ORDER BY CASE WHEN k.level IS NULL THEN 0 ELSE k.level * 100 / v.level_count END, k.agreed_at, v.name,
                     i.position
            LIMIT \(limit)
            """
        ) { row in
            let at: Instant = try row[5]
            return StaleStatement(
                item: try row[0], evaluation: try row[1], number: try row[2], text: try row[3],
                toolName: try row[4], level: try AgreedLevel.read(row, 6), since: at.day, age: day - at.day)
        }
    }
}
