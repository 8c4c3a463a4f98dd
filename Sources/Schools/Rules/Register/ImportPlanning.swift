package import Kernel

extension ImportPlan {
    /// - Parameters:
    ///   - existing: every school of the database, past ones too.
    ///   - links: every link that the database keeps.
    package init(_ reading: RegisterReading, existing: [School], links known: [SuccessorLink], today: Day) {
        trust = reading.trust.trust
        (refused, warnings) = (reading.refused, reading.warnings)
        let schools = Dictionary(existing.map { ($0.urn, $0) }, uniquingKeysWith: { first, _ in first })
        links = ImportPlan.newLinks(reading, schools: schools, known: known)
        let newEnds = Set(links.map(\.ends))
        let lineage = Lineage(links + known, schools: schools, new: newEnds)
        for row in reading.rows {
            if let school = schools[row.facts.urn] {
                take(row, of: school, linked: lineage.isNew(school.urn), today: today)
            } else {
                bringIn(row, lineage, today: today)
            }
        }
        noteMissing(existing, seen: Set(reading.rows.map(\.facts.urn)))
        warnings.sort { ($0.line, $0.reason) < ($1.line, $1.reason) }
    }

    private mutating func bringIn(_ row: RegisterRow, _ lineage: Lineage, today: Day) {
        switch row.standing {
        case .open:
            added.append(
                Addition(
                    line: row.line, facts: row.facts, joined: row.joined,
                    predecessors: lineage.predecessors(of: row.facts.urn)))
            noteEnded(row, today: today)
        case .closed: warn(row, "closed\(on(row.facts.closes)), so it is not brought in.")
        case .proposed: warn(row, "is only proposed to open, so it is not brought in yet.")
        case .abroad: warn(row, "is outside England and in no trust, so it is not brought in.")
        case .odd: return
        }
    }

    private mutating func take(_ row: RegisterRow, of school: School, linked: Bool, today: Day) {
        if row.standing == .closed {
            if school.facts.status == .closed { return }
            closed.append(Ending(school: school, facts: row.facts, why: .closed(row.facts.closes)))
        } else if row.belongs == false || row.standing == .abroad {
            if !school.isCurrent { return }
            let day = row.elsewhere.flatMap { $0 <= today ? $0 : nil } ?? today
            closed.append(Ending(school: school, facts: school.facts, why: .left(day)))
        } else if school.isCurrent || row.belongs == true {
            compare(row, with: school, linked: linked)
            noteEnded(row, today: today)
        }
    }

    private mutating func compare(_ row: RegisterRow, with school: School, linked: Bool) {
        let fields = row.facts.differences(from: school.facts)
        let joined = row.joined ?? school.joined
        let change = Change(
            school: school, facts: row.facts, joined: joined, fields: fields, returns: !school.isCurrent, linked: linked
        )
        if fields.isEmpty, joined == school.joined, !change.returns, !linked {
            unchanged += 1
        } else {
            changed.append(change)
        }
    }

    private mutating func noteEnded(_ row: RegisterRow, today: Day) {
        if let end = row.facts.closes, end <= today {
            warn(row, "counts as open, although its closing day \(end.long) has passed.")
        }
    }

    private mutating func noteMissing(_ existing: [School], seen: Set<String>) {
        for school in existing where school.isCurrent && !seen.contains(school.urn) {
            warnings.append(
                LineNote(line: 0, reason: "\(school.name) (\(school.urn)) is not in this file and stays as it is."))
        }
    }

    private mutating func warn(_ row: RegisterRow, _ what: String) {
        warnings.append(LineNote(line: row.line, reason: "\(row.facts.name) (\(row.facts.urn)) \(what)"))
    }

    private func on(_ day: Day?) -> String { day.map { " on \($0.long)" } ?? "" }
}
