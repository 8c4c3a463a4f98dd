import Kernel
import SchoolRules
import Testing

@Suite struct CalendarPermitsTests {
    private let ash = Place.school(Calendars.ash)

    @Test(arguments: Role.allCases) func twoRolesKeepTheTrustsCalendar(_ role: Role) {
        let may = (try? MayKeepCalendar(Calendars.person(role))) != nil
        #expect(may == [.administrator, .directorOfEducation].contains(role))
    }

    @Test func aPostAtOneSchoolIsNoPostAtTheTrust() {
        #expect(throws: Refusal.self) { try MayKeepCalendar(Calendars.person(.administrator, at: ash)) }
    }

    @Test(arguments: Role.allCases) func headsKeepTheirOwnSchools(_ role: Role) {
        let may = (try? MayKeepSchoolCalendar(Calendars.person(role, at: ash), school: Calendars.ash)) != nil
        #expect(may == [.administrator, .directorOfEducation, .headteacher, .executiveHead].contains(role))
    }

    @Test func aStrangerIsToldNothingAndAReaderWhoMay() {
        #expect(throws: Refusal.notFound) {
            try MayKeepSchoolCalendar(Calendars.person(.headteacher, at: ash), school: Calendars.birch)
        }
        let sentence = "The headteacher and the trust's administrators keep the school's calendar."
        #expect(throws: Refusal.forbidden(sentence)) {
            try MayKeepSchoolCalendar(Calendars.person(.governor, at: ash), school: Calendars.ash)
        }
    }
}
