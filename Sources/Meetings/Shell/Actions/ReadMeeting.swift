package import Database
package import Kernel
package import MeetingRules
package import People
import PlanRules
package import Plans
import Schools

/// Everything that one person may see of a meeting.
package struct SeenMeeting: Sendable {
    package let line: NamedLine
    package let meeting: LineMeeting
    package let standpoint: LineStandpoint
    package let today: Day
    /// Whom the reader meets; both names for those who only see that they meet.
    package let with: String
    /// What follows is empty for readers, and but for the summary once the meeting is over.
    package var agenda: Agenda
    package var items: [AgendaItem]
    package var said: [SaidWord]
    /// Checks on the agenda that this person may record.
    package var checks: [CheckLine]
    /// Those that were recorded since the meeting began.
    package var looks: [LookRecorded]
    package var promises: [AskedPromise]
    package var notes: MeetingNotes
    /// What this person typed and has not said yet, by the names of the fields.
    package var unsaid: [String: String]
    package var summary: [SummaryLine]
    /// Who may be promised for, the two of the line first.
    package var seats: [Seat]
    package var calendar: SchoolCalendar
    package var next: LineMeeting?

    package init(
        line: NamedLine, meeting: LineMeeting, standpoint: LineStandpoint, today: Day, with: String,
        calendar: SchoolCalendar = .unknown
    ) {
        (self.line, self.meeting, self.standpoint, self.today, self.with) = (line, meeting, standpoint, today, with)
        (agenda, items, said) = (Agenda.composed(from: AgendaFacts(minutes: 0, today: today)), [], [])
        (checks, looks, promises) = ([], [], [])
        (notes, unsaid, summary, seats, self.calendar, next) = (MeetingNotes(), [:], [], [], calendar, nil)
    }

    package var state: MeetingState { meeting.state(on: today) }
}

/// Reads a meeting for its page, in as many queries whatever has happened in the line.
///
/// - Throws: `notFound` to strangers.
package func readMeeting(
    _ id: ID<LineMeeting>, for actor: Actor, in database: any Database
) async throws -> SeenMeeting {
    try await database.read { tx in
        let found = try tx.meetingAtHand(id)
        let line = found.line.line
        let standpoint = try MaySeeLine(actor, line).standpoint
        var seen = SeenMeeting(
            line: found.line.shown(from: standpoint), meeting: found.meeting, standpoint: standpoint, today: tx.today,
            with: found.line.other(than: actor))
        guard standpoint == .inIt else { return seen }
        seen.unsaid = try tx.unsaid(in: id, of: actor.person)
        guard seen.state != .calledOff else { return seen }
        seen.notes = try tx.notes(of: id)
        seen.next = try tx.meeting(after: found.meeting)
        if seen.state == .held {
            seen.summary = try tx.summary(of: id)
            return seen
        }
        seen.calendar = try tx.calendar(at: line.place)
        seen.items = try tx.items(of: id)
        seen.said = try tx.said(in: id)
        seen.promises = try tx.promises(askedIn: found.meeting)
        if seen.state == .running {
            seen.seats = try tx.promiseSeats(of: line)
            seen.looks = try tx.looksRecorded(in: found.meeting)
        }
        // People prepare from this page, so it shows what will be due on the meeting's day.
        let day = max(tx.today, found.meeting.day)
        let checks = try tx.checksDue(at: line.place, line: line.seats, on: day)
        seen.checks = checks.filter { (try? MayRecordCheck(actor, at: $0.place, seat: $0.seat)) != nil }
        seen.agenda = Agenda.composed(from: try tx.agendaFacts(of: seen, on: day, checks, for: actor))
        return seen
    }
}
