package import Database
package import Kernel

/// A password as it stands in the database.
struct Credential: Hashable, Sendable {
    let secret: StoredSecret
    let version: Int
}

extension Reading {
    /// nil without a password. A hash that is renewed at sign-in is still the same password.
    package func passwordChosen(by person: PersonID) throws -> Instant? {
        try first("SELECT chosen_at FROM credential WHERE person_id = \(person)") { try $0[0] }
    }

    func credential(of person: PersonID) throws -> Credential? {
        try first("SELECT secret, version FROM credential WHERE person_id = \(person)") { row in
            Credential(secret: try row[0], version: try row[1])
        }
    }
}

extension Transaction {
    /// A password that was chosen now. Whatever the one before it opened ends: sessions and open links. A calendar feed
    /// that is older than `chosen_at` ends with it.
    func keepChosen(_ secret: StoredSecret, of person: PersonID) throws {
        try run(
            """
            INSERT INTO credential (person_id, secret, version, chosen_at)
            VALUES (\(person), \(secret), 1, \(moment))
            ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, version = credential.version + 1,
                chosen_at = excluded.chosen_at
            """)
        try endSessions(of: person)
        try withdrawInvitations(of: person)
    }

    /// Holds the password that was found right a moment ago, so that nobody changes it before this transaction ends.
    ///
    /// - Parameter fresher: the same password at today's cost, in its place.
    /// - Returns: whether it still is the person's password.
    func hold(_ right: Credential, of person: PersonID, fresher: StoredSecret? = nil) throws -> Bool {
        try run(
            """
            UPDATE credential SET secret = \(fresher ?? right.secret)
            WHERE person_id = \(person) AND version = \(right.version)
            """) == 1
    }
}

extension StoredSecret: Bindable, Readable {
    package var binding: Binding { .text(text) }
    package static func read(_ row: borrowing Row, _ column: Int) throws -> StoredSecret {
        guard let secret = StoredSecret(try row.text(column)) else {
            throw DatabaseError.unreadable(column: column, as: "stored secret")
        }
        return secret
    }
}
