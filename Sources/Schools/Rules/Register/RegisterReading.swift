import Kernel

/// One row that matters to the trust: its own schools, and schools that are in the database already.
struct RegisterRow: Hashable, Sendable {
    let line: Int
    let facts: SchoolFacts
    /// Whether the row's school is in the trust; nil when the file does not tell.
    let belongs: Bool?
    let standing: RegisterStanding
    let joined: Day?
    /// The day on which it joined another trust, where the register tells.
    let elsewhere: Day?
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
    /// Schools that join a trust on a later day.
    private var coming: [String: (line: Int, trust: GroupsBook.Membership)] = [:]

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
        noteComing()
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
        let claim = heading.claim(in: record, on: groups.today)
        let text = heading.value(.urn, in: record) ?? ""
        let urn = RegisterValue.urn(text)
        if let urn, let later = heading.coming(after: groups.today, in: record) ?? groups.coming(urn) {
            coming[urn] = (record.line, later)
        }
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
        let member = groups.membership(urn)
        let own = member.flatMap { $0.uid == trust.trust.uid ? $0.joined : nil } ?? heading.joined(record)
        rows.append(
            RegisterRow(
                line: record.line, facts: reading.facts, belongs: belongs, standing: standing,
                joined: own, elsewhere: belongs == false ? member?.joined ?? own : nil))
    }

    /// Whoever joins another trust later stays until then; whoever joins this one later is not brought in before.
    private mutating func noteComing() {
        let read = Dictionary(rows.map { ($0.facts.urn, $0) }, uniquingKeysWith: { first, _ in first })
        for (urn, later) in coming.sorted(by: { $0.key < $1.key }) {
            guard let day = later.trust.joined else { continue }
            let isHere = read[urn]?.belongs ?? existing[urn]?.isCurrent ?? false
            let isOurs = later.trust.uid == trust.trust.uid
            let name = read[urn]?.facts.name ?? existing[urn]?.name ?? "The school"
            if isHere, !isOurs {
                warn(
                    later.line,
                    "\(name) (\(urn)) joins \(later.trust.name) (\(later.trust.uid)) on \(day.long). It stays "
                        + "until then: bring in the register again from that day on.")
            } else if isOurs, !isHere {
                warn(
                    later.line,
                    "\(name) (\(urn)) joins the trust on \(day.long): bring in the register again from "
                        + "that day on.")
            }
        }
    }

    private mutating func warn(_ line: Int, _ reason: String) { warnings.append(LineNote(line: line, reason: reason)) }

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
