import Database
import Kernel
package import MeetingRules

extension Reading {
    /// What a person typed in a meeting and has not said yet, by the names of the fields.
    func unsaid(in meeting: ID<LineMeeting>, of person: PersonID) throws -> [String: String] {
        let found = try rows(
            "SELECT field, words FROM line_meeting_unsaid WHERE meeting_id = \(meeting) AND person_id = \(person)"
        ) { (try $0[0] as String, try $0[1] as String) }
        return Dictionary(uniqueKeysWithValues: found)
    }
}

extension Transaction {
    package func save(_ change: UnsaidKept) throws {
        try run(
            """
            DELETE FROM line_meeting_unsaid WHERE meeting_id = \(change.meeting) AND person_id = \(change.person)
            """)
        guard !change.words.isEmpty else { return }
        let rows = change.words.map { "(\(change.meeting), \(change.person), \($0.key), \($0.value))" as SQL }
        try run("INSERT INTO line_meeting_unsaid (meeting_id, person_id, field, words) VALUES \(SQL.joined(rows))")
    }
}
