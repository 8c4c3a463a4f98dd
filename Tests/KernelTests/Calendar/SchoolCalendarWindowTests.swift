import Kernel
import Testing

@Suite struct SchoolCalendarWindowTests {
    private func day(_ iso: String) -> Day { Years.day(iso) }

    @Test func thisHalfTermThisTermThisYear() throws {
        let calendar = try Years.two()
        let today = day("2026-11-21")
        #expect(
            calendar.window(.halfTerm, of: today) == Window("Autumn 2", day("2026-11-02"), day("2026-12-18")))
        #expect(calendar.window(.term, of: today) == Window("Autumn term", day("2026-09-01"), day("2026-12-18")))
        #expect(calendar.window(.year, of: today) == Window("2026/27", day("2026-09-01"), day("2027-07-21")))
    }

    @Test func aBreakIsInTheTermButInNoHalfTerm() throws {
        let calendar = try Years.two()
        #expect(calendar.window(.halfTerm, of: day("2025-10-29")) == nil)
        #expect(calendar.window(.term, of: day("2025-10-29"))?.name == "Autumn term")
        #expect(calendar.window(.term, of: day("2025-12-29")) == nil)
        #expect(calendar.window(.year, of: day("2025-12-29"))?.name == "2025/26")
    }

    @Test func theSummerBelongsToTheYearBeforeButIsNotInItsWindow() throws {
        let calendar = try Years.two()
        #expect(calendar.year(of: day("2026-08-12"))?.name == "2025/26")
        #expect(calendar.window(.year, of: day("2026-08-12")) == nil)
    }

    @Test func aHolidayRunsFromTheDayAfterSchoolToTheDayBeforeIt() throws {
        let calendar = try Years.two()
        let christmas = Window("Christmas holiday", day("2025-12-20"), day("2026-01-04"))
        for iso in ["2025-12-20", "2025-12-25", "2026-01-04"] { #expect(calendar.holiday(of: day(iso)) == christmas) }
        #expect(calendar.holiday(of: day("2025-12-19")) == nil)
        #expect(
            calendar.holiday(of: day("2026-08-01"))
                == Window("Summer holiday", day("2026-07-22"), day("2026-08-31")))
    }

    @Test func insetBeforeTheFirstHalfTermLiesInTheSummer() throws {
        let first = try Years.two().holiday(of: day("2025-09-01"))
        #expect(first == Window("Summer holiday", day("2025-09-01"), day("2025-09-01")))
    }

    @Test func insetAfterTheLastKnownDayOfSchoolEndsWhatIsKnown() throws {
        let inset = MarkedDay(day("2026-07-23"), .inset)
        let calendar = try SchoolCalendar([
            Years.year(2025, Years.usual2025, marks: [inset]), Years.year(2030, "09-02 10-25"),
        ])
        #expect(calendar.holiday(of: day("2026-07-22")) == Window("Summer holiday", day("2026-07-22"), inset.day))
        #expect(calendar.kind(of: day("2026-07-23")) == .inset("INSET day"))
        #expect(calendar.kind(of: day("2026-07-24")) == nil)
    }

    @Test func theNextHalfTermIsKnownWithinKnownYears() throws {
        let calendar = try Years.two()
        #expect(calendar.nextHalfTerm(after: day("2026-11-21"))?.name == "Spring 1")
        #expect(calendar.nextHalfTerm(after: day("2026-07-21"))?.first == day("2026-09-01"))
        #expect(calendar.nextHalfTerm(after: day("2027-07-01")) == nil)
    }

    @Test func everyKnownDayIsInAHalfTermOrInAHoliday() throws {
        let calendar = try Years.two()
        for day in day("2025-09-01").through(day("2027-07-21")) {
            let half = calendar.halfTerm(of: day)
            let holiday = calendar.holiday(of: day)
            #expect((half == nil) != (holiday == nil))
            #expect(half?.contains(day) ?? holiday!.contains(day))
            #expect(calendar.year(of: day) != nil)
        }
    }
}
