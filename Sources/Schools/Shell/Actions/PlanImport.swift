package import Database
package import Kernel
package import SchoolRules

/// The trusts that a file speaks of, to choose from.
///
/// - Throws: `RegisterUnreadable`.
package func trusts(in files: RegisterFiles) async throws -> [RegisterTrust] {
    try await apart { try OpenedRegister(files).directory.trusts }
}

/// Reads the files and says what an import would do. Nothing is changed.
///
/// - Parameters:
///   - trust: a name or a number (UID), as typed.
///   - database: nil stands for an empty one.
/// - Throws: `RegisterUnreadable` when a file or the trust cannot be read, `Refusal.conflict` for another trust than
///   the database's own.
package func planImport(
    of trust: String, from files: RegisterFiles, by permit: MayImportSchools, in database: (any Database)?, today: Day
) async throws -> ImportPlan {
    let known = try await database?.read { try KnownSchools($0) } ?? .none
    return try await plan(trust, files, known, today: today)
}

/// What an import of kept files would do today.
///
/// - Throws: as above.
package func planImport(
    of trust: String, from upload: RegisterUpload, by permit: MayImportSchools, in database: any Database
) async throws -> ImportPlan {
    try await planImport(of: trust, from: upload.files, by: permit, in: database, today: database.world.now().day)
}

/// What an import is compared with.
struct KnownSchools: Sendable, Equatable {
    let trust: Trust?
    let schools: [School]
    let links: [SuccessorLink]

    static let none = KnownSchools(trust: nil, schools: [], links: [])

    private init(trust: Trust?, schools: [School], links: [SuccessorLink]) {
        (self.trust, self.schools, self.links) = (trust, schools, links)
    }

    init(_ tx: Reading) throws {
        self.init(trust: try tx.trust(), schools: try tx.everySchool(), links: try tx.successorLinks())
    }
}

func plan(_ wanted: String, _ files: RegisterFiles, _ known: KnownSchools, today: Day) async throws -> ImportPlan {
    try await apart {
        let opened = try OpenedRegister(files)
        let own = known.trust.map { RegisterTrust(uid: $0.uid, name: $0.registerName ?? $0.name) }
        let chosen = try opened.directory.choose(wanted, known: own)
        _ = try known.trust?.matching(chosen.trust)
        var reading = try RegisterReading(
            files.schools.pieces, for: chosen, groups: opened.groups, existing: known.schools)
        for file in opened.linkFiles { try file.blamed { try reading.addLinks(file.pieces) } }
        return ImportPlan(reading, existing: known.schools, links: known.links, today: today)
    }
}
