import Kernel
import Testing

@Suite struct AcademicYearTests {
    @Test func namesItself() throws {
        #expect(try Years.year(2026, Years.usual2026).name == "2026/27")
        #expect(AcademicYear.name(startsIn: 2099) == "2099/00")
        #expect(AcademicYear.name(startsIn: 2008) == "2008/09")
    }

    @Test func halfTermsAreNamedBySeasonOrByNumber() throws {
        let bySeason = try Years.year(2025, Years.usual2025).halfTerms.map(\.name)
        #expect(bySeason == ["Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"])
        let numbered = try Years.year(2025, Years.usual2025, names: .numbered).halfTerms.map(\.name)
        #expect(numbered == ["Term 1", "Term 2", "Term 3", "Term 4", "Term 5", "Term 6"])
    }

    @Test func aTermHoldsItsHalfTermsAndTheBreak() throws {
        let terms = try Years.year(2025, Years.usual2025).terms
        #expect(terms.map(\.name) == ["Autumn term", "Spring term", "Summer term"])
        #expect(terms.map(\.halfTerms.count) == [2, 2, 2])
        #expect(terms[1].first == Years.day("2026-01-05") && terms[1].last == Years.day("2026-03-27"))
    }

    @Test func aHalfTermMayLastNineWeeks() throws {
        let half = try Years.year(2025, Years.long2025).halfTerms[1]
        #expect(half.weeks == 9)
        #expect(half.week(of: Years.day("2025-10-20")) == 1)
        #expect(half.week(of: Years.day("2025-12-19")) == 9)
        #expect(half.week(of: Years.day("2025-12-22")) == nil)
    }

    @Test func aWeekIsCountedFromMondayWhateverDayTheHalfTermBegins() throws {
        let half = try Years.year(2025, Years.usual2025).halfTerms[0]
        #expect(half.week(of: Years.day("2025-09-07")) == 1)
        #expect(half.week(of: Years.day("2025-09-08")) == 2)
        #expect(half.weeks == 8)
    }

    @Test func beginsWithAnInsetDayBeforeTheFirstHalfTerm() throws {
        let year = try Years.year(2025, Years.usual2025, marks: Years.marks2025)
        #expect(year.first == Years.day("2025-09-01"))
        #expect(year.last == Years.day("2026-07-21"))
    }

    @Test func aBankHolidayInTheSummerDoesNotLengthenTheYear() throws {
        let august = MarkedDay(Years.day("2026-08-31"), .bankHoliday, "Summer bank holiday")
        #expect(try Years.year(2025, Years.usual2025, marks: [august]).last == Years.day("2026-07-21"))
    }

    @Test func countsSchoolDaysWithoutMarkedDays() throws {
        let plain = try Years.year(2025, Years.usual2025)
        let marked = try Years.year(2025, Years.usual2025, marks: Years.marks2025)
        #expect(plain.schoolDays.count == 196)
        #expect(marked.schoolDays.count == plain.schoolDays.count - 3)
        #expect(!marked.schoolDays.contains(Years.day("2025-10-24")))
    }

    @Test func aSaturdayMarkedOpenIsASchoolDay() throws {
        let saturday = MarkedDay(Years.day("2025-11-15"), .open, "Open morning")
        let sunday = MarkedDay(Years.day("2025-10-26"), .open, "Trip")
        let days = try Years.year(2025, Years.usual2025, marks: [saturday, sunday]).schoolDays
        #expect(days.contains(saturday.day) && days.contains(sunday.day))
        #expect(days == days.sorted())
    }

    @Test func guessesNextYearFiftyTwoWeeksOn() throws {
        let guess = try Years.year(2025, Years.usual2025, marks: Years.marks2025).nextYearsGuess()
        #expect(guess.name == "2026/27")
        #expect(guess.halfTerms[0].first == Years.day("2026-09-01"))
        #expect(guess.halfTerms.allSatisfy { !$0.first.weekday.isWeekend && !$0.last.weekday.isWeekend })
        #expect(guess.marks.isEmpty)
    }
}
