import Kernel
import Testing

@Suite struct AcademicYearNoticesTests {
    /// INSET days at the start of weeks until pupils come on `count` days.
    private func year(schoolDays count: Int) throws -> AcademicYear {
        let plain = try Years.year(2025, Years.usual2025)
        let spare = plain.schoolDays.filter { $0.weekday == .wednesday }.prefix(plain.schoolDays.count - count)
        return try Years.year(2025, Years.usual2025, marks: spare.map { MarkedDay($0, .inset) })
    }

    @Test func saysNothingAboutAnOrdinaryYear() throws {
        #expect(try year(schoolDays: 190).notices.isEmpty)
    }

    @Test func saysWhenThereAreNot190Days() throws {
        #expect(
            try year(schoolDays: 188).notices == [
                "Pupils come on 188 days; a maintained school must open on 190, an academy as it has agreed."
            ])
        #expect(
            try year(schoolDays: 193).notices == [
                "Pupils come on 193 days; 190 are usual. Mark INSET days that are still missing."
            ])
    }

    @Test func saysWhenAHalfTermIsShorterOrLongerThanAnyUsualOne() throws {
        let year = try Years.year(2025, "09-02 09-12 09-22 12-05")
        #expect(year.notices.contains("Autumn 1 lasts 2 weeks; four to nine are usual."))
        #expect(year.notices.contains("Autumn 2 lasts 11 weeks; four to nine are usual."))
        let nine = try Years.year(2025, Years.long2025)
        #expect(!nine.notices.contains { $0.contains("lasts") })
    }

    @Test func saysWhenAHalfTermBeginsOnABankHoliday() throws {
        let marks = [MarkedDay(Years.day("2026-04-13"), .bankHoliday, "Easter Monday")]
        let notices = try Years.year(2025, Years.usual2025, marks: marks).notices
        #expect(notices.contains("Summer 1 begins on 13 April 2026, which is marked Easter Monday."))
    }

    @Test func saysWhenNoHolidayLiesBetween() throws {
        let notices = try Years.year(2025, "09-02 10-24 10-27 12-19").notices
        #expect(notices.contains("There is no holiday between Autumn 1 and Autumn 2."))
    }
}
