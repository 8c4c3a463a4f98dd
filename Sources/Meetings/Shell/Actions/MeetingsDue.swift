package import Database
package import Kernel
package import MeetingRules
import Schools

/// A meeting of this week or soon, for one of the two people.
package struct MeetingDue: Hashable, Sendable {
    package let meeting: ID<LineMeeting>
    package let day: Day
    package let startsAt: String
    package let minutes: Int
    package let isRunning: Bool
    package let leader: String
    package let member: String
    /// The one of them whom the reader meets.
    package let with: String
    package let place: String
    package let school: SchoolID?
    /// nil while it waits.
    package let end: Waiting.End?
}

/// A promise that waits for whoever made it.
package struct PromiseDue: Hashable, Sendable {
    package let promise: ID<Promise>
    package let words: String
    package let by: Day
    package let version: Int
    package let place: String
    package let school: SchoolID?
    package let line: ID<MeetingLine>
}

/// Nobody's Today is longer than this.
private let mostDue = 100

extension Reading {
    /// A person's meetings from this week until a day; none at a school that closed or left.
    package func meetingsDue(for actor: Actor, through last: Day) throws -> [MeetingDue] {
        try meetings(of: livingLines(of: actor), for: actor, from: today.monday, through: last) { state in
            state.isOpen || state == .running
        }
    }

    /// A person's meetings of the last `days` that were held, and those that were called off since then or to come.
    package func meetingsOver(for actor: Actor, inLast days: Int, through last: Day) throws -> [MeetingDue] {
        try meetings(of: lines(of: actor), for: actor, from: today - days, through: last) { state in
            state == .held || state == .calledOff
        }
    }

    private func meetings(
        of lines: [NamedLine], for actor: Actor, from first: Day, through last: Day,
        _ isWanted: (MeetingState) -> Bool
    ) throws -> [MeetingDue] {
        let named = Dictionary(uniqueKeysWithValues: lines.map { ($0.line.id, $0) })
        let found = try meetings(of: lines.map(\.line.id), from: first, through: last)
        return found.compactMap { meeting in
            let state = meeting.state(on: today)
            guard let line = named[meeting.line], isWanted(state) else { return nil }
            return MeetingDue(
                meeting: meeting.id, day: meeting.day, startsAt: line.line.times.startsAt,
                minutes: line.line.times.minutes, isRunning: state == .running, leader: line.leader,
                member: line.member, with: line.other(than: actor), place: line.place, school: line.line.place.school,
                end: state == .held ? .held : state == .calledOff ? .calledOff : nil)
        }
        .prefix(mostDue).map { $0 }
    }

    /// Promises of the seats that a person sits in, of which there is at least one.
    package func promisesDue(for actor: Actor, through last: Day) throws -> [PromiseDue] {
        try rows(
            """
            SELECT p.id, p.words, p.by_day, p.version, l.id, s.name, d.name, l.school_id
            FROM promise p
            JOIN line l ON l.id = p.line_id
            LEFT JOIN school s ON s.id = l.school_id
            LEFT JOIN department d ON d.id = l.department_id
            WHERE p.seat_id IN (\(SQL.joined(actor.seats.map { "\($0)" }))) AND p.ended_as IS NULL AND p.by_day <= \(last)
                AND \(schoolGoesOn(in: "l.school_id"))
            ORDER BY p.by_day, p.id LIMIT \(mostDue)
            """
        ) { row in
            let (school, department): (String?, String?) = (try row[5], try row[6])
            let names = [department, school].compactMap { $0 }
            return PromiseDue(
                promise: try row[0], words: try row[1], by: try row[2], version: try row[3],
                place: names.isEmpty ? "The whole trust" : names.joined(separator: ", "), school: try row[7],
                line: try row[4])
        }
    }
}
