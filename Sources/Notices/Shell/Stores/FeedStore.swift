import Database
import Kernel
import NoticeRules
import People
import PeopleRules

extension Feed.Entries: Bindable, Readable {}

extension Reading {
    /// - Returns: nil without a feed, and for one that has ended.
    func feed(of person: PersonID) throws -> Feed? { try feed("person_id = \(person)") }

    func feed(behind secret: TokenHash) throws -> Feed? { try feed("secret_hash = \(secret)") }

    private func feed(_ condition: SQL) throws -> Feed? {
        let found = try first("SELECT person_id, made_at, entries FROM calendar_feed WHERE \(condition)") { row in
            Feed(owner: try row[0], made: try row[1], entries: try row[2])
        }
        guard let feed = found else { return nil }
        let hasEnded = feed.hasEnded(
            passwordChosen: try passwordChosen(by: feed.owner),
            posts: try posts(of: feed.owner, lasting: feed.made.day), by: today)
        return hasEnded ? nil : feed
    }
}

extension Transaction {
    /// The address before it ends with this.
    func keepFeed(_ secret: TokenHash, of person: PersonID, _ entries: Feed.Entries) throws {
        try run(
            """
            INSERT INTO calendar_feed (person_id, secret_hash, made_at, entries)
            VALUES (\(person), \(secret), \(moment), \(entries))
            ON CONFLICT (person_id) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = excluded.made_at,
                entries = excluded.entries
            """)
    }

    func keepEntries(_ entries: Feed.Entries, of person: PersonID) throws {
        try run("UPDATE calendar_feed SET entries = \(entries) WHERE person_id = \(person)")
    }

    /// - Returns: whether there was one.
    func endFeed(of person: PersonID) throws -> Bool {
        try run("DELETE FROM calendar_feed WHERE person_id = \(person)") == 1
    }
}
