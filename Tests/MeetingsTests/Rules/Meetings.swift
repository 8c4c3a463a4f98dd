import Kernel
import MeetingRules

/// Values that the tests of this folder start from: an autumn of two half terms, and a line in English.
enum Sample {
    static let world = World.fixed(Instant("2026-11-21T09:30")!)
    static let school: SchoolID = id()
    static let elsewhere: SchoolID = id()
    static let english: DepartmentID = id()
    static let place = Place.department(english, of: school)

    static let head = actor(.headteacher, at: .school(school))
    static let deputy = actor(.seniorLeader, at: .school(school))
    static let headOfEnglish = actor(.middleLeader, at: place)
    static let liaison = actor(.liaison, at: .school(school))
    static let governor = actor(.governor, at: .school(school))
    static let stranger = actor(.headteacher, at: .school(elsewhere))

    static let line = line(deputy, .seniorLeader, headOfEnglish, .middleLeader)
    static let lineWithHead = line(liaison, .liaison, head, .headteacher, at: .school(school))

    static func id<Subject>() -> ID<Subject> { world.newID(at: world.now()) }

    static func day(_ text: String) -> Day { Day(text)! }

    static func actor(_ role: Role, at place: Place) -> Actor {
        Actor(person: id(), name: role.name, posts: [HeldPost(role, at: place, in: id())])
    }

    static func line(
        _ leader: Actor, _ first: Role, _ member: Actor, _ second: Role, at place: Place = place
    ) -> MeetingLine {
        MeetingLine(
            id: id(), leader: LineSeat(leader.seats[0], first), member: LineSeat(member.seats[0], second), place: place,
            times: times(.fortnightly, from: "2026-09-08"), version: 1, ended: nil)
    }

    static func times(_ rhythm: LineRhythm, from first: String) -> LineTimes {
        LineTimes(rhythm: rhythm, first: day(first), startsAt: "15:10", minutes: 30)
    }

    /// 2 September to 23 October, 2 November to 18 December, 4 January to 12 February; 24 November is an INSET day.
    static func calendar(inset: String? = "2026-11-24") throws -> SchoolCalendar {
        let halves = [
            HalfTerm(1, .autumn, "Autumn 1", day("2026-09-02"), day("2026-10-23")),
            HalfTerm(2, .autumn, "Autumn 2", day("2026-11-02"), day("2026-12-18")),
            HalfTerm(3, .spring, "Spring 1", day("2027-01-04"), day("2027-02-12")),
        ]
        let marks = inset.map { [MarkedDay($0.isEmpty ? day("2026-11-24") : day($0), .inset, "Training")] } ?? []
        return try SchoolCalendar([AcademicYear(startsIn: 2026, halfTerms: halves, marks: marks)])
    }

    static func meeting(
        _ planned: String, on day: String? = nil, moved: String = "", began: Bool = false, held: Bool = false,
        calledOff: String = ""
    ) -> LineMeeting {
        LineMeeting(
            id: id(), line: line.id, planned: Sample.day(planned), day: Sample.day(day ?? planned), version: 1,
            movedBecause: moved, began: began ? world.now() : nil, held: held ? world.now() : nil,
            calledOffBecause: calledOff)
    }

    static func promise(
        _ words: String = "Share the list", by day: String = "2026-11-20", carried: Int = 0,
        ended: Promise.Ending? = nil
    ) -> Promise {
        Promise(
            id: id(), line: line.id, meeting: id(), seat: headOfEnglish.seats[0], words: words, by: Sample.day(day),
            carried: carried, ended: ended, version: 1)
    }

    static func item(_ words: String = "Cover", _ outcome: AgendaItem.Outcome = .open, carried: Int = 0) -> AgendaItem {
        AgendaItem(
            id: id(), meeting: id(), words: words, addedBy: "Amir", outcome: outcome, note: "", carried: carried,
            version: 1)
    }

    static func check(_ looked: String, due: String, until: String) -> AgendaCheck {
        AgendaCheck(id: id(), looked: looked, plan: "English", who: "Amir", due: day(due), until: day(until))
    }

    static func permit() throws -> MayHoldLine { try MayHoldLine(deputy, line) }
}
