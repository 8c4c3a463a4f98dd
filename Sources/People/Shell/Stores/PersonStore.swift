package import Database
package import Kernel
package import PeopleRules

extension EmailAddress: Bindable, Readable {
    package var binding: Binding { .text(text) }
    package static func read(_ row: borrowing Row, _ column: Int) throws -> EmailAddress {
        guard let address = EmailAddress(try row.text(column)) else {
            throw DatabaseError.unreadable(column: column, as: "email address")
        }
        return address
    }
}

extension Reading {
    /// - Throws: `Refusal.notFound`.
    package func person(_ id: PersonID) throws -> Person {
        guard let person = try onePerson("person.id = \(id)") else { throw Refusal.notFound }
        return person
    }

    package func person(at email: EmailAddress) throws -> Person? { try onePerson("person.email = \(email)") }

    private func onePerson(_ condition: SQL) throws -> Person? {
        try first(
            """
            SELECT person.id, person.version, person.name, person.email, departure.last_day
            FROM person LEFT JOIN departure ON departure.person_id = person.id WHERE \(condition)
            """
        ) { row in
            Person(id: try row[0], version: try row[1], name: try row[2], email: try row[3], lastDay: try row[4])
        }
    }
}

extension Transaction {
    /// Somebody about whom something is about to change. Lets one change follow the other: what may be done is decided on all
    /// their posts and invitations.
    ///
    /// - Throws: `Refusal.notFound`.
    func personToChange(_ id: PersonID) throws -> Person {
        try run("UPDATE person SET version = version WHERE id = \(id)")
        return try person(id)
    }

    /// - Throws: `Refusal.invalid("email", …)` when somebody else took the address a moment ago.
    func save(_ change: PersonAdded) throws {
        let person = change.person
        try refusingTakenAddress {
            try run(
                """
                INSERT INTO person (id, version, name, email, added_at)
                VALUES (\(person.id), \(person.version), \(person.name), \(person.email), \(moment))
                """)
        }
    }

    /// Links that went to another address end.
    ///
    /// - Throws: `Refusal.stale`, or as when adding.
    func save(_ change: PersonCorrected) throws {
        let person = change.person
        let saved = try refusingTakenAddress {
            try run(
                """
                UPDATE person SET version = \(person.version), name = \(person.name), email = \(person.email)
                WHERE id = \(person.id) AND version = \(change.before.version)
                """)
        }
        if saved == 0 { throw Refusal.stale }
        if person.email != change.before.email { try withdrawInvitations(of: person.id) }
    }

    /// Also signs the person out and ends open invitations, for the day after the last.
    func save(_ change: PersonLeft, by manager: PersonID?) throws {
        let recorded = try run(
            """
            INSERT INTO departure (person_id, last_day, recorded_at, recorded_by)
            VALUES (\(change.person.id), \(change.lastDay), \(moment), \(manager))
            ON CONFLICT (person_id) DO NOTHING
            """)
        if recorded == 0 { throw Refusal.stale }
        for post in change.posts { try save(post) }
        try withdrawInvitations(of: change.person.id)
        if change.person.hasLeft(by: today) { try endSessions(of: change.person.id) }
    }

    func save(_ change: PersonStays) throws {
        let removed = try run(
            "DELETE FROM departure WHERE person_id = \(change.person.id) AND last_day = \(change.lastDay)")
        if removed == 0 { throw Refusal.stale }
    }

    @discardableResult
    private func refusingTakenAddress<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch DatabaseError.unique {
            throw Refusal.invalid("email", "Somebody has this address already.")
        }
    }
}
