package import Database
package import EvaluationRules
package import Kernel
package import ToolRules

/// An evaluation that two names have finished.
package struct FinishedEvaluation: Hashable, Sendable {
    package let id: ID<Evaluation>
    package let toolName: String
    package let agreedOn: Day

    package init(id: ID<Evaluation>, toolName: String, agreedOn: Day) {
        (self.id, self.toolName, self.agreedOn) = (id, toolName, agreedOn)
    }
}

extension Reading {
    /// What was agreed last at a place: of each tool the newest evaluation, the three newest of these.
    ///
    /// - Returns: nothing of what this person may not see.
    package func newestAgreed(at place: Place, seenBy visible: Visible) throws -> [FinishedEvaluation] {
        let agreed = try rows(
            """
            SELECT e.id, e.tool, v.name, t.agreed_on FROM evaluation e
            JOIN evaluation_total t ON t.evaluation_id = e.id
            JOIN tool_version v ON v.id = e.version_id
            WHERE e.school_id = \(place.school) AND COALESCE(e.department_id, '') = \(place.department?.text ?? "")
              AND t.agreed_on <= \(today) AND \(visible.part(of: "e.school_id", department: "e.department_id"))
            ORDER BY t.agreed_on DESC, e.id DESC LIMIT 30
            """
        ) { row in
            (
                tool: try row.text(1),
                evaluation: FinishedEvaluation(id: try row[0], toolName: try row[2], agreedOn: try row[3])
            )
        }
        var seen: Set<String> = []
        return agreed.filter { seen.insert($0.tool).inserted }.prefix(3).map(\.evaluation)
    }

    /// The newest evaluation of a tool at a place that two names had finished by today.
    package func finishedEvaluation(of tool: ToolKey, at place: Place) throws -> ID<Evaluation>? {
        try first(
            """
            SELECT e.id FROM evaluation e
            JOIN evaluation_total t ON t.evaluation_id = e.id
            WHERE e.tool = \(tool.text) AND e.school_id = \(place.school)
              AND COALESCE(e.department_id, '') = \(place.department?.text ?? "") AND t.agreed_on <= \(today)
            ORDER BY t.agreed_on DESC, e.id DESC LIMIT 1
            """
        ) { try $0[0] }
    }
}
