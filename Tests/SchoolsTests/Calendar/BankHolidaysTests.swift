import Kernel
import SchoolRules
import Testing

@Suite struct BankHolidaysTests {
    private func dates(_ year: Int) -> [String] { BankHolidays.inEngland(year: year).map(\.day.description) }

    @Test(arguments: [
        (2023, "2023-04-09"), (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"),
        (2028, "2028-04-16"), (2035, "2035-03-25"), (2038, "2038-04-25"), (2049, "2049-04-18"), (1961, "1961-04-02"),
        (2285, "2285-03-22"), (2076, "2076-04-19"),
    ])
    func easterFollowsTheChurchsTables(_ year: Int, _ iso: String) {
        #expect(BankHolidays.easterSunday(year)?.description == iso)
    }

    @Test func easterIsASundayBetween22MarchAnd25April() {
        for year in 1600...3000 {
            let easter = BankHolidays.easterSunday(year)!
            #expect(easter.weekday == .sunday)
            #expect(Day(year, 3, 22)! <= easter && easter <= Day(year, 4, 25)!)
        }
    }

    @Test func aYearHasEightOnWeekdaysAndNoTwoTogether() {
        for year in 2024...2100 {
            let days = BankHolidays.inEngland(year: year)
            #expect(days.count == 8 && Set(days.map(\.day)).count == 8)
            #expect(days.allSatisfy { !$0.day.weekday.isWeekend && $0.kind == .bankHoliday && $0.day.year == year })
            #expect(days.map(\.day) == days.map(\.day).sorted())
        }
    }

    @Test func aWeekendChristmasMovesToTheNextFreeWeekdays() {
        #expect(dates(2026).suffix(2) == ["2026-12-25", "2026-12-28"])
        #expect(dates(2027).suffix(2) == ["2027-12-27", "2027-12-28"])
        #expect(dates(2028).suffix(2) == ["2028-12-25", "2028-12-26"])
        #expect(dates(2033).suffix(2) == ["2033-12-26", "2033-12-27"])
        #expect(BankHolidays.inEngland(year: 2033).suffix(2).map(\.name) == ["Boxing Day", "Christmas Day"])
    }

    @Test func aWeekendNewYearMovesToMonday() {
        #expect(dates(2023).first == "2023-01-02")
        #expect(dates(2028).first == "2028-01-03")
        #expect(dates(2025).first == "2025-01-01")
    }

    @Test func theCoronationIsKnownAndEarlierYearsAreNot() {
        #expect(BankHolidays.inEngland(year: 2023).count == 9)
        #expect(dates(2023).contains("2023-05-08"))
        #expect(dates(2022).isEmpty)
    }

    @Test func anAcademicYearsRunFromSeptemberToAugust() {
        let days = BankHolidays.inEngland(startsIn: 2026).map(\.day.description)
        #expect(
            days == [
                "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31",
                "2027-08-30",
            ])
    }
}
