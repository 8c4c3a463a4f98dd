package import Database
package import Kernel
package import MeetingRules

extension AgendaItem.Outcome: Storable {}

extension Reading {
    /// Everything that was ever put on the agenda of a meeting, in that order, with what was taken off again.
    package func items(of meeting: ID<LineMeeting>) throws -> [AgendaItem] {
        try rows("\(AgendaItem.select) WHERE i.meeting_id = \(meeting) ORDER BY i.added_at, i.id", AgendaItem.read)
    }

    /// - Throws: `notFound` when there is none in this meeting.
    package func item(_ id: ID<AgendaItem>, of meeting: ID<LineMeeting>) throws -> AgendaItem {
        let found = try first("\(AgendaItem.select) WHERE i.id = \(id) AND i.meeting_id = \(meeting)", AgendaItem.read)
        guard let found else { throw Refusal.notFound }
        return found
    }
}

extension AgendaItem {
    fileprivate static let select: SQL = """
        SELECT i.id, i.meeting_id, i.words, p.name, i.outcome, i.note, i.carried, i.version, i.removed_at
        FROM line_meeting_item i JOIN person p ON p.id = i.added_by
        """

    fileprivate static func read(_ row: borrowing Row) throws -> AgendaItem {
        let removed: Instant? = try row[8]
        return AgendaItem(
            id: try row[0], meeting: try row[1], words: try row[2], addedBy: try row[3], outcome: try row[4],
            note: try row[5], carried: try row[6], version: try row[7], isRemoved: removed != nil)
    }
}

extension Transaction {
    package func save(_ change: ItemAdded, by person: PersonID) throws {
        try run(
            """
            INSERT INTO line_meeting_item (id, meeting_id, words, added_by, added_at, outcome, note, carried, version)
            VALUES (\(change.item), \(change.meeting), \(change.words), \(person), \(moment), 'open', '', 0, 1)
            """)
    }

    package func save(_ change: ItemRemoved) throws {
        let at: Instant? = change.isRemoved ? moment : nil
        try run(
            "UPDATE line_meeting_item SET removed_at = \(at), version = version + 1 WHERE id = \(change.item)")
    }

    /// - Throws: `stale`.
    package func save(_ change: ItemAnswered) throws {
        let saved = try run(
            """
            UPDATE line_meeting_item SET outcome = \(change.outcome), note = \(change.note), version = version + 1
            WHERE id = \(change.item) AND version = \(change.version)
            """)
        guard saved == 1 else { throw Refusal.stale }
    }

    /// Puts an item on the next agenda under the name of whoever put it on this one, once.
    func carry(_ item: AgendaItem, to meeting: ID<LineMeeting>) throws {
        let id: ID<AgendaItem> = newID()
        try run(
            "UPDATE line_meeting_item SET outcome = 'carried', version = version + 1 WHERE id = \(item.id)")
        try run(
            """
            INSERT INTO line_meeting_item (id, meeting_id, words, added_by, added_at, outcome, note, carried_from, carried,
                                           version)
            SELECT \(id), \(meeting), i.words, i.added_by, \(moment), 'open', '', i.id, i.carried + 1, 1
            FROM line_meeting_item i WHERE i.id = \(item.id)
            """)
    }
}
