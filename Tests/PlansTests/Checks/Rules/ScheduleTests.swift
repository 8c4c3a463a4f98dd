import Kernel
import PlanRules
import Testing

@Suite struct ScheduleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rhythm: CheckRhythm
        let first: String
        let last: String
        var named: [String] = []
        let due: [String]
    }

    static let rows = [
        Row(
            testDescription: "every Monday to Christmas", rhythm: .weekly, first: "2026-11-16", last: "2026-12-18",
            due: ["2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"]),
        Row(
            testDescription: "two weeks of school, the half-term break not counted", rhythm: .fortnightly,
            first: "2026-10-08", last: "2026-11-20", due: ["2026-10-08", "2026-10-22", "2026-11-12"]),
        Row(
            testDescription: "a Monday that is a bank holiday becomes Tuesday, and Mondays go on", rhythm: .weekly,
            first: "2027-05-03", last: "2027-05-14", due: ["2027-05-04", "2027-05-10"]),
        Row(
            testDescription: "a Friday that is INSET becomes Thursday", rhythm: .weekly, first: "2026-11-20",
            last: "2026-12-04", due: ["2026-11-20", "2026-11-26", "2026-12-04"]),
        Row(
            testDescription: "a series that begins in a holiday begins on the first day back", rhythm: .weekly,
            first: "2026-10-28", last: "2026-11-13", due: ["2026-11-02", "2026-11-09"]),
        Row(
            testDescription: "a series that begins on a Saturday begins on Monday", rhythm: .fortnightly,
            first: "2026-11-14", last: "2026-12-01", due: ["2026-11-16", "2026-11-30"]),
        Row(
            testDescription: "once in each half term, in its last full week", rhythm: .halfTermly, first: "2026-11-02",
            last: "2027-03-25", due: ["2026-12-14", "2027-02-08", "2027-03-22"]),
        Row(
            testDescription: "a half term of which only days are left has none", rhythm: .halfTermly,
            first: "2026-12-15", last: "2027-02-12", due: ["2027-02-08"]),
        Row(
            testDescription: "unless it is the only one", rhythm: .halfTermly, first: "2026-12-15",
            last: "2026-12-31", due: ["2026-12-15"]),
        Row(
            testDescription: "a half term that the series leaves early is looked at before", rhythm: .halfTermly,
            first: "2026-11-02", last: "2026-12-04", due: ["2026-11-30"]),
        Row(
            testDescription: "once in each term", rhythm: .termly, first: "2026-09-02", last: "2027-07-22",
            due: ["2026-12-14", "2027-03-22", "2027-07-19"]),
        Row(
            testDescription: "named days stay where pupils come", rhythm: .dates, first: "2026-11-24",
            last: "2027-01-12", named: ["2027-01-12", "2026-11-24"], due: ["2026-11-24", "2027-01-12"]),
        Row(
            testDescription: "a named day that became INSET goes to the next school day", rhythm: .dates,
            first: "2026-11-27", last: "2026-11-27", named: ["2026-11-27"], due: ["2026-11-30"]),
        Row(
            testDescription: "a named day that became holiday goes to the last day before", rhythm: .dates,
            first: "2026-10-28", last: "2026-10-28", named: ["2026-10-28"], due: ["2026-10-23"]),
        Row(
            testDescription: "two named days that meet are one", rhythm: .dates, first: "2026-11-27",
            last: "2026-11-30", named: ["2026-11-27", "2026-11-30"], due: ["2026-11-30"]),
        Row(
            testDescription: "beyond the years that are known there is none", rhythm: .weekly, first: "2027-09-06",
            last: "2027-10-01", due: []),
    ]

    @Test(arguments: rows) func aSeriesFallsOnTheseDays(row: Row) throws {
        let schedule = CheckSchedule(
            rhythm: row.rhythm, first: day(row.first), last: day(row.last), days: row.named.map { day($0) })
        #expect(schedule.looks(in: try Years.calendar()).map(\.due) == row.due.map { day($0) })
    }

    @Test func aLookIsInTimeForFiveSchoolDaysAndNeverOnTheDayOfTheNext() throws {
        let calendar = try Years.calendar()
        let monday = day("2026-11-16")
        let weekly = CheckSchedule(rhythm: .weekly, first: monday, last: day("2026-11-30")).looks(in: calendar)
        #expect(weekly.map(\.until) == days("2026-11-20", "2026-11-26", "2026-12-07"))
        let apart = CheckSchedule(rhythm: .fortnightly, first: monday, last: day("2026-12-11")).looks(in: calendar)
        #expect(apart.map(\.until) == days("2026-11-23", "2026-12-07"))
    }

    @Test func theLookOfAHalfTermIsMissedWhenTheHalfTermIsOver() throws {
        let schedule = CheckSchedule(rhythm: .halfTermly, first: day("2027-02-22"), last: day("2027-03-25"))
        #expect(schedule.looks(in: try Years.calendar()) == [Look(due: day("2027-03-22"), until: day("2027-03-25"))])
    }

    @Test(arguments: CheckRhythm.allCases)
    func noLookIsEverOnADayWithoutPupilsNorOutsideItsTimeNorTwice(rhythm: CheckRhythm) throws {
        let calendar = try Years.calendar(closed: days("2026-11-23", "2027-01-04", "2027-02-12"))
        for start in day("2026-09-02").through(day("2027-02-15")) {
            let last = start + 130
            let named = stride(from: start.number, to: last.number, by: 9).map { Day(number: $0) }
            let looks = CheckSchedule(rhythm: rhythm, first: start, last: last, days: named).looks(in: calendar)
            #expect(!looks.isEmpty)
            for (index, look) in looks.enumerated() {
                #expect(calendar.isSchoolDay(look.due) == true && look.until >= look.due)
                if rhythm != .dates { #expect(look.due >= start && look.due <= last) }
                if index + 1 < looks.count { #expect(look.until < looks[index + 1].due) }
            }
        }
    }

    @Test func aSeriesSaysWhenTheCalendarEndsBeforeIt() throws {
        let calendar = try Years.calendar()
        let schedule = { CheckSchedule(rhythm: .termly, first: day("2027-06-07"), last: $0) }
        #expect(schedule(day("2027-12-17")).isCutShort(in: calendar))
        #expect(!schedule(day("2027-07-22")).isCutShort(in: calendar))
    }
}
