package import Kernel

/// What the files beside the schools say about groups: which are trusts, under which name, and which schools are in
/// them.
package struct GroupsBook: Sendable {
    struct Membership: Hashable, Sendable {
        let uid: String
        let name: String
        let joined: Day?
    }

    /// By number. Trusts that closed stay here, so that the reason can be said.
    private(set) var trusts: [String: RegisterGroup] = [:]
    /// Groups that are no trusts: name, folded, to the register's word for the type.
    private(set) var others: [String: String] = [:]
    private var members: [String: Membership] = [:]
    /// Those that begin after `today`, by URN.
    private var coming: [String: Membership] = [:]
    /// A school that joins a trust on a later day is not in it yet.
    let today: Day

    package init(on today: Day) { self.today = today }

    func membership(_ urn: String) -> Membership? { members[urn] }

    /// The trust that a school joins on a later day.
    func coming(_ urn: String) -> Membership? { coming[urn] }

    /// Reads a file of groups or of their links with schools.
    ///
    /// - Throws: `RegisterUnreadable` for any other file.
    package mutating func add(_ pieces: FilePieces) throws {
        var kind = RegisterFile.groups
        try RegisterFile.read(pieces) { found in
            guard found == .groups || found == .groupLinks else {
                throw RegisterUnreadable("This is not the register's file of groups or of group links.")
            }
            kind = found
        } row: { heading, record in
            guard let group = RegisterGroup(heading, record) else { return }
            note(group, leading: kind == .groups)
            if kind == .groupLinks { noteMember(of: group, heading, record) }
        }
    }

    /// The file of groups leads: it is about them, and complete.
    private mutating func note(_ group: RegisterGroup, leading: Bool) {
        if !group.isTrust {
            if !group.name.isEmpty { others[group.name.foldedName] = group.type }
        } else if leading || trusts[group.uid] == nil {
            trusts[group.uid] = group
        }
    }

    private mutating func noteMember(of group: RegisterGroup, _ heading: RegisterHeading, _ record: CSVRecord) {
        guard group.isTrust, group.isOpen, let urn = heading.value(.urn, in: record).flatMap(RegisterValue.urn) else {
            return
        }
        let found = Membership(uid: group.uid, name: group.name, joined: heading.joined(record))
        if let joined = found.joined, joined > today {
            if let known = coming[urn]?.joined, known < joined { return }
            coming[urn] = found
        } else {
            if let known = members[urn]?.joined, known > found.joined ?? known { return }
            members[urn] = found
        }
    }
}

extension RegisterHeading {
    /// In a file of group links: the trust that the row's school joins after `today`.
    func coming(after today: Day, in record: CSVRecord) -> GroupsBook.Membership? {
        guard let joined = joined(record), joined > today, let group = RegisterGroup(self, record), group.isTrust,
            group.isOpen
        else { return nil }
        return GroupsBook.Membership(uid: group.uid, name: group.name, joined: joined)
    }
}
