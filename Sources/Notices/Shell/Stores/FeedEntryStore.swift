import Database
import Kernel
import NoticeRules
import People

/// An entry of a feed as it was last read.
struct FeedEntry: Hashable, Sendable {
    let id: String
    let content: TokenHash
    let revision: EntryRevision
}

extension Reading {
    /// The person's entries as they are now, and those among them that say something else than when they were last read.
    func feedEntries(
        of person: PersonID, _ events: [CalendarEvent]
    ) throws -> (all: [FeedEntry], changed: [FeedEntry]) {
        let known = Dictionary(
            uniqueKeysWithValues: try rows(
                "SELECT entry, content_hash, sequence, changed_at FROM feed_entry WHERE person_id = \(person)"
            ) { row in
                (
                    try row[0] as String,
                    (hash: try row[1] as String, sequence: try row[2] as Int, at: try row[3] as Instant)
                )
            })
        var changed: [FeedEntry] = []
        let all = events.map { event in
            let content = TokenHash(event.content)
            if let known = known[event.id], content.isStored(as: known.hash) {
                return FeedEntry(
                    id: event.id, content: content,
                    revision: EntryRevision(sequence: known.sequence, changed: known.at))
            }
            let sequence = known[event.id].map { $0.sequence + 1 } ?? 0
            let entry = FeedEntry(
                id: event.id, content: content, revision: EntryRevision(sequence: sequence, changed: moment))
            changed.append(entry)
            return entry
        }
        return (all, changed)
    }
}

extension Transaction {
    /// Longer than a feed looks ahead and back, in days.
    private static let memory = 400

    /// Two programmes that read at once keep the same. Entries that stand in no feed any more are forgotten in time.
    func keep(_ entries: [FeedEntry], of person: PersonID) throws {
        for entry in entries {
            try run(
                """
                INSERT INTO feed_entry (person_id, entry, content_hash, sequence, changed_at)
                VALUES (\(person), \(entry.id), \(entry.content), \(entry.revision.sequence), \(entry.revision.changed))
                ON CONFLICT (person_id, entry) DO UPDATE SET content_hash = excluded.content_hash,
                    sequence = excluded.sequence, changed_at = excluded.changed_at
                WHERE feed_entry.sequence < excluded.sequence
                """)
        }
        let old = moment.adding(seconds: -Self.memory * 86_400)
        try run("DELETE FROM feed_entry WHERE person_id = \(person) AND changed_at < \(old)")
    }
}
