import Database
import Kernel
import MeetingRules
import Meetings
import Schools

/// Two people of the invented trust who meet, and how faithfully.
struct DemoLine: Sendable {
    let school: Int
    let leader: String
    let member: String
    let rhythm: LineRhythm
    let startsAt: String
    /// One in so many meetings does not take place; 0 for none.
    let missedOneIn: Int

    static let willowbrook = [
        DemoLine(
            school: 0, leader: "Helen Marsh", member: "Owen Price", rhythm: .weekly, startsAt: "08:05", missedOneIn: 0),
        DemoLine(
            school: 0, leader: "Owen Price", member: "Jo Tindall", rhythm: .fortnightly, startsAt: "15:20",
            missedOneIn: 14),
        DemoLine(
            school: 0, leader: "Tom Bexley", member: "Helen Marsh", rhythm: .halfTermly, startsAt: "10:00",
            missedOneIn: 0),
        DemoLine(
            school: 2, leader: "Carla Mendes", member: "Nadia Rahman", rhythm: .weekly, startsAt: "13:15",
            missedOneIn: 6),
        DemoLine(
            school: 4, leader: "James Oyelaran", member: "Kate Brennan", rhythm: .weekly, startsAt: "08:10",
            missedOneIn: 12),
        DemoLine(
            school: 4, leader: "Kate Brennan", member: "Amir Hussain", rhythm: .fortnightly, startsAt: "15:10",
            missedOneIn: 9),
        DemoLine(
            school: 4, leader: "Kate Brennan", member: "Lucy Fenn", rhythm: .fortnightly, startsAt: "15:40",
            missedOneIn: 9),
        DemoLine(
            school: 4, leader: "Aisha Karim", member: "James Oyelaran", rhythm: .threeWeekly, startsAt: "11:00",
            missedOneIn: 0),
        DemoLine(
            school: 5, leader: "Rachel Stone", member: "Mark Ellery", rhythm: .weekly, startsAt: "07:50", missedOneIn: 4
        ),
        DemoLine(
            school: 5, leader: "Aisha Karim", member: "Rachel Stone", rhythm: .fortnightly, startsAt: "09:30",
            missedOneIn: 7),
        DemoLine(
            school: 6, leader: "Fiona Grant", member: "Leo Matthews", rhythm: .fortnightly, startsAt: "14:45",
            missedOneIn: 0),
    ]
}

/// A year of line meetings: held, moved, missed, with promises kept, carried and open.
extension DemoTrust {
    private static let weeks = 36

    /// - Parameter today: no meeting of that day or later is held.
    func makeMeetings(until today: Day) async throws {
        let calendar = try await database.read { try $0.calendar() }
        guard let start = calendar.adding(schoolWeeks: -Self.weeks, to: today) else { return }
        for (index, line) in DemoLine.willowbrook.enumerated() {
            try await setUp(line, number: index, from: start, calendar)
        }
        var monday = start.monday
        while monday < today {
            clock.set(to: monday)
            try await planMeetings(in: database)
            for line in DemoLine.willowbrook { try await hold(line, inWeekOf: monday, before: today) }
            monday = monday + 7
        }
        clock.set(to: today)
        try await planMeetings(in: database)
    }

    private func setUp(_ line: DemoLine, number: Int, from start: Day, _ calendar: SchoolCalendar) async throws {
        guard let leader = actors[line.leader], let first = calendar.schoolDay(onOrAfter: start.monday + number % 5)
        else {
            return
        }
        clock.set(to: start.monday - 3, minute: number)
        let times = TimesInput(rhythm: line.rhythm, first: first, startsAt: line.startsAt, minutes: 30)
        _ = try await setUpLine(
            LineInput(
                school: schools[line.school], leader: seat(of: line.leader, line.school),
                member: seat(of: line.member, line.school), times: times),
            by: leader, in: database)
    }

    private func hold(_ line: DemoLine, inWeekOf monday: Day, before today: Day) async throws {
        guard let leader = actors[line.leader], let member = actors[line.member] else { return }
        let due = try await database.read { try $0.meetingsDue(for: leader, through: monday + 6) }
        for meeting in due where meeting.member == line.member && meeting.day < today {
            clock.set(to: meeting.day, minute: clock.pick(0..<300))
            if line.missedOneIn > 0, clock.pick(0..<line.missedOneIn) == 0 { continue }
            try await hold(meeting.meeting, of: line, by: leader, with: member)
        }
    }

    private func hold(_ id: ID<LineMeeting>, of line: DemoLine, by leader: Actor, with member: Actor) async throws {
        if clock.pick(0..<3) == 0 {
            _ = try await addItem(clock.pick(DemoWords.items), to: id, by: member, in: database)
        }
        clock.tick()
        try await beginMeeting(id, by: leader, in: database)
        let seen = try await readMeeting(id, for: leader, in: database)
        for item in seen.items {
            try await answerItem(
                item.id, of: id, .talked, note: "", version: item.version, by: leader, in: database)
        }
        try await answerPromises(in: seen, of: id, by: leader)
        _ = try await keepNotes(clock.pick(DemoWords.notes), version: 0, of: id, by: leader, in: database)
        clock.tick()
        if clock.pick(0..<10) < 7 { try await promise(in: seen, id, line, by: leader) }
        clock.tick()
        try await finishMeeting(id, by: leader, in: database)
    }

    private func answerPromises(in seen: SeenMeeting, of id: ID<LineMeeting>, by leader: Actor) async throws {
        for asked in seen.promises {
            clock.tick()
            let promise = asked.promise
            if clock.pick(0..<4) > 0 || promise.mustBeDecided {
                try await keepPromise(
                    promise.id, words: clock.pick(DemoWords.kept), version: promise.version, in: id, by: leader,
                    in: database)
            } else if let next = seen.next?.day {
                try await carryPromise(
                    promise.id, to: next, version: promise.version, in: id, by: leader, in: database)
            }
        }
    }

    private func promise(
        in seen: SeenMeeting, _ id: ID<LineMeeting>, _ line: DemoLine, by leader: Actor
    ) async throws {
        guard let day = seen.next?.day else { return }
        let input = PromiseInput(
            words: clock.pick(DemoWords.promises),
            seat: seat(of: clock.pick(0..<4) == 0 ? line.leader : line.member, line.school),
            by: day)
        _ = try await recordPromise(input, in: id, by: leader, in: database)
    }
}

extension DemoWords {
    static let items = [
        "Cover for the visit to another school", "What we stop doing this half term", "The parents’ evening of Year 9",
        "A pupil voice group that surprised us", "Who reads the new unit first",
    ]
    static let notes = [
        "Talked through the last look; we keep going and look again.",
        "Short today. The book look moves to next week, everything else stands.",
        "What worked in one room is to be seen by the others.", "The new colleague has settled; less to check there.",
    ]
    static let promises = [
        "Ask two pupils of each class what the unit was about", "Send the sequence to the new teacher",
        "Sit in on the first ten minutes of period 1", "Bring six books from the middle of the register",
        "Take the Friday task off the list", "Find half an hour with the SENCO",
    ]
    static let kept = ["Done on Tuesday.", "Done, and worth doing again.", "Done; notes are in the folder.", ""]
}
