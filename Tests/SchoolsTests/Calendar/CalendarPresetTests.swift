import Kernel
import SchoolRules
import Testing

@Suite struct CalendarPresetTests {
    @Test func everyRowIsReadAndMakesAYear() throws {
        #expect(CalendarPreset.all.count == 23)
        for preset in CalendarPreset.all {
            let year = try preset.year
            #expect(year.halfTerms.count == 6 && year.terms.count == 3)
            #expect(year.halfTerms.allSatisfy { (4...9).contains($0.weeks) })
            #expect((186...196).contains(year.schoolDays.count), "\(preset.key)")
        }
    }

    @Test func keysAreDifferentAndFindTheirPreset() {
        let keys = CalendarPreset.all.map(\.key)
        #expect(Set(keys).count == keys.count)
        #expect(keys.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
        #expect(CalendarPreset.with(key: "kent-2025")?.area == "Kent")
        #expect(CalendarPreset.with(key: "nowhere-2025") == nil)
    }

    @Test func kentCountsTermsAndTakesTwoWeeksInOctober() throws {
        let kent = try #require(CalendarPreset.with(key: "kent-2025"))
        let calendar = try SchoolCalendar([kent.year])
        #expect(kent.halfTerms.map(\.name) == (1...6).map { "Term \($0)" })
        #expect(calendar.adding(schoolWeeks: 1, to: Day(2025, 10, 17)!) == Day(2025, 11, 7))
        #expect(calendar.term(of: Day(2025, 10, 29)!)?.name == "Autumn term")
    }

    @Test func leicestershireBeginsInAugust() throws {
        let preset = try #require(CalendarPreset.with(key: "leicestershire-2024"))
        #expect(try preset.year.first == Day(2024, 8, 27))
        #expect(try preset.year.halfTerms[1].weeks == 8)
    }

    @Test func bankHolidaysComeMarkedAndInsetDaysDoNot() throws {
        for preset in CalendarPreset.all {
            let year = try preset.year
            #expect(year.marks.count == 8 && year.marks.allSatisfy { $0.kind == .bankHoliday })
        }
    }

    @Test func aListForAYearIsByAreaAndSaysWhoseDatesTheyAre() {
        let titles = CalendarPreset.of(startsIn: 2025).map(\.title)
        #expect(titles == titles.sorted())
        #expect(titles.contains("Kent") && titles.contains("Surrey, as one school has it"))
        #expect(CalendarPreset.of(startsIn: 2031).isEmpty)
    }

    @Test func twoYearsOfOneAreaFollowEachOther() throws {
        for area in Set(CalendarPreset.all.map(\.area)) {
            let years = try CalendarPreset.all.filter { $0.area == area }.map { try $0.year }
            #expect(throws: Never.self) { try SchoolCalendar(years) }
        }
    }
}
