import Kernel
import SchoolRules
import Testing

@Suite struct OwnYearChangesTests {
    private let day = Calendars.day
    private func permit(_ school: SchoolID) throws -> MayKeepSchoolCalendar {
        try MayKeepSchoolCalendar(Calendars.person(.headteacher, at: .school(school)), school: school)
    }

    @Test func aSchoolKeepsOnlyWhatDiffers() throws {
        let trust = try Calendars.trust()
        let halves = try Calendars.halves(2, "2026-11-02", "2026-12-16")
        let change = try trust.keeping(
            Calendars.none(Calendars.birch), version: 0, halfTerms: halves, by: permit(Calendars.birch))
        #expect(change.what == .halfTermsKept(from: [], to: [halves[1]]))
        #expect(change.school == Calendars.birch && change.startsIn == 2026 && change.version == 0)
    }

    @Test func namesStayTheTrusts() throws {
        let renamed = try Calendars.halves(2, "2026-11-02", "2026-12-16").map {
            HalfTerm($0.number, .summer, "Other", $0.first, $0.last)
        }
        let change = try Calendars.trust().keeping(
            Calendars.none(Calendars.birch), version: 0, halfTerms: renamed, by: permit(Calendars.birch))
        #expect(change.what == .halfTermsKept(from: [], to: [try Calendars.halves(2, "2026-11-02", "2026-12-16")[1]]))
    }

    @Test func aSchoolThatTypesTheTrustsDatesFollowsTheTrustAgain() throws {
        let own = try Calendars.ashs
        let change = try Calendars.trust().keeping(
            own, version: 2, halfTerms: Calendars.year(2026).halfTerms, by: permit(Calendars.ash))
        #expect(change.what == .halfTermsKept(from: own.exceptions.halfTerms, to: []))
    }

    @Test func theSchoolsCalendarIsItsOwnAndNobodyElses() throws {
        let trust = try Calendars.trust()
        #expect(try trust.calendar(of: Calendars.ash).isSchoolDay(day("2026-10-20")) == false)
        #expect(try trust.calendar(of: Calendars.birch).isSchoolDay(day("2026-10-20")) == true)
        #expect(try trust.shared().isSchoolDay(day("2026-10-20")) == true)
    }

    @Test func datesThatDoNotFitTheTrustsAreRefusedAtTheirField() throws {
        let halves = try Calendars.halves(1, "2026-09-01", "2026-11-06")
        #expect {
            try Calendars.trust().keeping(
                Calendars.none(Calendars.birch), version: 0, halfTerms: halves, by: permit(Calendars.birch))
        } throws: { error in
            guard case Refusal.invalid(let errors) = error else { return false }
            return errors.all.map(\.field) == ["first-2"]
        }
    }

    @Test func anotherSchoolsPermitOpensNothing() throws {
        #expect(throws: Refusal.notFound) {
            try Calendars.trust().unmarking(Calendars.ashs, version: 2, day("2026-11-27"), by: permit(Calendars.birch))
        }
    }

    @Test func whoSawAnOlderYearOverwritesNothing() throws {
        #expect(throws: Refusal.stale) {
            try Calendars.trust().marking(
                Calendars.ashs, version: 1, MarkedDay(day("2026-11-27"), .inset), by: permit(Calendars.ash))
        }
    }

    @Test func aSchoolOpensOnADayThatTheTrustCloses() throws {
        let none = Calendars.none(Calendars.birch)
        let open = MarkedDay(day("2027-05-03"), .open)
        let change = try Calendars.trust().marking(none, version: 0, open, by: permit(Calendars.birch))
        #expect(change.what == .marked(open))
        #expect(throws: Refusal.invalid("day", "Pupils come on 27 November 2026 as it is.")) {
            try Calendars.trust().marking(
                none, version: 0, MarkedDay(day("2026-11-27"), .open), by: permit(Calendars.birch))
        }
    }

    @Test func aSchoolCannotInventABankHolidayOrMarkADayTwice() throws {
        let bank = MarkedDay(day("2026-11-27"), .bankHoliday)
        #expect(throws: Refusal.self) {
            try Calendars.trust().marking(
                Calendars.none(Calendars.birch), version: 0, bank, by: permit(Calendars.birch))
        }
        let inset = MarkedDay(day("2026-11-27"), .inset)
        let marked = OwnYear(
            school: Calendars.birch, schoolName: "Birch", version: 1,
            exceptions: SchoolExceptions(startsIn: 2026, marks: [inset]))
        let trust = try Calendars.trust(own: [marked])
        #expect(throws: Refusal.invalid("day", "27 November 2026 is marked twice: INSET day and Closed.")) {
            try trust.marking(marked, version: 1, MarkedDay(inset.day, .closed), by: permit(Calendars.birch))
        }
        #expect(
            try trust.unmarking(marked, version: 1, inset.day, by: permit(Calendars.birch)).what == .unmarked(inset))
        #expect(throws: Refusal.notFound) {
            try trust.unmarking(marked, version: 1, day("2026-11-26"), by: permit(Calendars.birch))
        }
    }
}
