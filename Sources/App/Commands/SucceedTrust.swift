import Database
package import Kernel
import SchoolRules
import Schools

/// `termwise trust succeed`: lets everything in a database go on under the trust that its own became part of.
///
/// - Throws: `Refusal` with a sentence for what cannot be taken.
package func succeedTrust(name: String, uid: String, in address: DatabaseAddress, world: World) async throws {
    let database = try address.open(world: world)
    do {
        try await Features.migrator.migrate(database)
        try await succeedTrust(
            by: SuccessorInput(name: name, uid: uid), permit: .onTheMachine, actor: nil, in: database)
        await database.close()
    } catch {
        await database.close()
        throw error
    }
}
