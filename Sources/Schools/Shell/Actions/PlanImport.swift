package import Database
package import Kernel
package import SchoolRules

/// The trusts that a file speaks of, to choose from.
///
/// - Throws: `RegisterUnreadable`.
package func trusts(in files: RegisterFiles, on today: Day) async throws -> [RegisterTrust] {
    try await onOwnThread { try OpenedRegister(files, on: today).directory.trusts }
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

/// By the school at which it is.
package typealias OpenThings = [SchoolID: [OpenAtSchool]]

/// What is still open at the schools that a plan would end.
package func readOpen(
    in plan: ImportPlan, following follower: SchoolFollower, in database: any Database
) async throws -> OpenThings {
    try await database.read { tx in
        let ending = plan.closed.map(\.school).filter(\.isCurrent)
        return Dictionary(
            try ending.map { ($0.id, try follower.open($0.id, tx)) }, uniquingKeysWith: { first, _ in first })
    }
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
    try await onOwnThread {
        let opened = try OpenedRegister(files, on: today)
        let chosen = try opened.chosen(wanted, known, files.schools.pieces)
        var reading = try RegisterReading(
            files.schools.pieces, for: chosen, groups: opened.groups, existing: known.schools)
        for file in opened.linkFiles { try file.blamed { try reading.addLinks(file.pieces) } }
        return ImportPlan(reading, existing: known.schools, links: known.links, today: today)
    }
}

extension OpenedRegister {
    /// - Throws: `RegisterUnreadable`, which says where the schools are when the trust became part of another one;
    ///   `Refusal.conflict` for another trust than the database's own.
    fileprivate func chosen(_ wanted: String, _ known: KnownSchools, _ pieces: FilePieces) throws -> ChosenTrust {
        let own = known.trust.map { RegisterTrust(uid: $0.uid, name: $0.registerName ?? $0.name) }
        let found = Result { try directory.choose(wanted, known: own) }
        do {
            let chosen = try found.get()
            _ = try known.trust?.matching(chosen.trust)
            return chosen
        } catch {
            guard let own, let merged = try TrustMerged(own, pieces, in: directory, existing: known.schools),
                (try? found.get()).map({ $0.trust.uid == merged.successor.uid }) ?? true
            else { throw error }
            throw merged.unreadable
        }
    }
}
