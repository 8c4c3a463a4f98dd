package import Database
package import Kernel
import PlanRules

/// How a school's plans stand, for those who reach the whole school.
///
/// - Throws: `notFound` to everybody else.
package func readHealth(of school: SchoolID, for actor: Actor, in database: any Database) async throws -> SchoolHealth {
    try await database.read { tx in
        let permit = try MaySeeHealth(actor, of: school)
        return try tx.health(of: permit.school)
    }
}

/// How each of these plans stands, for a list of plans that the reader may see.
func readHealth(of plans: [PlanID], in database: any Database) async throws -> [PlanID: PlanHealth] {
    try await database.read { try $0.planHealth(of: plans) }
}

/// The missed looks that a person may see.
package func readMissedChecks(
    at school: SchoolID?, page: Int, for actor: Actor, in database: any Database
) async throws -> MissedChecks {
    try await database.read { tx in
        var missed = try tx.missedChecks(at: school, page: max(1, page), actor.visible(on: tx.today))
        missed.seesHealth = Set(missed.schools.compactMap(\.id).filter { (try? MaySeeHealth(actor, of: $0)) != nil })
        return missed
    }
}
