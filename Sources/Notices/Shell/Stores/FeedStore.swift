import Database
import Kernel
import People

extension Reading {
    /// When the person's feed got its address; nil without a feed.
    func feedMade(for person: PersonID) throws -> Instant? {
        try first("SELECT made_at FROM calendar_feed WHERE person_id = \(person)") { try $0[0] }
    }

    func feedOwner(_ secret: TokenHash) throws -> PersonID? {
        try first("SELECT person_id FROM calendar_feed WHERE secret_hash = \(secret)") { try $0[0] }
    }
}

extension Transaction {
    /// The address before it ends with this.
    func keepFeed(_ secret: TokenHash, of person: PersonID) throws {
        try run(
            """
            INSERT INTO calendar_feed (person_id, secret_hash, made_at) VALUES (\(person), \(secret), \(moment))
            ON CONFLICT (person_id) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = excluded.made_at
            """)
    }

    /// - Returns: whether there was one.
    func endFeed(of person: PersonID) throws -> Bool {
        try run("DELETE FROM calendar_feed WHERE person_id = \(person)") == 1
    }
}
