package import Database
package import EvaluationRules
package import Kernel
package import ToolRules

/// A level of a scale in the trust's own words.
package struct AgreedLevel: Hashable, Sendable {
    /// Counted from 1, the lowest.
    package let number: Int
    /// How many levels the scale has.
    package let count: Int
    package let word: String

    package init(_ number: Int, of count: Int, _ word: String) {
        (self.number, self.count, self.word) = (number, count, word)
    }

    /// From three columns: the level's number, its word, and how many there are.
    /// - Returns: nil where the first is null.
    package static func read(_ row: borrowing Row, _ column: Int) throws -> AgreedLevel? {
        guard let number: Int = try row[column] else { return nil }
        return AgreedLevel(number, of: try row[column + 2], try row[column + 1])
    }
}

/// What was agreed about one statement, with all that is needed to speak of it elsewhere.
package struct AgreedStatement: Hashable, Sendable {
    package let item: ItemID
    package let evaluation: ID<Evaluation>
    /// Such as `2.3 b`.
    package let number: String
    package let text: String
    package let area: String
    package let toolName: String
    /// Nil where it was left until next time.
    package let level: AgreedLevel?
    package let agreedOn: Day
}

extension Reading {
    /// What was agreed about `items` in a finished evaluation, in the order of the tool; in one query.
    ///
    /// - Returns: nothing of what this person may not see, of an evaluation that two names have not finished, and of
    ///   statements that nobody judged.
    package func agreedStatements(
        of evaluation: ID<Evaluation>, items: [ItemID], seenBy visible: Visible
    ) throws -> [AgreedStatement] {
        if items.isEmpty { return [] }
        return try rows(
            """
            SELECT i.id, e.id, i.number, i.text, e.area, v.name, a.agreed_at, a.level, l.name, v.level_count
            FROM evaluation e
            JOIN evaluation_total t ON t.evaluation_id = e.id
            JOIN agreement a ON a.evaluation_id = e.id
            JOIN tool_item i ON i.id = a.item_id
            JOIN tool_version v ON v.id = e.version_id
            LEFT JOIN tool_level l ON l.version_id = v.id AND l.number = a.level
            WHERE e.id = \(evaluation) AND a.item_id IN (\(SQL.joined(items.map { "\($0)" })))
              AND \(visible.part(of: "e.school_id", department: "e.department_id"))
            ORDER BY i.position
            """
        ) { row in
            let at: Instant = try row[6]
            return AgreedStatement(
                item: try row[0], evaluation: try row[1], number: try row[2], text: try row[3], area: try row[4],
                toolName: try row[5], level: try AgreedLevel.read(row, 7), agreedOn: at.day)
        }
    }
}
