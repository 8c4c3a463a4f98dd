import Kernel

/// A trust as the register names it.
package struct RegisterTrust: Hashable, Sendable {
    /// nil when no file at hand tells the number.
    package let uid: String?
    /// The newest name.
    package let name: String
    /// Its open schools in the file.
    package let schools: Int

    package init(uid: String?, name: String, schools: Int = 0) {
        (self.uid, self.name, self.schools) = (uid, name, schools)
    }
}

/// The trusts found in a file of schools. Its size depends on how many trusts there are, not on how long the file is.
package struct TrustDirectory: Sendable {
    struct Entry: Sendable {
        var uid: String?
        var name = ""
        /// Folded; a trust that was renamed may stand under both names in one file.
        var names: Set<String> = []
        var schools = 0
        var newest = Int.min
    }

    private(set) var entries: [Entry] = []
    private var placeOf: [String: Int] = [:]
    let groupBook: GroupsBook
    /// Whether any row says in which trust its school is.
    private(set) var says = false

    /// - Throws: `RegisterUnreadable` when `pieces` are no file of schools.
    package init(_ pieces: FilePieces, groups: GroupsBook) throws {
        groupBook = groups
        try RegisterFile.read(pieces) { kind in
            try TrustDirectory.accept(kind)
        } row: { heading, record in
            guard heading.misfit(record) == nil else { return }
            note(heading, record)
        }
    }

    static func accept(_ kind: RegisterFile) throws {
        switch kind {
        case .schools, .groupLinks: return
        case .groups:
            throw RegisterUnreadable("This is the register's file of groups. It goes beside a file of schools.")
        case .successorLinks:
            throw RegisterUnreadable("This is the register's file of links. It goes beside a file of schools.")
        }
    }

    /// The open trusts, by name: what a page offers to choose from.
    package var trusts: [RegisterTrust] {
        entries.filter { $0.schools > 0 && groupBook.trusts[$0.uid ?? ""]?.isOpen != false }
            .map { RegisterTrust(uid: $0.uid, name: newestName($0), schools: $0.schools) }
            .sorted { ($0.name.foldedName, $0.uid ?? "") < ($1.name.foldedName, $1.uid ?? "") }
    }

    /// The file of groups knows the present name; without it, the row that was changed last does.
    func newestName(_ entry: Entry) -> String { groupBook.trusts[entry.uid ?? ""]?.name ?? entry.name }

    private mutating func note(_ heading: RegisterHeading, _ record: CSVRecord) {
        guard case .trust(let uid, let name) = claim(heading, record) else { return }
        says = true
        let key = uid ?? "name \(name.foldedName)"
        let place = placeOf[key] ?? entries.count
        if place == entries.count {
            entries.append(Entry(uid: uid))
            placeOf[key] = place
        }
        entries[place].names.insert(name.foldedName)
        if RegisterStanding(heading, record) == .open { entries[place].schools += 1 }
        let changed = heading.day(.changed, in: record)?.number ?? Int.min + 1
        let isWorse = name.hasLostLetters && !entries[place].name.isEmpty
        if changed >= entries[place].newest, !name.isEmpty, !isWorse {
            (entries[place].newest, entries[place].name) = (changed, name)
        }
    }

    func claim(_ heading: RegisterHeading, _ record: CSVRecord) -> TrustClaim {
        let said = heading.claim(in: record, on: groupBook.today)
        guard said == .unsaid, let urn = heading.value(.urn, in: record).flatMap(RegisterValue.urn),
            let member = groupBook.membership(urn)
        else { return said }
        return .trust(uid: member.uid, name: member.name)
    }
}
