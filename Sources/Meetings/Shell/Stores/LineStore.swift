package import Database
package import Kernel
package import MeetingRules

extension LineRhythm: Storable {}

/// A line with the names of the two people and of the place, as pages show it.
package struct NamedLine: Hashable, Sendable {
    package let line: MeetingLine
    package let leader: String
    package let member: String
    /// `English, Willowbrook Academy`
    package let place: String
    package let endedBecause: String

    package init(line: MeetingLine, leader: String, member: String, place: String, endedBecause: String = "") {
        (self.line, self.leader, self.member) = (line, leader, member)
        (self.place, self.endedBecause) = (place, endedBecause)
    }

    /// Why it ended belongs to what was said between the two.
    func shown(from standpoint: LineStandpoint) -> NamedLine {
        standpoint == .inIt ? self : NamedLine(line: line, leader: leader, member: member, place: place)
    }

    /// `Kate Brennan and Amir Hussain`
    package var pair: String { "\(leader) and \(member)" }

    /// The one whom `actor` meets; both for somebody who is neither.
    func other(than actor: Actor) -> String {
        if actor.sits(in: line.leader.id) { return member }
        return actor.sits(in: line.member.id) ? leader : pair
    }
}

/// What a seat is called when nobody sits in it.
let nobody = "nobody: hand over"

extension Reading {
    /// - Throws: `notFound`.
    package func line(_ id: ID<MeetingLine>) throws -> NamedLine {
        guard let line = try lines("l.id = \(id)").first else { throw Refusal.notFound }
        return line
    }

    /// The lines in which somebody sits, those still going first, by place.
    package func lines(of actor: Actor) throws -> [NamedLine] { try lines(of: actor, "1 = 1") }

    /// - Parameter condition: on the line `l`.
    func lines(of actor: Actor, _ condition: SQL) throws -> [NamedLine] {
        guard !actor.seats.isEmpty else { return [] }
        let own = SQL.joined(actor.seats.map { "\($0)" })
        return try lines(
            """
            l.id IN (SELECT id FROM line WHERE leader_seat_id IN (\(own))
                     UNION SELECT id FROM line WHERE member_seat_id IN (\(own))) AND \(condition)
            """)
    }

    /// The lines of a school and its departments that are going, by place.
    func lines(at school: SchoolID) throws -> [NamedLine] {
        try lines("l.school_id = \(school) AND l.ended_on IS NULL")
    }

    func lines(_ condition: SQL) throws -> [NamedLine] {
        try rows(
            """
            SELECT l.id, l.leader_seat_id, a.role, l.member_seat_id, b.role, l.school_id, l.department_id, l.rhythm,
                   l.first_on, l.starts_at, l.minutes, l.version, l.ended_on, l.ended_reason,
                   \(holder(of: "l.leader_seat_id")), \(holder(of: "l.member_seat_id")), s.name, d.name
            FROM line l
            JOIN seat a ON a.id = l.leader_seat_id
            JOIN seat b ON b.id = l.member_seat_id
            LEFT JOIN school s ON s.id = l.school_id
            LEFT JOIN department d ON d.id = l.department_id
            WHERE \(condition)
            ORDER BY CASE WHEN l.ended_on IS NULL THEN 0 ELSE 1 END, lower(s.name), lower(d.name), l.id
            """, NamedLine.read)
    }

    /// The name of whoever sits in a seat today; null where nobody does.
    func holder(of seat: SQL) -> SQL {
        """
        (SELECT person.name FROM post JOIN person ON person.id = post.person_id
         WHERE post.seat_id = \(seat) AND post.starts_on <= \(today) AND post.ends_on >= \(today)
         ORDER BY post.starts_on, post.id LIMIT 1)
        """
    }
}

extension NamedLine {
    fileprivate static func read(_ row: borrowing Row) throws -> NamedLine {
        let line = MeetingLine(
            id: try row[0], leader: LineSeat(try row[1], try row[2]), member: LineSeat(try row[3], try row[4]),
            place: try linePlace(row, school: 5, department: 6),
            times: LineTimes(rhythm: try row[7], first: try row[8], startsAt: try row[9], minutes: try row[10]),
            version: try row[11], ended: try row[12])
        let (leader, member): (String?, String?) = (try row[14], try row[15])
        let (school, department): (String?, String?) = (try row[16], try row[17])
        let names = [department, school].compactMap { $0 }
        return NamedLine(
            line: line, leader: leader ?? nobody, member: member ?? nobody,
            place: names.isEmpty ? "The whole trust" : names.joined(separator: ", "), endedBecause: try row[13])
    }
}

/// A place from its two columns; both are NULL for the trust.
func linePlace(_ row: borrowing Row, school: Int, department: Int) throws -> Place {
    let schoolID: SchoolID? = try row[school]
    let departmentID: DepartmentID? = try row[department]
    guard let schoolID else { return .trust }
    return departmentID.map { .department($0, of: schoolID) } ?? .school(schoolID)
}

extension Transaction {
    /// - Throws: `conflict` when the two have a line already.
    package func save(_ change: LineSetUp) throws {
        let line = change.line
        do {
            try run(
                """
                INSERT INTO line (id, leader_seat_id, member_seat_id, school_id, department_id, rhythm, first_on,
                                  starts_at, minutes, version, ended_on, ended_reason)
                VALUES (\(line.id), \(line.leader.id), \(line.member.id), \(line.place.school),
                        \(line.place.department), \(line.times.rhythm), \(line.times.first), \(line.times.startsAt),
                        \(line.times.minutes), 1, NULL, '')
                """)
        } catch DatabaseError.unique {
            throw Refusal.conflict("These two have line meetings already.")
        }
    }

    /// - Throws: `stale`.
    package func save(_ change: LineChanged) throws {
        let saved = try run(
            """
            UPDATE line SET rhythm = \(change.times.rhythm), first_on = \(change.times.first),
                starts_at = \(change.times.startsAt), minutes = \(change.times.minutes), version = version + 1
            WHERE id = \(change.line.id) AND version = \(change.version)
            """)
        guard saved == 1 else { throw Refusal.stale }
    }

    /// - Throws: `stale`.
    package func save(_ change: LineEnded) throws {
        let saved = try run(
            """
            UPDATE line SET ended_on = \(change.day), ended_reason = \(change.reason), version = version + 1
            WHERE id = \(change.line) AND version = \(change.version)
            """)
        guard saved == 1 else { throw Refusal.stale }
    }
}
