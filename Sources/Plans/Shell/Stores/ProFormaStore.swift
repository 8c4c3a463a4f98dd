package import Database
import Kernel
package import PlanRules
import ToolRules
import Tools

/// A published version as a list names it.
package struct ProFormaRow: Hashable, Sendable {
    package let id: ProFormaID
    package let key: ProFormaKey
    package let version: ProFormaVersion
}

extension Reading {
    /// Every version that this trust has, oldest first within a key.
    package func proFormaRows() throws -> [ProFormaRow] {
        try rows("SELECT id, key, version FROM pro_forma_version") { row in
            ProFormaRow(id: try row[0], key: try row[1], version: try row[2])
        }.sorted { ($0.key, $0.version) < ($1.key, $1.version) }
    }

    /// What a new plan begins with: the newest of each key, in the order of kinds. The trust's own edition goes before
    /// ours, even when ours is newer: the trust decides when to follow.
    package func newestProFormas() throws -> [ProForma] {
        let rows = Dictionary(grouping: try proFormaRows(), by: \.key).values.compactMap(\.newest)
        return try rows.compactMap { try proFormaShelf.proForma($0.id, in: self) }.inOrderOfKinds
    }

    /// - Returns: nil when this trust has no such version.
    package func proFormaID(_ key: ProFormaKey, _ version: ProFormaVersion) throws -> ProFormaID? {
        try first("SELECT id FROM pro_forma_version WHERE key = \(key) AND version = \(version)") { try $0[0] }
    }

    /// The text as it was published.
    package func proFormaSource(_ id: ProFormaID) throws -> String? {
        try first("SELECT source FROM pro_forma_version WHERE id = \(id)") { try $0[0] }
    }

    /// Reads the whole version; `ProFormaShelf` keeps what was read.
    func publishedProForma(_ id: ProFormaID) throws -> ProForma? {
        let found = try first("SELECT key, version, source FROM pro_forma_version WHERE id = \(id)") { row in
            (path: "\(try row[0] as ProFormaKey)/\(try row[1] as ProFormaVersion).yaml", source: try row[2] as String)
        }
        return try found.map { try ProForma.reading($0.source, path: $0.path) }
    }
}

extension [ProFormaRow] {
    /// Of the versions of one key, oldest first, that which a new plan begins with.
    var newest: ProFormaRow? { last { $0.version.own != nil } ?? last }
}

extension [ProForma] {
    fileprivate var inOrderOfKinds: [ProForma] {
        let places = Dictionary(uniqueKeysWithValues: PlanKind.allCases.enumerated().map { ($1, $0) })
        return sorted {
            ((places[$0.kind] ?? 0), $0.name, $0.key.text) < ((places[$1.kind] ?? 0), $1.name, $1.key.text)
        }
    }
}

extension Transaction {
    /// - Parameter person: nil for what came with the catalogue.
    func save(_ edition: ProFormaEdition, by person: PersonID?) throws {
        let proForma = edition.proForma
        try run(
            """
            INSERT INTO pro_forma_version (id, key, version, kind, name, edition, source, published_at, published_by)
            VALUES (\(proForma.id), \(proForma.key), \(proForma.version), \(proForma.kind.rawValue), \(proForma.name),
                    \(proForma.edition), \(edition.source), \(moment), \(person))
            """)
    }
}
