import Database
package import Kernel
package import PlanRules
package import ToolRules

/// Something that was seen, as a page shows it.
package struct KeptEvidence: Hashable, Sendable {
    package let kind: EvidenceKind
    package let seen: Day
    package let note: String
    package let link: String
    package let file: KeptFile?

    package struct KeptFile: Hashable, Sendable {
        package let id: StoredFileID
        package let name: String
        package let bytes: Int
    }
}

extension Reading {
    package func evidence(of check: CheckID) throws -> [KeptEvidence] {
        try rows(
            """
            SELECT e.kind, e.seen_on, e.note, e.link, f.id, f.name, f.bytes
            FROM check_evidence e LEFT JOIN stored_file f ON f.id = e.file_id
            WHERE e.check_id = \(check) ORDER BY e.id
            """
        ) { row in
            let file: StoredFileID? = try row[4]
            return KeptEvidence(
                kind: try row[0], seen: try row[1], note: try row[2], link: try row[3],
                file: try file.map { KeptEvidence.KeptFile(id: $0, name: try row[5], bytes: try row[6]) })
        }
    }
}

extension Transaction {
    func save(_ evidence: EvidenceKept?, of check: CheckID, by person: PersonID) throws {
        guard let evidence else { return }
        let file = try evidence.file.map { try keep($0, by: person) }
        let id: ID<KeptEvidence> = newID()
        try run(
            """
            INSERT INTO check_evidence (id, check_id, kind, seen_on, note, link, file_id, added_at, added_by)
            VALUES (\(id), \(check), \(evidence.kind), \(evidence.seen), \(evidence.note), \(evidence.link), \(file),
                    \(moment), \(person))
            """)
    }
}
