package import Database
package import EvaluationRules
package import Kernel
import ToolRules

/// How the statements of one tool moved over the rounds at one place, as everybody who reaches the place may see it.
package struct SeenMovement: Sendable {
    /// The evaluation from which it is looked at.
    package let id: ID<Evaluation>
    package let place: Place
    package let head: EvaluationHead
    /// The name of the tool and of its area.
    package let toolName: String
    package let area: String
    /// Whether that evaluation is agreed, and so the newest of the rounds.
    package let isFinished: Bool
    /// Nil while no round is agreed. The rounds are those up to the evaluation's own.
    package let table: MovementTable?
    package let today: Day
}

/// Reads the movement up to an evaluation in five queries, whatever was judged, and one more for each version of the tool
/// that is not on the shelf.
///
/// - Throws: `notFound` to strangers.
package func readMovement(
    upTo id: ID<Evaluation>, for actor: Actor, in database: any Database
) async throws -> SeenMovement {
    try await database.read { tx in
        let opened = try tx.evaluation(id)
        let permit = try MaySeeEvaluation(actor, opened.evaluation)
        let rounds = try tx.playedRounds(upTo: id, seenBy: permit)
        let followed = try tx.versionsFollowed(of: opened.tool)
        let table = try MovementTable(of: rounds) { version in
            try rounds.last.flatMap { try tx.lineage(from: $0.tool, to: version, followed) }
        }
        return SeenMovement(
            id: id, place: opened.evaluation.place, head: try tx.evaluationHead(id),
            toolName: opened.tool.version.name, area: opened.area,
            isFinished: opened.evaluation.stage == .finished, table: table, today: tx.today)
    }
}
