import Kernel

/// A group of schools in the register: a trust, a sponsor, a federation and more.
struct RegisterGroup: Hashable, Sendable {
    let uid: String
    let name: String
    /// The register's words: `Multi-academy trust`.
    let type: String
    let isTrust: Bool
    let isOpen: Bool
    let closed: Day?

    /// Types 06 and 10. A sponsor (05), a foundation trust (02) or an umbrella trust (07) does not run its schools.
    private static let trustTypes: Set<Int> = [6, 10]
    private static let trustTypeNames: Set<String> = ["multi-academy trust", "single-academy trust"]

    /// - Returns: nil for a row without the group's number.
    init?(_ heading: RegisterHeading, _ record: CSVRecord) {
        guard let uid = heading.value(.groupUID, in: record).flatMap(RegisterValue.uid) else { return nil }
        self.uid = uid
        name = heading.value(.group, in: record)?.spacedOnce ?? ""
        type = heading.value(.groupType, in: record) ?? ""
        let code = heading.value(.groupTypeCode, in: record).flatMap(RegisterValue.number)
        isTrust =
            code.map(RegisterGroup.trustTypes.contains)
            ?? RegisterGroup.trustTypeNames.contains(type.lowercased())
        let status = heading.value(.groupStatus, in: record)?.lowercased() ?? ""
        closed = heading.day(.groupClosed, in: record)
        let ended = RegisterValue.day(heading.value(.groupClosed, in: record) ?? "") != .none
        isOpen = status.isEmpty ? !ended : status == "open"
    }
}
