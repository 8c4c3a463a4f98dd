import Kernel

/// One row that matters to the trust: its own schools, and schools that are in the database already.
struct RegisterRow: Hashable, Sendable {
    let line: Int
    let facts: SchoolFacts
    /// Whether the row's school is in the trust; nil when the file does not tell.
    let belongs: Bool?
    let standing: RegisterStanding
    let joined: Day?
}

/// What a file of schools says to one trust. Keeps only what concerns the trust, however long the file is.
package struct RegisterReading: Sendable {
    package let trust: ChosenTrust
    private let groups: GroupsBook
    private let existing: [String: School]
    private(set) var rows: [RegisterRow] = []
    private(set) var refused: [LineNote] = []
    private(set) var warnings: [LineNote] = []
    private(set) var links: [SuccessorLink] = []
    private var lineOf: [String: Int] = [:]

    /// More rows than this that do not fit mean that the heading row is not theirs.
    package static let mostMisfits = 1_000

    /// - Parameter existing: every school of the database, past ones too.
    /// - Throws: `RegisterUnreadable`.
    package init(_ pieces: FilePieces, for trust: ChosenTrust, groups: GroupsBook, existing: [School]) throws {
        (self.trust, self.groups) = (trust, groups)
        self.existing = Dictionary(existing.map { ($0.urn, $0) }, uniquingKeysWith: { first, _ in first })
        try RegisterFile.read(pieces) { kind in
            try TrustDirectory.accept(kind)
        } row: { heading, record in
            try take(heading, record)
        }
    }

    /// Adds a file of predecessors and successors; keeps the links of the schools that were read.
    package mutating func addLinks(_ pieces: FilePieces) throws {
        let wanted = Set(existing.keys).union(rows.map(\.facts.urn))
        try RegisterFile.read(pieces) { kind in
            guard kind == .successorLinks else {
                throw RegisterUnreadable("This is not the register's file of links between schools.")
            }
        } row: { heading, record in
            guard let link = heading.successorLink(record) else { return }
            if wanted.contains(link.predecessor) || wanted.contains(link.successor) { links.append(link) }
        }
    }

    private mutating func take(_ heading: RegisterHeading, _ record: CSVRecord) throws {
        if let reason = heading.misfit(record) { return try refuseMisfit(record.line, reason) }
        let claim = heading.claim(in: record)
        let text = heading.value(.urn, in: record) ?? ""
        let urn = RegisterValue.urn(text)
        let belongs = trust.holds(claim, urn: urn ?? text, groups: groups)
        guard belongs == true || (existing[urn ?? text] != nil && claim != .otherGroup) else { return }
        guard let urn else { return refuse(record.line, "\"\(text)\" is not a URN, which has six digits.") }
        if let first = lineOf[urn] { return refuse(record.line, "URN \(urn) was read on line \(first) already.") }
        guard let name = heading.value(.name, in: record)?.spacedOnce, !name.isEmpty else {
            return refuse(record.line, "The school has no name.")
        }
        if let sentence = TextLimit.refusal(of: name, most: 200) {
            return refuse(record.line, "The school's name is too long. \(sentence)")
        }
        let standing = RegisterStanding(heading, record)
        if case .odd(let text) = standing { return refuse(record.line, "The register has no status \"\(text)\".") }
        lineOf[urn] = record.line
        keep(heading, record, urn: urn, name: name, belongs: belongs, standing)
    }

    private mutating func keep(
        _ heading: RegisterHeading, _ record: CSVRecord, urn: String, name: String, belongs: Bool?,
        _ standing: RegisterStanding
    ) {
        let reading = FactReading(heading, record, urn: urn, name: name, over: existing[urn]?.facts)
        if belongs == true { warnings += reading.notes.map { LineNote(line: record.line, reason: "\(name): \($0)") } }
        links += heading.linkCells(in: record).compactMap { SuccessorLink(of: urn, cell: $0) }
        let joined = groups.membership(urn).flatMap { $0.uid == trust.trust.uid ? $0.joined : nil }
        rows.append(
            RegisterRow(
                line: record.line, facts: reading.facts, belongs: belongs, standing: standing,
                joined: joined ?? heading.joined(record)))
    }

    private mutating func refuse(_ line: Int, _ reason: String) { refused.append(LineNote(line: line, reason: reason)) }

    private mutating func refuseMisfit(_ line: Int, _ reason: String) throws {
        refuse(line, reason)
        if refused.count > RegisterReading.mostMisfits {
            throw RegisterUnreadable("More than \(RegisterReading.mostMisfits) rows do not fit under the heading row.")
        }
    }
}

extension RegisterHeading {
    func successorLink(_ record: CSVRecord) -> SuccessorLink? {
        guard let urn = value(.urn, in: record).flatMap(RegisterValue.urn),
            let other = value(.linkURN, in: record).flatMap(RegisterValue.urn)
        else { return nil }
        let name = value(.linkName, in: record)?.spacedOnce ?? ""
        return SuccessorLink(
            of: urn, to: other, named: name.isEmpty ? nil : name, type: value(.linkType, in: record) ?? "",
            on: day(.linkDay, in: record))
    }

    func joined(_ record: CSVRecord) -> Day? { day(.groupJoined, in: record) }

    func day(_ column: RegisterColumn, in record: CSVRecord) -> Day? {
        guard let text = value(column, in: record), case .day(let day) = RegisterValue.day(text) else { return nil }
        return day
    }
}
