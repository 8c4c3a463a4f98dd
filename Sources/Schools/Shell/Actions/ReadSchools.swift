package import Database
package import Kernel
import SchoolRules

/// The schools that a person may see, by name.
///
/// - Parameter isPast: those that left the trust or closed, in place of those in it.
package func listSchools(
    isPast: Bool, for actor: Actor, in database: any Database
) async throws -> [ListedSchool] {
    try await database.read { tx in try tx.schools(seenBy: actor.visible(on: tx.today), current: !isPast) }
}

extension Reading {
    /// - Throws: `notFound` when there is no such school, or this person may not know of it.
    func school(_ id: SchoolID, seenBy actor: Actor) throws -> School {
        guard actor.sees(.school(id)), let school = try school(id) else { throw Refusal.notFound }
        return school
    }
}
