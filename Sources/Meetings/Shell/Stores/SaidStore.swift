package import Database
package import Kernel
package import MeetingRules
import PlanRules

extension SaidWord.Kind: Storable {}
extension SaidWord.Outcome: Storable {}
extension SummaryLine.Section: Storable {}

extension Reading {
    /// What was said to entries of other features in a meeting, in that order.
    package func said(in meeting: ID<LineMeeting>) throws -> [SaidWord] {
        try rows(
            """
            SELECT kind, subject_id, subject, outcome, words FROM line_meeting_word
            WHERE meeting_id = \(meeting) ORDER BY said_at, subject_id
            """
        ) {
            SaidWord(
                kind: try $0[0], subjectID: try $0[1], subject: try $0[2], outcome: try $0[3], words: try $0[4])
        }
    }

    /// Checks that waited when a meeting began and were recorded since, in that order.
    func looksRecorded(in meeting: LineMeeting) throws -> [LookRecorded] {
        try rows(
            """
            SELECT p.looked, r.rating, r.finding
            FROM line_meeting_check m
            JOIN check_result r ON r.check_id = m.check_id AND r.done_at >= \(meeting.began)
            JOIN impact_check c ON c.id = m.check_id
            JOIN check_plan p ON p.id = c.check_plan_id
            WHERE m.meeting_id = \(meeting.id) ORDER BY r.done_at, m.check_id
            """
        ) {
            let rating: String = try $0[1]
            guard let rating = Rating(rawValue: rating) else { throw DatabaseError.unreadable(column: 1, as: rating) }
            return LookRecorded(looked: try $0[0], rating: rating, finding: try $0[2])
        }
    }

    /// Checks that waited when a meeting began and that nobody has recorded or called off, in the order of their days.
    func looksWaiting(in meeting: ID<LineMeeting>) throws -> [LookWaiting] {
        try rows(
            """
            SELECT p.looked, w.until_on
            FROM line_meeting_check m
            JOIN open_check w ON w.check_id = m.check_id
            JOIN impact_check c ON c.id = m.check_id
            JOIN check_plan p ON p.id = c.check_plan_id
            WHERE m.meeting_id = \(meeting) ORDER BY w.until_on, m.check_id
            """
        ) { LookWaiting(looked: try $0[0], until: try $0[1]) }
    }

    package func summary(of meeting: ID<LineMeeting>) throws -> [SummaryLine] {
        try rows(
            "SELECT section, words FROM line_meeting_summary WHERE meeting_id = \(meeting) ORDER BY position"
        ) { SummaryLine(try $0[0], try $0[1]) }
    }
}

extension Transaction {
    /// The last word counts.
    package func save(_ change: EntryAnswered, by person: PersonID) throws {
        try run(
            """
            INSERT INTO line_meeting_word (meeting_id, kind, subject_id, subject, outcome, words, said_at, said_by)
            VALUES (\(change.meeting), \(change.kind), \(change.subjectID), \(change.subject), \(change.outcome),
                    \(change.words), \(moment), \(person))
            ON CONFLICT (meeting_id, kind, subject_id) DO UPDATE SET outcome = excluded.outcome, words = excluded.words,
                said_at = excluded.said_at, said_by = excluded.said_by
            """)
    }

    /// Keeps which checks waited when a meeting began.
    func keepWaiting(_ checks: [CheckID], in meeting: ID<LineMeeting>) throws {
        guard !checks.isEmpty else { return }
        let rows = checks.map { "(\(meeting), \($0))" as SQL }
        try run("INSERT INTO line_meeting_check (meeting_id, check_id) VALUES \(SQL.joined(rows))")
    }

    package func save(_ change: MeetingFinished, next: LineMeeting?, by person: PersonID) throws {
        try run(
            """
            UPDATE line_meeting SET held_at = \(moment), held_by = \(person), version = version + 1
            WHERE id = \(change.meeting)
            """)
        if !change.summary.isEmpty {
            let lines = change.summary.enumerated().map { position, line -> SQL in
                "(\(change.meeting), \(position), \(line.section), \(line.words))"
            }
            try run(
                "INSERT INTO line_meeting_summary (meeting_id, position, section, words) VALUES \(SQL.joined(lines))")
        }
        for carried in change.asked { try save(carried) }
        if let next { for item in change.carried { try carry(item, to: next.id) } }
    }
}
