package import Database
import Kernel
import PlanRules
import Trail

/// Gives a trust every pro-forma of the catalogue that it does not have yet. Safe to repeat: it runs at each start.
///
/// - Parameter folder: the path of the catalogue.
/// - Returns: what the trust did not have before.
/// - Throws: `CatalogueFaults` when the pro-formas have faults; `Refusal.conflict` when a version that the trust has is
///   not the one of the catalogue. Then nothing is installed.
@discardableResult
package func installProFormas(_ folder: String, in database: any Database) async throws -> [ProFormaRow] {
    let editions = try readProFormas(folder)
    return try await database.write { try $0.install(editions) }
}

extension Transaction {
    fileprivate func install(_ editions: [ProFormaEdition]) throws -> [ProFormaRow] {
        let held = try proFormaRows()
        return try editions.compactMap { edition in
            let shipped = edition.proForma
            if let row = held.first(where: { $0.key == shipped.key && $0.version == shipped.version }) {
                guard row.id == shipped.id else { throw Refusal.conflict(shipped.otherWordsSentence) }
                return nil
            }
            try save(edition, by: nil)
            try record(
                "pro-forma-published", "pro-forma", shipped.id, by: nil, after: "\(shipped.key) \(shipped.version)")
            return ProFormaRow(id: shipped.id, key: shipped.key, version: shipped.version)
        }
    }
}

extension ProForma {
    fileprivate var otherWordsSentence: String {
        """
        This trust was given other words for \(key) \(version) than the catalogue has now. A published pro-forma never \
        changes: put the file back, and make the change a new version.
        """
    }
}
