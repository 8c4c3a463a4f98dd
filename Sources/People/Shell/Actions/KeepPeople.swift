package import Database
package import Kernel
package import PeopleRules
import Trail

/// A post as it was chosen on a form; whether the place exists is found out in the transaction.
package struct PostInput: Hashable, Sendable {
    package let role: Role
    package let place: Place
    package let starts: Day
    /// nil for no known end.
    package let ends: Day?

    package init(role: Role, place: Place, starts: Day, ends: Day? = nil) {
        (self.role, self.place, self.starts, self.ends) = (role, place, starts, ends)
    }
}

/// Adds somebody with a first post, and invites them when asked to.
///
/// - Parameter inviting: where the invitation's link leads; nil to invite later.
/// - Returns: the person, and the link when there is an invitation.
/// - Throws: `forbidden`; `invalid` with the fields of the details and of the post.
@discardableResult
package func addPerson(
    _ details: PersonDetails, first post: PostInput, inviting site: SiteAddress? = nil, by actor: Actor,
    in database: any Database
) async throws -> (person: Person, link: String?) {
    try await database.write { tx in
        try tx.addPerson(details, first: post, inviting: site, as: try MayManagePeople(actor), by: actor)
    }
}

/// Mends a name or an address.
///
/// - Parameter version: the version of the person that was typed over.
/// - Throws: `notFound`, `forbidden`, `invalid`, `stale`.
package func correctPerson(
    _ id: PersonID, to details: PersonDetails, over version: Int, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let (person, permit) = try tx.personToKeep(id, as: try MayManagePeople(actor))
        let sharing = try tx.person(at: details.email)
        let change = try person.corrected(to: details, over: version, sharing: sharing, by: permit)
        try tx.save(change)
        try tx.record(
            "person-corrected", "person", id, by: actor, before: "\(person.name) <\(person.email)>",
            after: "\(change.person.name) <\(change.person.email)>")
    }
}

extension Transaction {
    func addPerson(
        _ details: PersonDetails, first post: PostInput, inviting site: SiteAddress?, as manage: MayManagePeople,
        by actor: Actor?
    ) throws -> (person: Person, link: String?) {
        let keep = try MayKeepPost(manage, post.role, at: post.place)
        let sharing = try person(at: details.email)
        let added = try details.adding(id: newID(), sharing: sharing, by: manage)
        try save(added)
        try record("person-added", "person", added.person.id, by: actor, after: "\(details.name) <\(details.email)>")
        try give(post, to: added.person, by: keep, actor: actor)
        let link = try site.map { try invite(added.person, to: $0, as: manage, actor: actor) }
        return (added.person, link)
    }

    /// - Throws: `notFound`, `forbidden`.
    func personToKeep(_ id: PersonID, as manage: MayManagePeople) throws -> (Person, MayKeepPerson) {
        let person = try personToChange(id)
        return (person, try MayKeepPerson(manage, person, holding: try posts(of: id, lasting: today)))
    }
}
