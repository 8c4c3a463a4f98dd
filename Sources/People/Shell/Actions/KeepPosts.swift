package import Database
package import Kernel
package import PeopleRules
import Schools
import Trail

/// Gives somebody a post.
///
/// - Throws: `notFound` for people and places that this actor does not see; `forbidden`; `invalid`; `conflict`.
package func givePost(
    _ post: PostInput, to id: PersonID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let manage = try MayManagePeople(actor)
        let permit = try MayKeepPost(manage, post.role, at: post.place)
        let person = try tx.personToChange(id)
        guard manage.sees(try tx.posts(of: id, lasting: tx.today)) else { throw Refusal.notFound }
        try tx.give(post, to: person, by: permit, actor: actor)
    }
}

/// Ends a post after its last day; one that was to begin later is withdrawn.
///
/// - Throws: `notFound`, `forbidden`, `invalid`; `conflict` when no administrator would be left.
package func endPost(
    _ id: PostID, of person: PersonID, after lastDay: Day, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let post = try tx.post(id, of: tx.personToChange(person).id)
        let permit = try MayKeepPost(try MayManagePeople(actor), post.role, at: post.place)
        let change = try post.ending(
            after: lastDay, administratorsLeft: try tx.administratorsLeft(without: person, after: lastDay), by: permit)
        try tx.save(change)
        let (verb, after) =
            change.what == .withdrawn ? ("post-withdrawn", "") : ("post-ended", "last day \(lastDay.long)")
        try tx.record(verb, "person", person, by: actor, before: try tx.words(for: post), after: after)
    }
}

extension Transaction {
    func give(_ input: PostInput, to person: Person, by permit: MayKeepPost, actor: Actor?) throws {
        if let school = input.place.school { try holdSchool(school) }
        guard let place = try postPlace(input.place) else {
            throw Refusal.invalid("place", "Choose a place of the trust.")
        }
        let wanted = WantedPost(role: input.role, place: place, starts: input.starts, ends: input.ends)
        let change = try person.given(
            wanted, id: newID(), beside: try posts(of: person.id, lasting: .earliest),
            in: try vacantSeat(of: input.role, at: input.place, from: input.starts), by: permit)
        try save(change)
        try record("post-given", "person", person.id, by: actor, after: try words(for: change.post))
        try tellFormerHolder(of: change.post)
    }

    /// How many people besides `person` will be administrators on the day after `lastDay`, or today if that is past.
    func administratorsLeft(without person: PersonID, after lastDay: Day) throws -> Int {
        try takeAdministratorsInHand()
        return try administrators(besides: person, on: max(lastDay + 1, today))
    }

    /// A post for the trail: `Headteacher, Oak Primary, from 1 September 2026`.
    func words(for post: Post) throws -> String {
        let place = try postPlace(post.place)?.name ?? "a place that is gone"
        let end = post.hasEnd ? " to \(post.ends.long)" : ""
        return "\(post.role.name), \(place), from \(post.starts.long)\(end)"
    }
}

extension Day {
    /// Before any post.
    static let earliest = Day(1, 1, 1)!
}
