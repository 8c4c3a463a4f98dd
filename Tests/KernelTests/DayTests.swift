import Kernel
import Testing

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ])
    func countsDaysFrom1970(_ iso: String, _ number: Int) {
        #expect(Day(iso)?.number == number)
        #expect(Day(number: number).description == iso)
    }

    @Test func everyDayOfFourCenturiesComesBackFromItsParts() {
        var previous = Day(1799, 12, 31)!
        for number in Day(1800, 1, 1)!.number...Day(2200, 12, 31)!.number {
            let day = Day(number: number)
            let (year, month, dayOfMonth) = day.civil
            #expect(Day(year, month, dayOfMonth) == day && day - previous == 1)
            #expect(dayOfMonth == previous.dayOfMonth + 1 || dayOfMonth == 1)
            previous = day
        }
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2026-1-1",
        "2026-01-011", "2026/01/01", "26-01-01", "", "2026-01-0١", "２０２６-01-01", "+026-01-01", " 2026-01-01",
    ])
    func refusesWhatNoCalendarHas(_ iso: String) {
        #expect(Day(iso) == nil)
    }

    @Test func leapDaysAreWhereTheCenturiesPutThem() {
        #expect(Day("2000-02-29") != nil && Day("2024-02-29") != nil)
        #expect(Day("2100-02-29") == nil)
        #expect(Day(2024, 2, 30) == nil && Day(2024, 6, -1) == nil)
    }

    @Test func weekdaysFollowEachOther() {
        #expect(Day("2026-11-21")?.weekday == .saturday)
        #expect(Day("1970-01-01")?.weekday == .thursday)
        #expect(Day("1969-12-28")?.weekday == .sunday)
        for number in -1_000...1_000 {
            let today = Day(number: number).weekday.rawValue
            #expect(Day(number: number + 1).weekday.rawValue == today % 7 + 1)
        }
    }

    @Test func mondayBeginsTheWeek() {
        for number in -20...20 {
            let day = Day(number: number)
            #expect(day.monday.weekday == .monday && (0...6).contains(day - day.monday))
        }
    }

    @Test func sortsAsItsTextDoes() {
        let days = ["2026-09-30", "0999-01-01", "2026-10-01", "9999-12-31"].compactMap { Day($0) }
        #expect(days.sorted().map(\.description) == days.map(\.description).sorted())
    }

    @Test func isWrittenForPeople() {
        #expect(Day("2026-11-01")?.long == "1 November 2026")
        #expect(Day("2026-11-01")?.short == "Sun 1 Nov 2026")
        #expect(Weekday.allCases.filter(\.isWeekend).map(\.name) == ["Saturday", "Sunday"])
    }

    @Test func throughGivesEveryDayAndNoneBackwards() {
        let day = Day("2026-02-27")!
        #expect(day.through(day + 2).map(\.description) == ["2026-02-27", "2026-02-28", "2026-03-01"])
        #expect(day.through(day) == [day])
        #expect(day.through(day - 1).isEmpty)
    }

    @Test(arguments: [
        (0, "today"), (1, "yesterday"), (-1, "tomorrow"), (2, "2 days ago"), (7, "a week ago"), (8, "8 days ago"),
        (13, "13 days ago"), (14, "2 weeks ago"),
        (69, "9 weeks ago"), (70, "2 months ago"), (365, "12 months ago"), (729, "23 months ago"),
        (730, "2 years ago"), (-2, "in 2 days"), (-7, "in a week"), (-21, "in 3 weeks"), (4_000, "10 years ago"),
    ])
    func agesAreSaidInTheLargestFittingUnit(_ days: Int, _ words: String) {
        let today = Day("2026-11-21")!
        #expect((today - days).age(on: today) == words)
    }
}
