import Kernel
import Testing

/// Every refusal with the field it stands at and the sentence it says.
@Suite struct AcademicYearCheckTests {
    private func refused(_ dates: String, marks: [MarkedDay] = []) -> [FieldErrors.One] {
        refused(Years.halves(2025, dates), marks)
    }

    private func refused(_ halves: [HalfTerm], _ marks: [MarkedDay] = []) -> [FieldErrors.One] {
        do {
            _ = try AcademicYear(startsIn: 2025, halfTerms: halves, marks: marks)
            return []
        } catch Refusal.invalid(let errors) {
            return errors.all
        } catch {
            Issue.record("refused in another way: \(error)")
            return []
        }
    }

    private func says(_ dates: String, _ field: String, _ sentence: String) {
        #expect(refused(dates).contains { $0.field == field && $0.sentence == sentence })
    }

    @Test func takesEveryUsualYear() {
        for dates in [Years.usual2025, Years.long2025] { #expect(refused(dates).isEmpty) }
    }

    @Test func refusesAHalfTermThatEndsBeforeItBegins() {
        says("09-02 08-29", "last-1", "Autumn 1 ends on 29 August 2025, before it begins on 2 September 2025.")
    }

    @Test func refusesHalfTermsThatOverlap() {
        says(
            "09-02 10-24 10-20 12-19", "first-2",
            "Autumn 2 begins on 20 October 2025, before Autumn 1 has ended on 24 October 2025.")
        says(
            "09-02 10-24 10-24 12-19", "first-2",
            "Autumn 2 begins on 24 October 2025, before Autumn 1 has ended on 24 October 2025.")
    }

    @Test func refusesAGapInWhichAHalfTermIsMissing() {
        says(
            "09-02 10-24 01-05 02-13", "first-2",
            "There are 72 days between Autumn 1 and Autumn 2. Is a half term missing?")
    }

    @Test func takesTheLongestHolidaysThatAreReal() {
        #expect(refused("09-01 10-17 11-03 12-17 01-05 02-13 02-23 04-02 04-20 05-22 06-09 07-22").isEmpty)
    }

    @Test func refusesToBeginOrEndAtAWeekend() {
        says(
            "09-06 10-24", "first-1",
            "Autumn 1 begins on 6 September 2025, a Saturday. Give the school day it should be.")
        says(
            "09-02 10-26", "last-1",
            "Autumn 1 ends on 26 October 2025, a Sunday. Give the school day it should be.")
    }

    @Test func refusesDaysOfAnotherYear() {
        let halves = [HalfTerm(1, .autumn, "Autumn 1", Years.day("2026-09-01"), Years.day("2026-10-23"))]
        #expect(
            refused(halves).map(\.sentence) == [
                "Autumn 1 begins on 1 September 2026, which is not in 2025/26.",
                "Autumn 1 ends on 23 October 2026, which is not in 2025/26.",
            ])
    }

    @Test func refusesNamesThatAreMissingTwiceUsedOrEndless() {
        var halves = Years.halves(2025, Years.usual2025)
        halves[0] = HalfTerm(1, .autumn, "", halves[0].first, halves[0].last)
        halves[3] = HalfTerm(4, .spring, "Spring 1", halves[3].first, halves[3].last)
        halves[5] = HalfTerm(6, .summer, String(repeating: "x", count: 41), halves[5].first, halves[5].last)
        #expect(refused(halves).map(\.field) == ["name-1", "name-6", "name-4"])
    }

    @Test func refusesATwiceUsedNameWhereverItStands() {
        var halves = Years.halves(2025, Years.usual2025)
        halves[4] = HalfTerm(5, .summer, "Autumn 1", halves[4].first, halves[4].last)
        #expect(refused(halves).map(\.sentence) == ["Two half terms are called Autumn 1."])
    }

    @Test func refusesSeasonsOutOfOrder() {
        var halves = Years.halves(2025, Years.usual2025)
        halves[1] = HalfTerm(2, .summer, "Sunny", halves[1].first, halves[1].last)
        #expect(
            refused(halves).map(\.sentence) == [
                "Spring 1 belongs to the spring term, so it cannot follow Sunny."
            ])
    }

    @Test func refusesNumbersOutOfOrder() {
        var halves = Years.halves(2025, Years.usual2025)
        halves[1] = HalfTerm(1, .autumn, "Autumn 2", halves[1].first, halves[1].last)
        #expect(refused(halves).map(\.field) == ["half-terms"])
    }

    @Test func refusesAnEmptyYear() {
        #expect(refused([]).map(\.sentence) == ["A year needs at least one half term."])
    }

    @Test func refusesADayMarkedTwiceOutsideOrAtAWeekend() {
        let marks = [
            MarkedDay(Years.day("2025-11-07"), .inset), MarkedDay(Years.day("2025-11-07"), .closed, "Boiler"),
            MarkedDay(Years.day("2024-11-08"), .closed), MarkedDay(Years.day("2025-11-08"), .inset),
        ]
        #expect(
            refused(Years.usual2025, marks: marks).map(\.sentence) == [
                "7 November 2025 is marked twice: INSET day and Boiler.", "8 November 2024 is not in 2025/26.",
                "8 November 2025 is a Saturday; an INSET day is a weekday.",
            ])
    }

    @Test(arguments: [Int.min, -1, 0, 1989, 2191, 9999, Int.max]) func refusesYearsThatNoSchoolKeeps(_ startsIn: Int) {
        #expect(throws: Refusal.self) {
            try AcademicYear(startsIn: startsIn, halfTerms: Years.halves(2025, Years.usual2025))
        }
    }
}
