import Database
package import Kernel
package import MeetingRules

extension Transaction {
    /// Carries out what the rhythms and the calendar give, some hundred meetings with each statement.
    ///
    /// - Returns: the withdrawn meetings that were taken away. What somebody put on their agenda is kept: without an heir,
    ///   so is the meeting, as it is with words that somebody typed there and has not said yet.
    package func save(_ changes: [MeetingsReplanned]) throws -> Set<ID<LineMeeting>> {
        for some in changes.flatMap(\.shifted).pieces { try shift(some) }
        for some in changes.flatMap(\.insertions).pieces { try insert(some) }
        for some in changes.flatMap(\.inherited).pieces { try handOn(some) }
        return try Set(changes.flatMap(\.withdrawn).pieces.flatMap { try withdraw($0.map(\.id)) })
    }

    private func shift(_ shifted: some Sequence<MeetingsReplanned.Shift>) throws {
        try run(
            """
            WITH shifted (meeting_id, day) AS (VALUES \(SQL.joined(shifted.map { "(\($0.meeting), \($0.to))" })))
            UPDATE line_meeting SET planned_on = shifted.day, meets_on = shifted.day, version = version + 1
            FROM shifted WHERE line_meeting.id = shifted.meeting_id
            """)
    }

    private func insert(_ added: some Sequence<(line: ID<MeetingLine>, day: Day)>) throws {
        let rows: [SQL] = added.map { line, day in
            let id: ID<LineMeeting> = newID()
            return "(\(id), \(line), \(day), \(day), 1, '', '', '', 0)"
        }
        try run(
            """
            INSERT INTO line_meeting (id, line_id, planned_on, meets_on, version, moved_reason, called_off_reason, notes,
                                      notes_version)
            VALUES \(SQL.joined(rows))
            """)
    }

    private func handOn(_ inherited: some Sequence<(meeting: ID<LineMeeting>, heir: ID<LineMeeting>)>) throws {
        try run(
            """
            WITH inherited (meeting_id, heir_id) AS (VALUES \(SQL.joined(inherited.map { "(\($0), \($1))" })))
            UPDATE line_meeting_item SET meeting_id = inherited.heir_id
            FROM inherited WHERE line_meeting_item.meeting_id = inherited.meeting_id
            """)
    }

    private func withdraw(_ meetings: [ID<LineMeeting>]) throws -> [ID<LineMeeting>] {
        try rows(
            """
            DELETE FROM line_meeting
            WHERE id IN (\(SQL.joined(meetings.map { "\($0)" })))
                AND NOT EXISTS (SELECT 1 FROM line_meeting_item i WHERE i.meeting_id = line_meeting.id)
                AND NOT EXISTS (SELECT 1 FROM line_meeting_unsaid u WHERE u.meeting_id = line_meeting.id)
            RETURNING id
            """
        ) { try $0[0] }
    }

    /// Takes away what an ended line had planned; with something on its agenda or typed, a meeting is called off instead.
    func clearMeetings(of change: LineEnded, by person: PersonID) throws {
        try clearMeetings("line_id = \(change.line)", from: change.day, because: "The line ended.", by: person)
    }

    /// The same of every line of a school, from its last day on.
    func clearMeetings(at school: SchoolID, from day: Day, because reason: String, by person: PersonID?) throws {
        try clearMeetings(
            "line_id IN (SELECT id FROM line WHERE school_id = \(school))", from: day, because: reason, by: person)
    }

    /// - Parameter condition: on the meeting.
    private func clearMeetings(_ condition: SQL, from day: Day, because reason: String, by person: PersonID?) throws {
        let merelyPlanned: SQL = "\(condition) AND meets_on >= \(day) AND began_at IS NULL AND called_off_at IS NULL"
        try run(
            """
            DELETE FROM line_meeting
            WHERE \(merelyPlanned)
                AND NOT EXISTS (SELECT 1 FROM line_meeting_item i WHERE i.meeting_id = line_meeting.id)
                AND NOT EXISTS (SELECT 1 FROM line_meeting_unsaid u WHERE u.meeting_id = line_meeting.id)
            """)
        try run(
            """
            UPDATE line_meeting SET called_off_at = \(moment), called_off_by = \(person),
                called_off_reason = \(reason), version = version + 1
            WHERE \(merelyPlanned)
            """)
    }
}

extension MeetingsReplanned {
    fileprivate var insertions: [(line: ID<MeetingLine>, day: Day)] { added.map { (line, $0) } }

    fileprivate var inherited: [(meeting: ID<LineMeeting>, heir: ID<LineMeeting>)] {
        guard let heir else { return [] }
        return withdrawn.map { ($0.id, heir) }
    }
}

extension Array {
    /// As many rows at once as both databases take with some values each.
    fileprivate var pieces: [ArraySlice<Element>] {
        stride(from: 0, to: count, by: 500).map { self[$0..<Swift.min($0 + 500, count)] }
    }
}
