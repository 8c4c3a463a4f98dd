import Database
import Kernel
import SchoolRules
import Schools
import TestKit
import Testing
import Trail

@Suite struct OwnYearVerbsTests {
    private let administrator = CalendarDatabase.administrator
    private let head = Calendars.person(.headteacher, at: .school(Calendars.ash))
    private let day = Calendars.day

    @Test(arguments: Engine.available) func aSchoolsDatesAreItsOwnAlone(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let rows = try CalendarDatabase.rows(1, "1 Sep", "Fri 16 Oct 2026")
            try await keepHalfTerms(rows, of: Calendars.ash, in: 2026, version: 0, by: head, in: database)
            let (ash, birch, trust) = try await database.read {
                (try $0.calendar(of: Calendars.ash), try $0.calendar(of: Calendars.birch), try $0.calendar())
            }
            #expect(ash.holiday(of: day("2026-10-20"))?.first == day("2026-10-17"))
            #expect(birch == trust && birch.isSchoolDay(day("2026-10-20")) == true)
            let trail = try await database.read { try $0.trail(of: Calendars.ash) }
            #expect(trail.map(\.verb) == ["own-half-terms-kept"])
            #expect(trail[0].after == "Autumn 1 from 1 September 2026 to 16 October 2026")
        }
    }

    @Test(arguments: Engine.available) func whatASchoolDoesNotKeepFollowsTheTrust(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let own = try CalendarDatabase.rows(1, "1 Sep", "16 Oct")
            try await keepHalfTerms(own, of: Calendars.ash, in: 2026, version: 0, by: head, in: database)
            let renamed = try CalendarDatabase.rows(2, "2 Nov", "16 Dec").map {
                TypedHalfTerm($0.number, "Term \($0.number)", $0.first, $0.last)
            }
            try await moveHalfTerms(of: 2026, version: 1, to: renamed, by: administrator, in: database)
            let ash = try await database.read { try $0.calendar(of: Calendars.ash) }
            #expect(ash.halfTerm(of: day("2026-10-16"))?.name == "Term 1")
            #expect(ash.isSchoolDay(day("2026-10-19")) == false)
            #expect(ash.isSchoolDay(day("2026-12-17")) == false)
        }
    }

    @Test(arguments: Engine.available) func aSchoolCanFollowTheTrustAgain(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let own = try CalendarDatabase.rows(1, "1 Sep", "16 Oct")
            try await keepHalfTerms(own, of: Calendars.ash, in: 2026, version: 0, by: head, in: database)
            let trusts = try CalendarDatabase.rows(1, "1 Sep", "23 Oct")
            try await keepHalfTerms(trusts, of: Calendars.ash, in: 2026, version: 1, by: head, in: database)
            let (ash, trust) = try await database.read { (try $0.calendar(of: Calendars.ash), try $0.calendar()) }
            #expect(ash == trust)
        }
    }

    @Test(arguments: Engine.available) func aSchoolsDayReplacesTheTrustsAndGoesAgain(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let may = day("2027-05-03")
            let open = MarkedDay(may, .open, "Moved to the Friday")
            try await markOwnDay(open, of: Calendars.ash, in: 2026, version: 0, by: head, in: database)
            #expect(try await database.read { try $0.calendar(of: Calendars.ash) }.kind(of: may) == .school)
            #expect(try await database.read { try $0.calendar() }.isSchoolDay(may) == false)
            try await unmarkOwnDay(may, of: Calendars.ash, in: 2026, version: 1, by: head, in: database)
            let calendar = try await database.read { try $0.calendar(of: Calendars.ash) }
            #expect(calendar.kind(of: may) == .bankHoliday("Early May bank holiday"))
            await #expect(throws: Refusal.notFound) {
                try await unmarkOwnDay(may, of: Calendars.ash, in: 2026, version: 2, by: head, in: database)
            }
        }
    }

    @Test(arguments: Engine.available) func theSecondOfTwoEditorsOverwritesNothing(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let mark = MarkedDay(day("2026-11-27"), .inset)
            try await markOwnDay(mark, of: Calendars.ash, in: 2026, version: 0, by: head, in: database)
            await #expect(throws: Refusal.stale) {
                let other = MarkedDay(day("2026-11-26"), .closed)
                try await markOwnDay(other, of: Calendars.ash, in: 2026, version: 0, by: head, in: database)
            }
            let own = try await database.read { try $0.trustCalendar(with: .of(Calendars.ash)) }.own
            #expect(own.map(\.exceptions.marks) == [[mark]])
        }
    }

    @Test(arguments: Engine.available) func theTrustCannotBreakASchoolsYear(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let late = try CalendarDatabase.rows(1, "1 Sep", "30 Oct")
            try await keepHalfTerms(late, of: Calendars.ash, in: 2026, version: 0, by: head, in: database)
            let early = try CalendarDatabase.rows(2, "26 Oct", "18 Dec")
            let refusal = await #expect(throws: Refusal.self) {
                try await moveHalfTerms(of: 2026, version: 1, to: early, by: administrator, in: database)
            }
            #expect(refusal?.sentence.hasPrefix("This does not fit what Ash Primary keeps for itself.") == true)
            #expect(try await database.read { try $0.calendar() }.years[1] == Calendars.year(2026))
        }
    }

    @Test(arguments: Engine.available) func strangersAndUnknownSchoolsAreNotFound(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let mark = MarkedDay(day("2026-11-27"), .inset)
            for school in [Calendars.birch, Calendars.id(99)] {
                await #expect(throws: Refusal.notFound) {
                    try await markOwnDay(mark, of: school, in: 2026, version: 0, by: head, in: database)
                }
                await #expect(throws: Refusal.notFound) {
                    try await readCalendar(of: .school(school), startsIn: 2026, by: head, in: database)
                }
            }
            await #expect(throws: Refusal.notFound) {
                try await markOwnDay(
                    mark, of: Calendars.id(99), in: 2026, version: 0, by: administrator, in: database)
            }
            await #expect(throws: Refusal.notFound) {
                try await markOwnDay(mark, of: Calendars.ash, in: 2030, version: 0, by: head, in: database)
            }
        }
    }
}
