import Kernel
import MeetingRules
import People
import PlanRules
import ToolRules

/// An invented line with a year of meetings.
struct SampleMeetings: Sendable {
    static let hostile = "\"></textarea><script>alert(1)</script> & 'more'"

    let today: Day
    let at: Instant
    let calendar: SchoolCalendar
    let line: NamedLine
    private let world: World

    /// - Returns: nil when the sample's year is none, which a test would notice.
    init?() {
        guard let at = Instant("2026-11-24T09:30"), let first = Day(2026, 9, 2), let half = Day(2026, 10, 23),
            let second = Day(2026, 11, 2), let last = Day(2026, 12, 18),
            let year = try? AcademicYear(
                startsIn: 2026,
                halfTerms: [
                    HalfTerm(1, .autumn, "Autumn 1", first, half), HalfTerm(2, .autumn, "Autumn 2", second, last),
                ]), let calendar = try? SchoolCalendar([year])
        else { return nil }
        world = World.fixed(at)
        (self.at, self.calendar, today) = (at, calendar, at.day)
        let (school, department): (SchoolID, DepartmentID) = (world.newID(at: at), world.newID(at: at))
        line = NamedLine(
            line: MeetingLine(
                id: world.newID(at: at), leader: LineSeat(world.newID(at: at), .seniorLeader),
                member: LineSeat(world.newID(at: at), .middleLeader), place: .department(department, of: school),
                times: LineTimes(rhythm: .fortnightly, first: first, startsAt: "15:10", minutes: 30), version: 1,
                ended: nil),
            leader: "Kate Brennan", member: "Amir Hussain", place: "English, Willowbrook Academy")
    }

    func meeting(
        _ day: Day, moved: String = "", began: Bool = false, held: Bool = false, calledOff: String = ""
    ) -> LineMeeting {
        LineMeeting(
            id: world.newID(at: at), line: line.line.id, planned: moved.isEmpty ? day : day - 2, day: day, version: 1,
            movedBecause: moved, began: began ? at : nil, held: held ? at : nil, calledOffBecause: calledOff)
    }

    func item(_ words: String, _ outcome: AgendaItem.Outcome = .open, carried: Int = 0) -> AgendaItem {
        AgendaItem(
            id: world.newID(at: at), meeting: world.newID(at: at), words: words, addedBy: line.member, outcome: outcome,
            note: outcome == .open ? "" : Self.hostile, carried: carried, version: 1)
    }

    func promise(_ words: String, by day: Day, carried: Int = 0, ended: Promise.Ending? = nil) -> AskedPromise {
        AskedPromise(
            Promise(
                id: world.newID(at: at), line: line.line.id, meeting: world.newID(at: at), seat: line.line.member.id,
                words: words, by: day, carried: carried, ended: ended, version: 1), who: line.member,
            words: ended == nil ? "" : "Shown at the meeting.")
    }

    /// Every kind of entry, at its usual and at its worst.
    func facts(items: [AgendaItem], promises: [AskedPromise]) -> AgendaFacts {
        AgendaFacts(
            minutes: 60, today: today, items: items,
            checks: [
                AgendaCheck(
                    id: world.newID(at: at), looked: "Books of Year 8: does the planned vocabulary come back?",
                    plan: "English plan 2026/27", who: line.member, due: today - 9, until: today - 3)
            ], promises: promises,
            statements: [
                AgendaStatement(
                    item: world.newID(at: at), number: "2.3", text: "Pupils meet what they learned again, on purpose.",
                    tool: "Curriculum intent", level: nil, since: today - 200)
            ],
            news: AgendaNews(
                id: "news", words: "Criterion met: every unit names what pupils will know.",
                plan: "English plan 2026/27", day: today - 6))
    }

    func seen(_ meeting: LineMeeting, as standpoint: LineStandpoint = .inIt) -> SeenMeeting {
        var seen = SeenMeeting(
            line: line, meeting: meeting, standpoint: standpoint, today: today,
            with: standpoint == .inIt ? line.member : line.pair, calendar: calendar)
        seen.items = [
            item("Cover for the Year 9 assessments"), item(Self.hostile, .talked), item("Budget", carried: 3),
        ]
        seen.promises = [
            promise("Share the reading list with the team", by: today - 1, carried: 3),
            promise("Visit two lessons of Year 7", by: today, ended: .kept), promise(Self.hostile, by: today),
        ]
        seen.agenda = Agenda.composed(from: facts(items: seen.items, promises: seen.promises))
        seen.notes = MeetingNotes(words: "First line\n" + Self.hostile, version: 2, at: at, by: line.leader)
        seen.next = self.meeting(today + 14)
        seen.seats = [
            Seat(
                id: line.line.member.id, role: .middleLeader, place: line.line.place,
                holder: Seat.Holder(person: world.newID(at: at), name: line.member))
        ]
        return seen
    }
}
