package import Database
package import Kernel
import PlanRules
package import ToolRules

/// The published plans of a place that took up any of these statements, each with how it stands, as far as this person
/// may see them.
package func readPlansAddressing(
    _ items: Set<ItemID>, at place: Place, for actor: Actor, in database: any Database
) async throws -> [ItemID: [AddressingPlan]] {
    try await database.read { try $0.plansAddressing(items, at: place, actor.visible(on: $0.today)) }
}
