/// The types of establishment that matter to Termwise, by code and by name, since some layouts have only names.
enum EstablishmentType {
    private static let abroad: [Int: String] = [
        25: "Offshore schools", 26: "Service children's education", 30: "Welsh establishment",
        37: "British schools overseas",
    ]

    private static let special: [Int: String] = [
        7: "Community special school", 8: "Non-maintained special school", 10: "Other independent special school",
        12: "Foundation special school", 32: "Special post 16 institution", 33: "Academy special sponsor led",
        36: "Free schools special", 44: "Academy special converter",
    ]

    private static let alternative: [Int: String] = [
        14: "Pupil referral unit", 38: "Free schools alternative provision",
        42: "Academy alternative provision converter", 43: "Academy alternative provision sponsor led",
    ]

    /// Abroad is everything outside England: no academy trust can be there.
    static func isAbroad(_ heading: RegisterHeading, _ record: CSVRecord) -> Bool {
        let authority = heading.value(.authorityCode, in: record) ?? ""
        return RegisterValue.code(authority, width: 3) == "000" || matches(abroad, heading, record)
    }

    static func provision(_ heading: RegisterHeading, _ record: CSVRecord) -> Provision {
        if matches(special, heading, record) { return .special }
        return matches(alternative, heading, record) ? .alternative : .mainstream
    }

    private static func matches(_ kind: [Int: String], _ heading: RegisterHeading, _ record: CSVRecord) -> Bool {
        if let code = heading.value(.typeCode, in: record).flatMap(RegisterValue.number) { return kind[code] != nil }
        let name = heading.value(.type, in: record)?.foldedName ?? ""
        return kind.values.contains { $0.foldedName == name }
    }
}
