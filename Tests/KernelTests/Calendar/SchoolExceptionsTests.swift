import Kernel
import Testing

@Suite struct SchoolExceptionsTests {
    private func day(_ iso: String) -> Day { Years.day(iso) }

    @Test func withoutExceptionsAYearStaysTheTrusts() throws {
        let year = try Years.year(2025, Years.usual2025, marks: Years.marks2025)
        #expect(try year.with(SchoolExceptions(startsIn: 2025)) == year)
        #expect(SchoolExceptions(startsIn: 2025).isEmpty)
    }

    @Test func aSchoolsOwnHalfTermReplacesTheTrusts() throws {
        let year = try Years.year(2025, Years.usual2025)
        let own = HalfTerm(1, .autumn, "Autumn 1", day("2025-09-02"), day("2025-10-17"))
        let merged = try year.with(SchoolExceptions(startsIn: 2025, halfTerms: [own]))
        #expect(merged.halfTerms[0] == own)
        #expect(Array(merged.halfTerms.dropFirst()) == Array(year.halfTerms.dropFirst()))
    }

    @Test func aSchoolsOwnDayReplacesTheTrusts() throws {
        let year = try Years.year(2025, Years.usual2025, marks: Years.marks2025)
        let exceptions = SchoolExceptions(
            startsIn: 2025,
            marks: [MarkedDay(day("2025-10-24"), .open), MarkedDay(day("2026-06-26"), .inset, "Moving house")])
        let calendar = try SchoolCalendar([year]).with([exceptions])
        #expect(calendar.kind(of: day("2025-10-24")) == .school)
        #expect(calendar.kind(of: day("2026-06-26")) == .inset("Moving house"))
        #expect(calendar.kind(of: day("2026-05-04")) == .bankHoliday("Early May bank holiday"))
    }

    @Test func exceptionsOfOneYearLeaveTheOthersAlone() throws {
        let calendar = try Years.two()
        let merged = try calendar.with([
            SchoolExceptions(startsIn: 2026, marks: [MarkedDay(day("2026-11-27"), .closed, "Polling station")])
        ])
        #expect(merged.years[0] == calendar.years[0])
        #expect(merged.kind(of: day("2026-11-27")) == .closed("Polling station"))
    }

    @Test func togetherTheyMustStillMakeAYear() throws {
        let year = try Years.year(2025, Years.usual2025)
        let own = HalfTerm(1, .autumn, "Autumn 1", day("2025-09-02"), day("2025-11-07"))
        #expect(throws: Refusal.self) { try year.with(SchoolExceptions(startsIn: 2025, halfTerms: [own])) }
    }

    @Test func anExceptionToAHalfTermThatIsNotThereIsRefused() throws {
        let own = HalfTerm(7, .summer, "Summer 3", day("2026-07-22"), day("2026-07-24"))
        #expect(throws: Refusal.invalid("half-terms", "The trust's 2025/26 has no half term 7.")) {
            try Years.year(2025, Years.usual2025).with(SchoolExceptions(startsIn: 2025, halfTerms: [own]))
        }
    }
}
