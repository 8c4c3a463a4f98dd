package import Database
package import EvaluationRules
package import Kernel
package import ToolRules

extension Reading {
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
