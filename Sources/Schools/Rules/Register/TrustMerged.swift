import Kernel

/// Where the schools of the database's trust are now, for a file in which none of them is in it any more.
package struct TrustMerged: Hashable, Sendable {
    package let own: RegisterTrust
    /// The trust that most of them are in.
    package let successor: RegisterTrust
    private let ended: String
    private let total: Int

    /// - Parameter existing: every school of the database.
    /// - Returns: nil while one of them is in the trust, and when none is in another one.
    /// - Throws: `RegisterUnreadable`.
    package init?(
        _ own: RegisterTrust, _ pieces: FilePieces, in directory: TrustDirectory, existing: [School]
    ) throws {
        let ours = Set(existing.filter(\.isCurrent).map(\.urn))
        var found: [String: (name: String, urns: Set<String>)] = [:]
        try RegisterFile.read(pieces) { heading, record in
            guard let urn = heading.value(.urn, in: record).flatMap(RegisterValue.urn), ours.contains(urn),
                case .trust(let uid?, let name) = directory.claim(heading, record)
            else { return }
            found[uid, default: (name, [])].urns.insert(urn)
        }
        guard let uid = own.uid, found[uid] == nil,
            let most = found.max(by: { ($0.value.urns.count, $1.key) < ($1.value.urns.count, $0.key) })
        else { return nil }
        self.own = own
        let name = directory.groupBook.trusts[most.key]?.name ?? most.value.name
        successor = RegisterTrust(uid: most.key, name: name, schools: most.value.urns.count)
        let day = directory.groupBook.trusts[uid]?.closed
        ended = day.map { "It closed on \($0.long). " } ?? ""
        total = ours.count
    }

    package var unreadable: RegisterUnreadable {
        RegisterUnreadable(
            "No school of \(own.name) (\(own.uid ?? "")) is in it any more. \(ended)\(successor.schools) of its \(total) "
                + "schools are now in \(successor.name) (\(successor.uid ?? "")). If the trust became part of that one, let "
                + "this database go on under its name and number first; everything written here stays.",
            successor: successor)
    }
}
