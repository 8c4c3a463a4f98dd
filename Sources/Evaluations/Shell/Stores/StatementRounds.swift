package import Database
package import EvaluationRules
package import Kernel
package import ToolRules
import Tools

/// How a statement stands at a place after its newest round, and after the one before.
package struct StatementMovement: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package let evaluation: ID<Evaluation>
        package let window: Window
        package let verdict: Verdict?
        /// Nil where it was left until next time or not judged.
        package let level: AgreedLevel?
        /// Nil where nobody judged it.
        package let agreedOn: Day?
        /// How many levels the scale of that round has.
        package let levels: Int
    }

    package let now: Point
    /// Nil while there was one round only.
    package let before: Point?

    /// Nil while there is nothing to compare with.
    package var movement: Movement? {
        before.map {
            Movement(
                from: Movement.Standing($0.verdict, of: $0.levels), to: Movement.Standing(now.verdict, of: now.levels),
                .close)
        }
    }
}

extension Reading {
    /// The two newest rounds of given statements at one place, to show beside a plan; in one query whose cost does not
    /// grow with the history. Statements of another version are found where the words are the same or reworded.
    ///
    /// - Returns: by the statements asked for; without those whose tool was never finished there, or of a place that
    ///   this person may not see.
    package func movement(
        of items: [ItemID], at place: Place, seenBy visible: Visible
    ) throws -> [ItemID: StatementMovement] {
        if items.isEmpty { return [:] }
        var found: [ItemID: [Int: StatementMovement.Point]] = [:]
        try each(roundsOf(items, at: place, visible)) { row in
            let (item, round): (ItemID, Int) = (try row[0], try row[1])
            let point = try StatementMovement.Point.read(row, 2)
            // A round has one line for each of a statement's wordings, and an agreement on one of them at most.
            if found[item]?[round]?.verdict == nil { found[item, default: [:]][round] = point }
        }
        return found.compactMapValues { rounds in
            rounds[1].map { StatementMovement(now: $0, before: rounds[2]) }
        }
    }

    private func roundsOf(_ items: [ItemID], at place: Place, _ visible: Visible) -> SQL {
        let wanted = SQL.joined(items.map { "\($0)" })
        let tools: SQL = """
            SELECT DISTINCT w.tool FROM tool_item i JOIN tool_version w ON w.id = i.version_id WHERE i.id IN (\(wanted))
            """
        return """
            WITH RECURSIVE line (wanted, item) AS (
                SELECT i.id, i.id FROM tool_item i WHERE i.id IN (\(wanted))
                UNION
                SELECT l.wanted, CASE WHEN o.item_id = l.item THEN o.origin_id ELSE o.item_id END
                FROM line l
                JOIN tool_item_origin o ON (o.item_id = l.item OR o.origin_id = l.item)
                                       AND o.kind IN ('same', 'reworded')
            )
            SELECT l.wanted, r.round, r.id, r.window_name, r.window_first, r.window_last, v.level_count, a.verdict,
                   a.level, w.name, v.level_count, a.agreed_at
            FROM line l
            JOIN tool_item i ON i.id = l.wanted
            JOIN tool_version t ON t.id = i.version_id
            JOIN \(newestRounds(2, of: tools, at: place)) r ON r.tool = t.tool
            JOIN tool_version v ON v.id = r.version_id
            LEFT JOIN agreement a ON a.evaluation_id = r.id AND a.item_id = l.item
            LEFT JOIN tool_level w ON w.version_id = v.id AND w.number = a.level
            WHERE \(visible.part(of: "r.school_id", department: "r.department_id"))
            """
    }
}

extension StatementMovement.Point {
    fileprivate static func read(_ row: borrowing Row, _ column: Int) throws -> Self {
        let verdict: String? = try row[column + 5]
        let at: Instant? = try row[column + 9]
        return Self(
            evaluation: try row[column],
            window: Window(try row[column + 1], try row[column + 2], try row[column + 3]),
            verdict: try verdict == nil ? nil : Verdict.read(row, column + 5),
            level: try AgreedLevel.read(row, column + 6), agreedOn: at?.day, levels: try row[column + 4])
    }
}
