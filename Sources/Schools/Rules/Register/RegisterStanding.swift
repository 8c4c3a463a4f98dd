import Kernel

/// Whether a row is about a school that a trust can run now. It decides before anything else about the row is read.
enum RegisterStanding: Hashable {
    case open, closed, proposed, abroad
    /// A status that the register does not have.
    case odd(String)

    init(_ heading: RegisterHeading, _ record: CSVRecord) {
        if EstablishmentType.isAbroad(heading, record) {
            self = .abroad
            return
        }
        switch RegisterStanding.status(heading, record) {
        case .known(.open), .known(.closing), .unsaid: self = .open
        case .known(.closed): self = .closed
        case .known(.proposed): self = .proposed
        case .odd(let text): self = .odd(text)
        }
    }

    enum Status: Hashable {
        case known(RegisterStatus), unsaid, odd(String)
    }

    private static let codes: [Int: RegisterStatus] = [1: .open, 2: .closed, 3: .closing, 4: .proposed]

    /// By code where there is one, or else by name.
    static func status(_ heading: RegisterHeading, _ record: CSVRecord) -> Status {
        let code = heading.value(.statusCode, in: record) ?? ""
        if let status = RegisterValue.number(code).flatMap({ codes[$0] }) { return .known(status) }
        let name = heading.value(.status, in: record)?.spacedOnce ?? ""
        if let status = RegisterStatus.allCases.first(where: { $0.name.lowercased() == name.lowercased() }) {
            return .known(status)
        }
        return name.isEmpty && code.isEmpty ? .unsaid : .odd(name.isEmpty ? code : name)
    }
}
