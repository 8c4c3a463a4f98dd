import App
import Database
import Kernel
import MeetingRules
import Meetings
import SchoolRules
import Schools
import TestKit
import Testing

/// Changes of the academy's calendar, with its line meetings behind them.
extension Willowbrook {
    /// A weekly line from the Monday after next, or the first school day of its week; the deputy's with the head of English.
    func mondays(of leader: Actor? = nil, with member: Actor? = nil) async throws -> ID<MeetingLine> {
        let monday = try await firstDay.monday + 7
        let first = try await database.read { try $0.calendar(of: academy).schoolDay(onOrAfter: monday)! }
        let input = LineInput(
            school: academy, leader: (leader ?? deputy).seats[0], member: (member ?? headOfEnglish).seats[0],
            times: TimesInput(rhythm: .weekly, first: first, startsAt: "15:10", minutes: 30))
        return try await setUpLine(input, by: head, in: database)
    }

    func schoolDay(after day: Day) async throws -> Day {
        try #require(try await database.read { try $0.calendar(of: academy).nextSchoolDay(after: day) })
    }

    /// Closes a school, the academy unless another is meant, on a day.
    func mark(_ day: Day, at school: SchoolID? = nil, by actor: Actor? = nil, seen: String? = nil) async throws {
        let school = school ?? academy
        let (startsIn, version) = try await ownYear(of: school, on: day)
        try await markOwnDay(
            MarkedDay(day, .closed), of: school, in: startsIn, version: version, seen: seen, by: actor ?? head,
            following: meetingsFollowTheCalendar, in: database)
    }

    private func ownYear(of school: SchoolID, on day: Day) async throws -> (startsIn: Int, version: Int) {
        try await database.read { tx in
            let calendar = try tx.trustCalendar(with: .of(school))
            guard let startsIn = try calendar.shared().year(of: day)?.startsIn else { throw Refusal.notFound }
            return (startsIn, calendar.own(of: school, startsIn: startsIn)?.version ?? 0)
        }
    }

    typealias TypedYear = (startsIn: Int, rows: [TypedHalfTerm])

    /// The half terms of the year of `day`: with the one of `day` over before it, and as the trust keeps them.
    func halfTerms(endingBefore day: Day) async throws -> (short: TypedYear, whole: TypedYear) {
        let calendar = try await database.read { try $0.calendar(of: academy) }
        guard let year = calendar.year(of: day), let last = calendar.previousSchoolDay(before: day) else {
            throw Refusal.notFound
        }
        let short = year.halfTerms.map { half in
            TypedHalfTerm(half.number, half.name, half.first.short, (half.contains(day) ? last : half.last).short)
        }
        return ((year.startsIn, short), (year.startsIn, year.halfTerms.map(TypedHalfTerm.init)))
    }

    func keep(_ year: TypedYear, version: Int, seen: String? = nil) async throws {
        try await keepHalfTerms(
            year.rows, of: academy, in: year.startsIn, version: version, seen: seen, by: head,
            following: meetingsFollowTheCalendar, in: database)
    }

    /// The last but one of those meetings that fall into the half term of the second: to close what follows leaves no gap
    /// that looks as if a half term was forgotten.
    func lastButOne(of meetings: [LineMeeting]) async throws -> LineMeeting {
        let calendar = try await database.read { try $0.calendar(of: academy) }
        let half = try #require(calendar.halfTerm(of: meetings[1].day))
        return try #require(meetings.filter { half.contains($0.day) }.dropLast().last)
    }

    /// What a change would move.
    func shown(_ change: () async throws -> Void) async throws -> CalendarMovesUnseen {
        try #require(await #expect(throws: CalendarMovesUnseen.self) { try await change() })
    }

    /// Makes a change, and once more with what it would move seen, where it asks.
    func agreeing(to change: (_ seen: String?) async throws -> Void) async throws {
        do { try await change(nil) } catch let unseen as CalendarMovesUnseen { try await change(unseen.fingerprint) }
    }
}
