import Database
import Kernel
import MeetingRules
import Meetings
import Schools

/// Line meetings of the large trust since the last summer term.
extension LargeTrust {
    private static let weeksOfLines = 20
    /// How many weeks of meetings are brought in at once; no more than are planned ahead.
    private static let weeksAtOnce = 6

    /// - Parameter today: no meeting of that day or later is held.
    func makeMeetings(until today: Day) async throws {
        let calendar = try await database.read { try $0.calendar() }
        guard shape.lines > 0, let start = calendar.adding(schoolWeeks: -Self.weeksOfLines, to: today) else { return }
        clock.set(to: start.monday)
        for school in schools.indices {
            for number in 0..<shape.lines { try await setUp(number, of: school, calendar) }
        }
        for monday in stride(from: start.monday.number, to: today.number, by: 7 * Self.weeksAtOnce) {
            let monday = Day(number: monday)
            clock.set(to: monday)
            try await planMeetings(in: database)
            try await hold(from: monday, before: min(today, monday + 7 * Self.weeksAtOnce), calendar)
        }
        clock.set(to: today)
        try await planMeetings(in: database)
    }

    private func setUp(_ number: Int, of school: Int, _ calendar: SchoolCalendar) async throws {
        let staff = staff[school]
        let senior = staff.senior(number / 2)
        let (leader, member) =
            number % 2 == 0
            ? (staff.head.seats.first, senior.seats.first)
            : (senior.seats.first, staff.middle[number / 2 % staff.middle.count].seat)
        let day = calendar.schoolDay(onOrAfter: clock.world.now().day + (school + number) % 5)
        let times = TimesInput(rhythm: .fortnightly, first: day, startsAt: "15:10", minutes: 30)
        let input = LineInput(school: schools[school], leader: leader, member: member, times: times)
        _ = try await setUpLine(input, by: staff.head, in: database)
    }

    /// Both of the head's and of the senior leaders' lines are found through those who lead them.
    private func hold(from first: Day, before end: Day, _ calendar: SchoolCalendar) async throws {
        var past: [Day: [PastMeeting]] = [:]
        for (school, staff) in staff.enumerated() {
            let lots = lots(of: school)
            for leader in staff.lookers {
                let due = try await database.read { try $0.meetingsDue(for: leader, through: end - 1) }
                for meeting in due where meeting.leader == leader.name {
                    past[meeting.day, default: []].append(held(meeting, by: leader, calendar, lots))
                }
            }
        }
        for (day, meetings) in past.sorted(by: { $0.key < $1.key }) {
            clock.set(to: day, minute: 300)
            try await bringInMeetings(meetings, in: database)
        }
    }

    private func held(
        _ due: MeetingDue, by leader: Actor, _ calendar: SchoolCalendar, _ lots: DemoClock
    ) -> PastMeeting {
        let promise = PromiseInput(
            words: lots.pick(DemoWords.promises), seat: leader.seats.first,
            by: calendar.schoolDay(onOrAfter: due.day + 14))
        return PastMeeting(
            due.meeting, items: lots.pick(0..<2) == 0 ? [lots.pick(DemoWords.items)] : [],
            notes: lots.pick(DemoWords.notes), kept: lots.pick(DemoWords.kept), promises: [promise], by: leader)
    }
}
