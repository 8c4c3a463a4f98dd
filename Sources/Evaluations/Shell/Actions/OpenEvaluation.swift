package import Database
package import EvaluationRules
package import Kernel
import Schools
package import ToolRules
import Tools
import Trail

/// What was chosen on the page that opens an evaluation.
package struct OpenInput: Sendable {
    package let version: ToolVersionID
    package let place: Place
    package let window: Window

    package init(version: ToolVersionID, place: Place, window: Window) {
        self.version = version
        self.place = place
        self.window = window
    }
}

/// Opens an evaluation of one tool for one school or department in a window of the calendar.
///
/// - Throws: `notFound` for a place or a tool that this person cannot see, `forbidden` to readers, `invalid` when the
///   tool does not fit, `conflict` when the same was opened before.
package func openEvaluation(
    _ input: OpenInput, by actor: Actor, in database: any Database
) async throws -> ID<Evaluation> {
    try await database.write { tx in try tx.openEvaluation(input, by: actor) }
}

extension Transaction {
    func openEvaluation(_ input: OpenInput, by actor: Actor) throws -> ID<Evaluation> {
        let permit = try MayOpenEvaluation(actor, at: input.place)
        try holdSchoolThatGoesOn(input.place)
        guard let tool = try toolShelf.tool(input.version, in: self), let setting = try setting(of: input.place) else {
            throw Refusal.notFound
        }
        let change = try Evaluation.opening(
            newID(), of: tool, at: input.place, setting: setting, window: input.window, today: today, by: permit)
        do {
            try save(change, area: tool.version.area, tool: tool.version.tool, by: actor.person)
        } catch DatabaseError.unique {
            throw Refusal.conflict("\(tool.version.name) was opened for \(input.window.name) before.")
        }
        try countOpened(
            change.evaluation, school: input.place.school, area: tool.version.area, levels: tool.version.scale.count)
        try record(
            "evaluation-opened", "evaluation", change.evaluation, by: actor,
            after: "\(tool.version.name), \(input.window.name)")
        return change.evaluation
    }
}
