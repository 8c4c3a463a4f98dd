import Kernel
import Testing

@Suite struct SchoolCalendarTests {
    private func day(_ iso: String) -> Day { Years.day(iso) }

    @Test(arguments: [
        ("2025-09-01", DayKind.inset("INSET day")), ("2025-09-02", .school), ("2025-09-06", .weekend),
        ("2025-10-24", .inset("Curriculum day")), ("2025-10-25", .holiday("Autumn half-term break")),
        ("2025-12-25", .bankHoliday("Christmas Day")), ("2025-12-26", .holiday("Christmas holiday")),
        ("2026-02-18", .holiday("Spring half-term break")), ("2026-04-01", .holiday("Easter holiday")),
        ("2026-05-04", .bankHoliday("Early May bank holiday")), ("2026-07-21", .closed("INSET held as twilights")),
        ("2026-08-12", .holiday("Summer holiday")), ("2026-09-01", .school), ("2027-07-21", .school),
    ])
    func saysWhatADayIs(_ iso: String, _ kind: DayKind) throws {
        #expect(try Years.two().kind(of: day(iso)) == kind)
    }

    @Test(arguments: ["2025-08-31", "2027-07-22", "2030-01-01", "1999-12-31"])
    func answersNothingAboutDaysOutsideItsYears(_ iso: String) throws {
        let calendar = try Years.two()
        let day = day(iso)
        #expect(calendar.kind(of: day) == nil && calendar.isSchoolDay(day) == nil && calendar.isSilent(day) == nil)
        #expect(calendar.halfTerm(of: day) == nil && calendar.term(of: day) == nil && calendar.year(of: day) == nil)
        #expect(calendar.adding(schoolDays: 1, to: day) == nil && calendar.adding(schoolWeeks: 1, to: day) == nil)
        #expect(calendar.holiday(of: day) == nil && calendar.nextHalfTerm(after: day) == nil)
        #expect(calendar.milestones(after: day, upTo: 5).isEmpty)
    }

    @Test func theUnknownCalendarKnowsNothing() {
        #expect(SchoolCalendar.unknown.kind(of: day("2025-11-03")) == nil)
        #expect(SchoolCalendar.unknown.years.isEmpty)
    }

    @Test func aSummerIsKnownOnlyBetweenYearsThatFollowEachOther() throws {
        let later = try Years.year(2027, "09-01 10-22")
        let apart = try SchoolCalendar([Years.year(2025, Years.usual2025), later])
        #expect(apart.kind(of: day("2026-08-12")) == nil)
        #expect(apart.kind(of: day("2027-09-01")) == .school)
        #expect(apart.adding(schoolDays: 1, to: day("2026-07-21")) == nil)
        #expect(apart.schoolDays(from: day("2026-07-01"), through: day("2027-09-30")) == nil)
    }

    @Test func staffWorkOnInsetDaysAndPupilsDoNot() throws {
        let calendar = try Years.two()
        #expect(calendar.isSchoolDay(day("2025-10-24")) == false)
        #expect(calendar.isWorkingDay(day("2025-10-24")) == true)
        #expect(calendar.isWorkingDay(day("2026-07-21")) == false)
        #expect(calendar.isWorkingDay(day("2025-09-06")) == false)
    }

    @Test func holidaysAreSilentAndWeekendsInTermAreNot() throws {
        let calendar = try Years.two()
        #expect(calendar.isSilent(day("2025-12-28")) == true)
        #expect(calendar.isSilent(day("2026-05-04")) == true)
        #expect(calendar.isSilent(day("2025-10-25")) == true)
        #expect(calendar.isSilent(day("2025-09-06")) == false)
        #expect(calendar.isSilent(day("2025-09-01")) == false)
    }

    @Test func twoYearsOfOneNameAreRefused() throws {
        let year = try Years.year(2025, Years.usual2025)
        #expect(throws: Refusal.conflict("There are two years 2025/26.")) { try SchoolCalendar([year, year]) }
    }

    @Test func yearsThatOverlapAreRefused() throws {
        let late = MarkedDay(day("2026-08-25"), .inset)
        let early = MarkedDay(day("2026-08-24"), .inset)
        let years = try [
            Years.year(2025, Years.usual2025, marks: [late]), Years.year(2026, Years.usual2026, marks: [early]),
        ]
        #expect(
            throws: Refusal.conflict("2026/27 begins on 24 August 2026, before 2025/26 has ended on 25 August 2026.")
        ) { try SchoolCalendar(years) }
    }

    @Test func saysWhatComesNext() throws {
        let coming = try Years.two().milestones(after: day("2025-10-20"), upTo: 6)
        #expect(
            coming.map { "\($0.day) \($0.label)" } == [
                "2025-10-24 INSET day (Curriculum day)", "2025-10-25 Autumn half-term break begins",
                "2025-11-03 Autumn 2 begins", "2025-12-20 Christmas holiday begins", "2026-01-05 Spring 1 begins",
                "2026-02-14 Spring half-term break begins",
            ])
    }

    @Test func bankHolidaysAreNextOnlyWhereTheyCostASchoolDay() throws {
        let names = try Years.two().milestones(after: day("2025-11-03"), upTo: 100).map(\.label)
        #expect(names.contains("Early May bank holiday") && !names.contains("Christmas Day"))
        #expect(names.last == "Summer 2 begins")
    }
}
