import Kernel

/// What one row says about the trust of its school.
enum TrustClaim: Hashable {
    /// The layout, or the row, does not say.
    case unsaid
    case noTrust
    /// By number where the layout has numbers, by name always.
    case trust(uid: String?, name: String)
    /// The row is about a group that is no trust, such as the school's sponsor, and says nothing about the trust.
    case otherGroup
}

/// What a school's flag tells: only 3 and 5 are academy trusts. 1 is the foundation trust of a maintained school.
private let academyTrustFlags: Set<Int> = [3, 5]
private let academyTrustFlagNames: Set<String> = [
    "supported by a multi-academy trust", "supported by a single-academy trust",
]

extension RegisterHeading {
    /// - Parameter today: a trust that the school joins later says nothing about now.
    func claim(in record: CSVRecord, on today: Day) -> TrustClaim {
        if has(.groupUID) { return coming(after: today, in: record) == nil ? groupClaim(in: record) : .otherGroup }
        guard has(.trustFlagCode) || has(.trustFlag), has(.trustUID) || has(.trust) else { return .unsaid }
        guard isFlagged(record) else { return .noTrust }
        let uid = value(.trustUID, in: record).flatMap(RegisterValue.uid)
        let name = value(.trust, in: record)?.spacedOnce ?? ""
        return uid == nil && name.isEmpty ? .unsaid : .trust(uid: uid, name: name)
    }

    private func isFlagged(_ record: CSVRecord) -> Bool {
        if let code = value(.trustFlagCode, in: record).flatMap(RegisterValue.number) {
            return academyTrustFlags.contains(code)
        }
        return academyTrustFlagNames.contains(value(.trustFlag, in: record)?.spacedOnce.lowercased() ?? "")
    }

    private func groupClaim(in record: CSVRecord) -> TrustClaim {
        guard let group = RegisterGroup(self, record), group.isTrust, group.isOpen else { return .otherGroup }
        return .trust(uid: group.uid, name: group.name)
    }
}

extension String {
    /// A trust's name as two files may both write it: capitals, double spaces and the kind of apostrophe do not count.
    var foldedName: String {
        let dropped: Set<Character> = ["'", "’", "‘", "`", "\u{fffd}", "?"]
        return spacedOnce.withoutInvisibles.lowercased().filter { !dropped.contains($0) }
    }
}
