import Database
package import Kernel
import People

/// Adds somebody with a post from today and invites them: the way into a trust for whoever has the machine.
///
/// - Returns: the invitation's link, shown once.
/// - Throws: `Refusal.invalid` with a sentence for every argument that cannot be taken.
package func addPerson(
    name: String, email: String, role: String, place: String, to address: DatabaseAddress, settings: Settings,
    world: World
) async throws -> String {
    let site = SiteAddress(settings.baseURL ?? "http://\(settings.host):\(settings.port)")
    let database = try address.open(world: world)
    do {
        try await Features.migrator.migrate(database)
        let link = try await addPersonOnTheMachine(
            name: name, email: email, role: role, place: place, site: site, in: database)
        await database.close()
        return link
    } catch {
        await database.close()
        throw error
    }
}
