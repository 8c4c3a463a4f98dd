package import Database
package import Kernel
package import PeopleRules

/// What the page on which somebody is seen out shows: the duties, and who might take them up.
package struct LeavingView: Hashable, Sendable {
    package let person: Person
    package let duties: [PostLine]
    /// Those who hold posts at the same places, by name.
    package let colleagues: [Colleague]
    package let today: Day

    package init(person: Person, duties: [PostLine], colleagues: [Colleague], today: Day) {
        (self.person, self.duties, self.colleagues, self.today) = (person, duties, colleagues, today)
    }
}

package struct Colleague: Hashable, Sendable {
    package let name: String
    package let email: EmailAddress

    package init(name: String, email: EmailAddress) { (self.name, self.email) = (name, email) }
}

/// - Throws: as `handOver`.
package func readLeaving(_ id: PersonID, by actor: Actor, in database: any Database) async throws -> LeavingView {
    try await database.read { tx in
        let person = try tx.person(id)
        let duties = try tx.postLines("post.person_id = \(id)", lasting: tx.today)
        _ = try MayHandOver(try MayManagePeople(actor), person, holding: duties.map(\.post))
        return LeavingView(
            person: person, duties: duties, colleagues: try tx.colleagues(of: person, at: duties.map(\.post.place)),
            today: tx.today)
    }
}
