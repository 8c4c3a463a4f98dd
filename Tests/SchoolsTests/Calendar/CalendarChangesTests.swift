import Kernel
import SchoolRules
import Testing

@Suite struct CalendarChangesTests {
    private let day = Calendars.day
    private var permit: MayKeepCalendar { get throws { try MayKeepCalendar(Calendars.person(.administrator)) } }

    @Test func aYearBeginsOnce() throws {
        let trust = try Calendars.trust()
        let next = try Calendars.year(2026).nextYearsGuess()
        let change = try trust.starting(next, id: Calendars.id(5), by: permit)
        #expect(change.what == .started(next) && change.version == 0 && change.startsIn == 2027)
        #expect(throws: Refusal.conflict("2026/27 is in the calendar already.")) {
            try trust.starting(Calendars.year(2026), id: Calendars.id(5), by: permit)
        }
    }

    @Test func movingSaysWhatWasAndWhatIs() throws {
        let trust = try Calendars.trust()
        let halves = try Calendars.halves(2, "2026-11-02", "2026-12-16")
        let change = try trust.moving(2026, version: 1, to: halves, by: permit)
        #expect(change.what == .halfTermsMoved(from: try Calendars.year(2026).halfTerms, to: halves))
        #expect(change.version == 1 && change.id == trust.years[1].id)
    }

    @Test func whoSawAnOlderYearOverwritesNothing() throws {
        let trust = try Calendars.trust()
        let halves = try Calendars.year(2025).halfTerms
        #expect(throws: Refusal.stale) { try trust.moving(2025, version: 2, to: halves, by: permit) }
        #expect(throws: Refusal.stale) { try trust.unmarking(2025, version: 2, day("2025-12-25"), by: permit) }
        #expect(throws: Refusal.stale) {
            try trust.marking(2025, version: 2, MarkedDay(day("2025-11-03"), .inset), by: permit)
        }
        #expect(throws: Refusal.stale) {
            try trust.moving(2025, version: 3, to: Array(halves.dropLast()), by: permit)
        }
    }

    @Test func aYearThatIsNotThereIsNotFound() throws {
        let trust = try Calendars.trust()
        #expect(throws: Refusal.notFound) { try trust.moving(2030, version: 1, to: [], by: permit) }
    }

    @Test func datesThatMakeNoYearAreRefusedAtTheirField() throws {
        let trust = try Calendars.trust()
        let halves = try Calendars.halves(2, "2026-10-20", "2026-12-18")
        #expect {
            try trust.moving(2026, version: 1, to: halves, by: permit)
        } throws: { error in
            guard case Refusal.invalid(let errors) = error else { return false }
            return errors.sentence(for: "first-2")?.contains("before Autumn 1 has ended") == true
        }
    }

    @Test func theTrustCannotBreakAYearThatASchoolKeeps() throws {
        let late = HalfTerm(1, .autumn, "Autumn 1", day("2026-09-01"), day("2026-10-30"))
        let own = OwnYear(
            school: Calendars.ash, schoolName: "Ash Primary", version: 1,
            exceptions: SchoolExceptions(startsIn: 2026, halfTerms: [late]))
        let trust = try Calendars.trust(own: [own])
        let halves = try Calendars.halves(2, "2026-10-26", "2026-12-18")
        #expect {
            try trust.moving(2026, version: 1, to: halves, by: permit)
        } throws: { error in
            guard case Refusal.conflict(let sentence) = error else { return false }
            return sentence.hasPrefix("This does not fit what Ash Primary keeps for itself.")
        }
    }

    @Test func yearsMayNotRunIntoEachOther() throws {
        let trust = try Calendars.trust()
        let early = MarkedDay(day("2026-08-10"), .inset)
        let late = MarkedDay(day("2026-08-20"), .inset)
        let marked = try trust.marking(2026, version: 1, early, by: permit)
        #expect(marked.what == .marked(early))
        let year = try AcademicYear(startsIn: 2026, halfTerms: Calendars.year(2026).halfTerms, marks: [early])
        let both = TrustCalendar(
            years: [trust.years[0], TrustYear(id: trust.years[1].id, version: 2, year: year)], own: [])
        #expect(throws: Refusal.self) { try both.marking(2025, version: 3, late, by: permit) }
    }

    @Test func daysAreMarkedOnceAndUnmarkedOnce() throws {
        let trust = try Calendars.trust()
        let inset = MarkedDay(day("2026-11-27"), .inset, "Assessment")
        #expect(try trust.marking(2026, version: 1, inset, by: permit).what == .marked(inset))
        let christmas = day("2026-12-25")
        #expect(throws: Refusal.invalid("day", "25 December 2026 is marked twice: Christmas Day and Closed.")) {
            try trust.marking(2026, version: 1, MarkedDay(christmas, .closed), by: permit)
        }
        let unmarked = try trust.unmarking(2026, version: 1, christmas, by: permit)
        #expect(unmarked.what == .unmarked(MarkedDay(christmas, .bankHoliday, "Christmas Day")))
        #expect(throws: Refusal.notFound) { try trust.unmarking(2026, version: 1, day("2026-11-27"), by: permit) }
    }

    @Test func aTrustMarksNothingOpenAndNoEndlessNames() throws {
        let trust = try Calendars.trust()
        #expect(throws: Refusal.self) {
            try trust.marking(2026, version: 1, MarkedDay(day("2026-11-28"), .open), by: permit)
        }
        #expect(throws: Refusal.invalid("name", "Keep this within 60 characters; it has 61.")) {
            let endless = String(repeating: "x", count: 61)
            return try trust.marking(2026, version: 1, MarkedDay(day("2026-11-27"), .closed, endless), by: permit)
        }
    }
}
