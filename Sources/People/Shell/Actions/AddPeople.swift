package import Database
package import Kernel
package import PeopleRules

/// Somebody new with a first post, as a line of a list.
package struct NewPerson: Sendable {
    package let details: PersonDetails
    package let post: PostInput

    package init(_ details: PersonDetails, first post: PostInput) { (self.details, self.post) = (details, post) }
}

/// Adds a list of people, all of them or none; nobody is invited yet.
///
/// - Returns: their ids, in the order of the list.
/// - Throws: what `addPerson` throws for the first line that cannot be taken.
package func addPeople(_ people: [NewPerson], by actor: Actor, in database: any Database) async throws -> [PersonID] {
    try await database.write { tx in
        let permit = try MayManagePeople(actor)
        return try people.map {
            try tx.addPerson($0.details, first: $0.post, inviting: nil, as: permit, by: actor).person.id
        }
    }
}
