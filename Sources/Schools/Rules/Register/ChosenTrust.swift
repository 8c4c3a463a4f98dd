import Kernel

/// The trust whose schools are wanted from a file, and every name under which the file may know it.
package struct ChosenTrust: Hashable, Sendable {
    package let trust: RegisterTrust
    let names: Set<String>

    /// Whether a row's claim is for this trust. The row's own number decides; where the layout has only names, the
    /// links of groups keep apart two trusts of one name; where it has neither, they alone tell.
    ///
    /// - Returns: nil when nothing tells.
    func holds(_ claim: TrustClaim, urn: String, groups: GroupsBook) -> Bool? {
        let linked = groups.membership(urn)
        switch claim {
        case .noTrust: return false
        case .otherGroup: return nil
        case .trust(let uid?, _) where trust.uid != nil: return uid == trust.uid
        case .trust(_, let name):
            guard names.contains(name.foldedName) else { return false }
            guard let linked, let uid = trust.uid, linked.name.foldedName == name.foldedName else { return true }
            return linked.uid == uid
        case .unsaid: return linked.map { $0.uid == trust.uid }
        }
    }
}

extension TrustDirectory {
    /// - Parameters:
    ///   - wanted: a name or a number (UID), as typed.
    ///   - known: the trust that the database belongs to, whose number and name may help.
    /// - Throws: `RegisterUnreadable` when the file has no such trust, several, or one that closed.
    package func choose(_ wanted: String, known: RegisterTrust?) throws -> ChosenTrust {
        guard says else { throw Unchosen.silent }
        let found =
            try wanted.spacedOnce.allSatisfy(\.isNumber) ? byNumber(wanted.spacedOnce, known) : byName(wanted, known)
        if let uid = found.trust.uid, let group = groupBook.trusts[uid], !group.isOpen {
            throw RegisterUnreadable("\(group.name) (\(uid)) is closed, so no school is in it.")
        }
        return found
    }

    private func byNumber(_ text: String, _ known: RegisterTrust?) throws -> ChosenTrust {
        guard let uid = RegisterValue.uid(text) else { throw Unchosen.empty }
        if let entry = entries.first(where: { $0.uid == uid }) { return chosen(entry, uid: uid) }
        let names = [groupBook.trusts[uid]?.name, known?.uid == uid ? known?.name : nil].compactMap { $0?.foldedName }
        let unnumbered = entries.filter { $0.uid == nil && !$0.names.isDisjoint(with: names) }
        guard let entry = unnumbered.first else { throw notFound(text, hasNumbers: entries.contains { $0.uid != nil }) }
        return chosen(entry, uid: uid)
    }

    private func byName(_ text: String, _ known: RegisterTrust?) throws -> ChosenTrust {
        let folded = text.foldedName
        guard !folded.isEmpty else { throw Unchosen.empty }
        let open = { (uid: String) in groupBook.trusts[uid]?.isOpen != false }
        let numbers = groupBook.trusts.values.filter { $0.name.foldedName == folded }.map(\.uid)
        let named = entries.filter { entry in
            entry.names.contains(folded) || numbers.contains { $0 == entry.uid }
        }
        let candidates = named.count > 1 ? named.filter { open($0.uid ?? "") } : named
        if candidates.count > 1 { throw Unchosen.several(text, candidates.compactMap(\.uid)) }
        guard let entry = candidates.first else { throw notFound(text, hasNumbers: true) }
        return chosen(entry, uid: try entry.uid ?? numberOf(text, among: numbers.filter(open), known))
    }

    /// The number of a trust that the file only names.
    private func numberOf(_ text: String, among numbers: [String], _ known: RegisterTrust?) throws -> String? {
        if let known, known.name.foldedName == text.foldedName { return known.uid ?? numbers.first }
        if numbers.count > 1 { throw Unchosen.several(text, numbers) }
        return numbers.first
    }

    private func chosen(_ entry: Entry, uid: String?) -> ChosenTrust {
        let name = uid.flatMap { groupBook.trusts[$0]?.name } ?? entry.name
        return ChosenTrust(trust: RegisterTrust(uid: uid, name: name, schools: entry.schools), names: entry.names)
    }

    private func notFound(_ text: String, hasNumbers: Bool) -> RegisterUnreadable {
        if let type = groupBook.others[text.foldedName] {
            return RegisterUnreadable("\(text) is not an academy trust in the register but: \(type.lowercased()).")
        }
        if !hasNumbers { return Unchosen.noNumbers(text) }
        let like = trusts.filter { $0.name.foldedName.contains(text.foldedName) }.prefix(5).map {
            $0.name + ($0.uid.map { " (\($0))" } ?? "")
        }
        let hint = like.isEmpty ? "" : " Did you mean \(like.joined(separator: ", "))?"
        return RegisterUnreadable("No open school in this file is in a trust \"\(text)\".\(hint)")
    }
}

private enum Unchosen {
    static let empty = RegisterUnreadable("Say which trust, by its name or by its number (UID).")

    static let silent = RegisterUnreadable(
        "This file does not say which trust a school is in. Give the register's file of group links beside it.")

    static func noNumbers(_ text: String) -> RegisterUnreadable {
        RegisterUnreadable(
            "This file names trusts without their numbers. Give the trust's name instead of \(text), "
                + "or the register's file of groups beside it.")
    }

    static func several(_ text: String, _ uids: [String]) -> RegisterUnreadable {
        RegisterUnreadable(
            "Several trusts are called \"\(text)\": \(uids.sorted().joined(separator: ", ")). Give the number instead.")
    }
}
