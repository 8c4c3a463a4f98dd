package import Database
import Kernel

extension Reading {
    func credential(of person: PersonID) throws -> StoredSecret? {
        try first("SELECT secret FROM credential WHERE person_id = \(person)") { try $0[0] as StoredSecret }
    }
}

extension Transaction {
    func keep(_ secret: StoredSecret, of person: PersonID) throws {
        try run(
            """
            INSERT INTO credential (person_id, secret, chosen_at) VALUES (\(person), \(secret), \(moment))
            ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, chosen_at = excluded.chosen_at
            """)
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
