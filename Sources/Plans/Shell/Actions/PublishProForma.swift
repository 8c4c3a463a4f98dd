package import Database
package import Kernel
package import PlanRules
import SchoolRules
import Schools
import Trail

/// Publishes the trust's next edition of a pro-forma. Plans under way keep the version they were begun with.
///
/// - Parameters:
///   - base: the version that it was made from.
///   - known: what new plans began with when the form was opened.
/// - Returns: the new version.
/// - Throws: `forbidden` unless the actor keeps pro-formas, `notFound`, `invalid` for what cannot be taken, `stale` when
///   somebody published another edition meanwhile, `conflict` when nothing was changed.
@discardableResult
package func publishProForma(
    _ input: ProFormaInput, of key: ProFormaKey, from base: ProFormaVersion, known: ProFormaVersion?, by actor: Actor,
    in database: any Database
) async throws -> ProFormaVersion {
    try await database.write { tx in
        let permit = try MayKeepProFormas(actor)
        let seen = try tx.seenProForma(key, base)
        let reworded = try seen.proForma.rewording(
            input, of: try tx.trust()?.name ?? "The trust", taken: seen.versions, by: permit)
        guard known == seen.current else { throw Refusal.stale }
        let edition = try ProFormaEdition(reworded)
        try tx.save(edition, by: permit.person)
        try tx.record(
            "pro-forma-published", "pro-forma", edition.proForma.id, by: actor, before: "\(key) \(base)",
            after: "\(key) \(edition.proForma.version)")
        return edition.proForma.version
    }
}
