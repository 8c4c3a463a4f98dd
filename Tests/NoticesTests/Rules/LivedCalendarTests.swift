import Kernel
import NoticeRules
import Testing

@Suite struct LivedCalendarTests {
    private let world = World.fixed(Instant("2026-11-21T09:30")!)

    private func actor(_ places: [Place]) -> Actor {
        Actor(person: world.newID(at: world.now()), name: "Ada", posts: places.map { HeldPost(.staff, at: $0) })
    }

    @Test func whoWorksAtOneSchoolLivesByItsCalendar() {
        let (oak, elm): (SchoolID, SchoolID) = (world.newID(at: world.now()), world.newID(at: world.now()))
        let english: DepartmentID = world.newID(at: world.now())
        #expect(actor([.school(oak)]).calendarSchool == oak)
        #expect(actor([.department(english, of: oak), .school(oak)]).calendarSchool == oak)
        #expect(actor([.school(oak), .school(elm)]).calendarSchool == nil)
        #expect(actor([.trust]).calendarSchool == nil)
        #expect(actor([.school(oak), .trust]).calendarSchool == nil)
        #expect(actor([]).calendarSchool == nil)
    }

    @Test func aHolidaySaysHowLongItLastsAndABankHolidayWhatItIs() throws {
        let calendar = try Self.calendar()
        let christmas = try #require(QuietDay(Day(2026, 12, 25)!, in: calendar))
        #expect(
            christmas
                == QuietDay(name: "Christmas holiday", until: Day(2027, 1, 3)!, back: Day(2027, 1, 4)!))
        let polling = try #require(QuietDay(Day(2026, 11, 5)!, in: calendar))
        #expect(polling == QuietDay(name: "Polling station", until: Day(2026, 11, 5)!, back: Day(2026, 11, 6)!))
    }

    @Test func schoolDaysWeekendsAndUnknownDaysAreNotQuiet() throws {
        let calendar = try Self.calendar()
        for day in [Day(2026, 11, 17)!, Day(2026, 11, 21)!, Day(2040, 8, 10)!] {
            #expect(QuietDay(day, in: calendar) == nil)
        }
    }

    static func calendar() throws -> SchoolCalendar {
        let year = try AcademicYear(
            startsIn: 2026,
            halfTerms: [
                HalfTerm(1, .autumn, "Autumn 1", Day(2026, 9, 2)!, Day(2026, 10, 16)!),
                HalfTerm(2, .autumn, "Autumn 2", Day(2026, 11, 2)!, Day(2026, 12, 18)!),
                HalfTerm(3, .spring, "Spring 1", Day(2027, 1, 4)!, Day(2027, 2, 12)!),
            ], marks: [MarkedDay(Day(2026, 11, 5)!, .closed, "Polling station")])
        return try SchoolCalendar([year])
    }
}
