import App
import Database
import Kernel
import MeetingRules
import Meetings
import Schools
import TestKit

extension Willowbrook {
    /// A school day from which lines are counted.
    var firstDay: Day {
        get async throws {
            try await database.read { try $0.calendar(of: academy).nextSchoolDay(after: $0.today)! }
        }
    }

    /// The deputy's line with the head of English, set up by the head.
    func line(_ rhythm: LineRhythm = .weekly, minutes: Int = 30) async throws -> ID<MeetingLine> {
        try await setUpLine(input(rhythm, minutes: minutes, from: try await firstDay), by: head, in: database)
    }

    func input(
        _ rhythm: LineRhythm = .weekly, minutes: Int = 30, from day: Day, member: SeatID? = nil
    ) -> LineInput {
        LineInput(
            school: academy, leader: deputy.seats[0], member: member ?? headOfEnglish.seats[0],
            times: TimesInput(rhythm: rhythm, first: day, startsAt: "15:10", minutes: minutes))
    }

    /// Its meetings in the order of their days.
    func meetings(of line: ID<MeetingLine>) async throws -> [LineMeeting] {
        try await readLine(line, for: deputy, in: database).meetings.reversed()
    }

    /// Begins the first meeting of a line on its day.
    func begin(_ line: ID<MeetingLine>, number: Int = 0) async throws -> LineMeeting {
        let meeting = try await meetings(of: line)[number]
        trust.clock.set(to: meeting.day)
        try await beginMeeting(meeting.id, by: deputy, in: database)
        return meeting
    }

    func promise(
        _ words: String = "Share the list", by day: Day, in meeting: LineMeeting
    ) async throws -> ID<Promise> {
        try await recordPromise(
            PromiseInput(words: words, seat: headOfEnglish.seats[0], by: day), in: meeting.id, by: deputy, in: database)
    }

    func seen(_ meeting: LineMeeting) async throws -> SeenMeeting {
        try await readMeeting(meeting.id, for: deputy, in: database)
    }
}
