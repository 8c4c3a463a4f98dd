import Kernel
import NoticeRules
import Testing

@Suite struct DueTimeTests {
    private let tuesday = Day(2026, 11, 17)!

    @Test func whatIsOverIsMissedAndWhatCannotBeMissedWaits() {
        #expect(DueTime(day: tuesday - 10, until: tuesday - 1, on: tuesday) == .missed)
        #expect(DueTime(day: tuesday - 10, until: tuesday, on: tuesday) == .now)
        #expect(DueTime(day: tuesday - 10, until: nil, on: tuesday) == .now)
    }

    @Test func theWeekEndsOnItsSunday() {
        #expect(DueTime(day: tuesday, until: nil, on: tuesday) == .now)
        #expect(DueTime(day: tuesday + 5, until: nil, on: tuesday) == .soon)
        #expect(DueTime(day: tuesday + 6, until: nil, on: tuesday) == .later)
    }

    @Test func onAWeekendPeopleLookAtTheNextWeek() {
        for weekend in [tuesday + 4, tuesday + 5] {
            #expect(DueTime(day: tuesday + 6, until: nil, on: weekend) == .soon)
            #expect(DueTime(day: tuesday + 12, until: nil, on: weekend) == .soon)
            #expect(DueTime(day: tuesday + 13, until: nil, on: weekend) == .later)
        }
    }
}
