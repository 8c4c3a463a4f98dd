import Kernel
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("2026-11-21T09:30", "2026-11-21T09:30:00.000Z"), ("2026-11-21T09:30Z", "2026-11-21T09:30:00.000Z"),
        ("2026-11-21T23:59:59", "2026-11-21T23:59:59.000Z"), ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ("0001-01-01T00:00:00.001Z", "0001-01-01T00:00:00.001Z"),
    ])
    func readsItsOwnTextAndShorterForms(_ written: String, _ full: String) {
        #expect(Instant(written)?.description == full)
    }

    @Test(arguments: [
        "", "Z", "2026-11-21", "2026-11-21T24:00", "2026-11-21T09:60", "2026-11-21T09:30:60", "2026-11-21T09:30:00.1",
        "2026-11-21T09:30:00.0000Z", "2026-11-21 09:30", "2026-02-30T09:30", "2026-11-21T09:30+01:00",
        "2026-11-21T09:30:", "2026-11-21T9:30:00",
    ])
    func refusesEverythingElse(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func everyMillisecondComesBack() {
        for step in -2_000...2_000 {
            let instant = Instant(milliseconds: Int64(step) * 86_399_993)
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test func sortsAsItsTextDoes() {
        let instants = (-50...50).map { Instant(milliseconds: Int64($0) * 7_777_777_777) }
        #expect(instants.map(\.description) == instants.map(\.description).sorted())
    }

    @Test func countsSeconds() {
        let noon = Instant("2026-11-21T12:00")!
        #expect(noon.adding(seconds: 90).description == "2026-11-21T12:01:30.000Z")
        #expect(noon.adding(seconds: 90).seconds(since: noon) == 90)
        #expect(noon.seconds(since: noon.adding(seconds: 90)) == -90)
    }

    @Test(arguments: [
        ("2026-03-29T00:59:59.999Z", "00:59", false), ("2026-03-29T01:00Z", "02:00", true),
        ("2026-10-25T00:59:59.999Z", "01:59", true), ("2026-10-25T01:00Z", "01:00", false),
        ("2026-07-01T12:00Z", "13:00", true), ("2026-01-01T12:00Z", "12:00", false),
        ("2024-03-31T01:00Z", "02:00", true), ("2027-03-28T01:00Z", "02:00", true),
    ])
    func clocksInEnglandChangeOnLastSundays(_ text: String, _ clock: String, _ summer: Bool) {
        let instant = Instant(text)!
        #expect(instant.clock == clock)
        #expect(instant.isSummerTime == summer)
    }

    @Test func aSummerEveningInUTCIsTheNextDayInEngland() {
        #expect(Instant("2026-07-01T23:30Z")?.day == Day("2026-07-02"))
        #expect(Instant("2026-12-01T23:30Z")?.day == Day("2026-12-01"))
        #expect(Instant("2026-07-01T22:59Z")?.minuteOfDay == 23 * 60 + 59)
    }

    @Test func clocksChangeTwiceEveryYear() {
        for year in 2000...2100 {
            let hours = Day(year, 1, 1)!.number * 24..<Day(year, 12, 31)!.number * 24
            let changes = hours.filter { hour in
                let instant = Instant(milliseconds: Int64(hour) * 3_600_000)
                return instant.isSummerTime != instant.adding(seconds: -1).isSummerTime
            }.map { Instant(milliseconds: Int64($0) * 3_600_000) }
            #expect(changes.map(\.day.month) == [3, 10])
            #expect(changes.allSatisfy { $0.day.weekday == .sunday && $0.day.dayOfMonth >= 25 })
        }
    }
}
