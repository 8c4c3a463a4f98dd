package import Database
package import Kernel
package import MeetingRules

/// The notes of a meeting as they were last saved.
package struct MeetingNotes: Hashable, Sendable {
    package let words: String
    /// 0 while nobody wrote any.
    package let version: Int
    package let at: Instant?
    package let by: String?

    package init(words: String = "", version: Int = 0, at: Instant? = nil, by: String? = nil) {
        (self.words, self.version, self.at, self.by) = (words, version, at, by)
    }
}

extension Reading {
    /// - Throws: `notFound`.
    package func meeting(_ id: ID<LineMeeting>) throws -> LineMeeting {
        let found = try first("SELECT \(LineMeeting.columns) FROM line_meeting m WHERE m.id = \(id)", LineMeeting.read)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// Of the lines `l` that meet a condition, those whose planned day is in this week or later, in their order.
    func plannedMeetings(_ condition: SQL) throws -> [LineMeeting] {
        try rows(
            """
            SELECT \(LineMeeting.columns) FROM line l JOIN line_meeting m ON m.line_id = l.id
            WHERE \(condition) AND m.planned_on >= \(today.monday) ORDER BY m.planned_on, m.id
            """, LineMeeting.read)
    }

    /// The newest meetings of a line, the latest day first.
    func history(of line: ID<MeetingLine>, limit: Int, offset: Int) throws -> [LineMeeting] {
        try rows(
            """
            SELECT \(LineMeeting.columns) FROM line_meeting m
            WHERE m.line_id = \(line) ORDER BY m.meets_on DESC, m.id DESC LIMIT \(limit) OFFSET \(offset)
            """, LineMeeting.read)
    }

    /// The meetings of some lines in some time, in the order of their days.
    func meetings(of lines: [ID<MeetingLine>], from first: Day, through last: Day) throws -> [LineMeeting] {
        guard !lines.isEmpty else { return [] }
        return try rows(
            """
            SELECT \(LineMeeting.columns) FROM line_meeting m
            WHERE m.line_id IN (\(SQL.joined(lines.map { "\($0)" }))) AND m.meets_on >= \(first)
                AND m.meets_on <= \(last)
            ORDER BY m.meets_on, m.id
            """, LineMeeting.read)
    }

    /// The next meeting of the same line that may still take place.
    func meeting(after meeting: LineMeeting) throws -> LineMeeting? {
        try first(
            """
            SELECT \(LineMeeting.columns) FROM line_meeting m
            WHERE m.line_id = \(meeting.line) AND m.meets_on >= \(max(meeting.day, today)) AND m.id <> \(meeting.id)
                AND m.began_at IS NULL AND m.called_off_at IS NULL
            ORDER BY m.meets_on, m.id LIMIT 1
            """, LineMeeting.read)
    }

    func notes(of meeting: ID<LineMeeting>) throws -> MeetingNotes {
        let found = try first(
            """
            SELECT m.notes, m.notes_version, m.notes_at, p.name
            FROM line_meeting m LEFT JOIN person p ON p.id = m.notes_by WHERE m.id = \(meeting)
            """
        ) { MeetingNotes(words: try $0[0], version: try $0[1], at: try $0[2], by: try $0[3]) }
        return found ?? MeetingNotes()
    }
}

extension LineMeeting {
    fileprivate static let columns: SQL =
        "m.id, m.line_id, m.planned_on, m.meets_on, m.version, m.moved_reason, m.began_at, m.held_at, m.called_off_reason"

    fileprivate static func read(_ row: borrowing Row) throws -> LineMeeting {
        LineMeeting(
            id: try row[0], line: try row[1], planned: try row[2], day: try row[3], version: try row[4],
            movedBecause: try row[5], began: try row[6], held: try row[7], calledOffBecause: try row[8])
    }
}

extension Transaction {
    func holdMeeting(_ id: ID<LineMeeting>) throws {
        try run("UPDATE line_meeting SET version = version WHERE id = \(id)")
    }

    /// - Throws: `stale`.
    package func save(_ change: MeetingMoved, by person: PersonID) throws {
        let saved = try run(
            """
            UPDATE line_meeting SET meets_on = \(change.day), moved_reason = \(change.reason), moved_at = \(moment),
                moved_by = \(person), version = version + 1
            WHERE id = \(change.meeting) AND version = \(change.version)
            """)
        guard saved == 1 else { throw Refusal.stale }
    }

    /// - Throws: `stale`.
    package func save(_ change: MeetingCalledOff, by person: PersonID) throws {
        let saved = try run(
            """
            UPDATE line_meeting SET called_off_at = \(moment), called_off_by = \(person),
                called_off_reason = \(change.reason), version = version + 1
            WHERE id = \(change.meeting) AND version = \(change.version)
            """)
        guard saved == 1 else { throw Refusal.stale }
    }

    package func save(_ change: MeetingBegun, by person: PersonID) throws {
        if let reason = change.movedBecause {
            try run(
                """
                UPDATE line_meeting SET meets_on = \(change.day), moved_reason = \(reason), moved_at = \(moment),
                    moved_by = \(person)
                WHERE id = \(change.meeting)
                """)
        }
        try run(
            """
            UPDATE line_meeting SET began_at = \(moment), began_by = \(person), version = version + 1
            WHERE id = \(change.meeting)
            """)
    }

    /// - Throws: `stale` when somebody else saved since the notes were read.
    package func save(_ change: NotesKept, by person: PersonID) throws -> MeetingNotes {
        let saved = try run(
            """
            UPDATE line_meeting SET notes = \(change.words), notes_version = notes_version + 1, notes_at = \(moment),
                notes_by = \(person)
            WHERE id = \(change.meeting) AND notes_version = \(change.version)
            """)
        guard saved == 1 else { throw Refusal.stale }
        return try notes(of: change.meeting)
    }
}
