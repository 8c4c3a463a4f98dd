import Kernel
import PlanRules
import Testing

/// The one sentence with which a day is refused, wherever it was typed.
@Suite struct RefusedDayTests {
    @Test func everyDayWithoutPupilsSaysWhyAndSchoolDaysSayNothing() throws {
        let calendar = try Years.calendar(closed: [day("2026-12-04")])
        let table: [(String, String?)] = [
            ("2026-11-24", nil), ("2026-11-28", "Saturday 28 November is no school day."),
            ("2026-11-27", "Friday 27 November is an INSET day."),
            ("2026-12-04", "The school is closed on Friday 4 December."),
            ("2026-12-26", "Saturday 26 December is in the Christmas holiday."),
            ("2027-05-03", "Monday 3 May is a bank holiday (Early May bank holiday)."), ("2031-05-05", nil),
        ]
        for (iso, sentence) in table { #expect(calendar.whyNoSchool(on: day(iso)) == sentence) }
    }
}
