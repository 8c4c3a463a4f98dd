import Database
import Kernel
package import MeetingRules

extension Transaction {
    /// Carries out what the rhythm and the calendar give.
    package func save(_ change: MeetingsReplanned) throws {
        for shift in change.shifted {
            try run(
                """
                UPDATE line_meeting SET planned_on = \(shift.to), meets_on = \(shift.to), version = version + 1
                WHERE id = \(shift.meeting)
                """)
        }
        for day in change.added { try insert(day, change.line) }
        for meeting in change.withdrawn { try withdraw(meeting, heir: change.heir) }
    }

    private func insert(_ day: Day, _ line: ID<MeetingLine>) throws {
        let id: ID<LineMeeting> = newID()
        try run(
            """
            INSERT INTO line_meeting (id, line_id, planned_on, meets_on, version, moved_reason, called_off_reason, notes,
                                      notes_version)
            VALUES (\(id), \(line), \(day), \(day), 1, '', '', '', 0)
            """)
    }

    /// What somebody put on the agenda is kept: without an heir, so is the meeting.
    private func withdraw(_ meeting: ID<LineMeeting>, heir: ID<LineMeeting>?) throws {
        if let heir { try run("UPDATE line_meeting_item SET meeting_id = \(heir) WHERE meeting_id = \(meeting)") }
        try run(
            """
            DELETE FROM line_meeting
            WHERE id = \(meeting) AND NOT EXISTS (SELECT 1 FROM line_meeting_item i WHERE i.meeting_id = \(meeting))
            """)
    }

    /// Takes away what an ended line had planned; with something on its agenda, a meeting is called off instead.
    func clearMeetings(of change: LineEnded, by person: PersonID) throws {
        try run(
            """
            DELETE FROM line_meeting
            WHERE line_id = \(change.line) AND meets_on >= \(change.day) AND began_at IS NULL AND called_off_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM line_meeting_item i WHERE i.meeting_id = line_meeting.id)
            """)
        try run(
            """
            UPDATE line_meeting SET called_off_at = \(moment), called_off_by = \(person),
                called_off_reason = 'The line ended.', version = version + 1
            WHERE line_id = \(change.line) AND meets_on >= \(change.day) AND began_at IS NULL AND called_off_at IS NULL
            """)
    }
}
