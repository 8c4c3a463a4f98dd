import Database
import Kernel
import PlanRules

/// What plans begin with, one for each key.
struct ProFormaLibrary: Sendable {
    let current: [ProForma]
    /// Ours, where it is newer than what the trust's edition was made from.
    let newer: [ProFormaKey: ProFormaVersion]
}

func readProFormaLibrary(in database: any Database) async throws -> ProFormaLibrary {
    try await database.read { tx in
        let rows = Dictionary(grouping: try tx.proFormaRows(), by: \.key)
        let current = try tx.newestProFormas()
        let newer = current.compactMap { proForma -> (ProFormaKey, ProFormaVersion)? in
            guard let last = rows[proForma.key]?.last?.version, last.shipped > proForma.version.shipped else {
                return nil
            }
            return (proForma.key, last)
        }
        return ProFormaLibrary(current: current, newer: Dictionary(uniqueKeysWithValues: newer))
    }
}

/// One version as it is read.
struct SeenProForma: Sendable {
    let proForma: ProForma
    /// All of this key, newest first.
    let versions: [ProFormaVersion]
    /// What a new plan begins with.
    let current: ProFormaVersion
}

/// - Throws: `Refusal.notFound` when the trust has no such version.
func readProForma(
    _ key: ProFormaKey, _ version: ProFormaVersion, in database: any Database
) async throws -> SeenProForma {
    try await database.read { try $0.seenProForma(key, version) }
}

/// The version that a new plan begins with.
/// - Throws: `Refusal.notFound` when the trust has no such pro-forma.
func currentProForma(_ key: ProFormaKey, in database: any Database) async throws -> ProFormaVersion {
    let current = try await database.read { try $0.newestProFormas() }
    guard let found = current.first(where: { $0.key == key }) else { throw Refusal.notFound }
    return found.version
}

/// The text as it was published.
/// - Throws: `Refusal.notFound` when the trust has no such version.
func readProFormaSource(
    _ key: ProFormaKey, _ version: ProFormaVersion, in database: any Database
) async throws -> String {
    try await database.read { tx in
        guard let id = try tx.proFormaID(key, version), let source = try tx.proFormaSource(id) else {
            throw Refusal.notFound
        }
        return source
    }
}

extension Reading {
    func seenProForma(_ key: ProFormaKey, _ version: ProFormaVersion) throws -> SeenProForma {
        let rows = try proFormaRows().filter { $0.key == key }
        guard let row = rows.first(where: { $0.version == version }),
            let proForma = try proFormaShelf.proForma(row.id, in: self),
            let current = rows.newest?.version
        else { throw Refusal.notFound }
        return SeenProForma(proForma: proForma, versions: rows.map(\.version).reversed(), current: current)
    }
}
