package import Database
package import Kernel
package import PeopleRules
import Trail

/// One page of the list of people, with what it can be narrowed by.
package struct PeopleView: Hashable, Sendable {
    package let filter: PeopleFilter
    package let people: [PersonLine]
    package let hasMore: Bool
    package let schools: [PlaceLine]
    package let mayKeepJobs: Bool
    package let today: Day

    package init(
        filter: PeopleFilter, people: [PersonLine], hasMore: Bool, schools: [PlaceLine], mayKeepJobs: Bool, today: Day
    ) {
        (self.filter, self.people, self.hasMore) = (filter, people, hasMore)
        (self.schools, self.mayKeepJobs, self.today) = (schools, mayKeepJobs, today)
    }
}

/// Something that happened to a person or by them.
package struct PersonEvent: Hashable, Sendable {
    package let at: Instant
    package let who: String
    /// As the trail names it: `post-given`.
    package let verb: String
    package let words: String

    package init(at: Instant, who: String, verb: String, words: String) {
        (self.at, self.who, self.verb, self.words) = (at, who, verb, words)
    }

    fileprivate init(_ entry: TrailEntry) {
        let words = [entry.before, entry.after].filter { !$0.isEmpty }.joined(separator: " → ")
        self.init(at: entry.at, who: entry.who, verb: entry.verb, words: words)
    }
}

/// What a manager sees of one person.
package struct PersonView: Hashable, Sendable {
    package let person: Person
    package let hasPassword: Bool
    package let invitation: Invitation?
    /// How many are signed in.
    package let browsers: Int
    package let posts: [PostLine]
    package let places: [PlaceLine]
    /// Those of `posts` that this manager may end.
    package let mayEnd: Set<PostID>
    package let roles: [Role]
    /// Why this manager may not invite, correct and see out; nil when allowed.
    package let onlyOthersMay: String?
    package let isSelf: Bool
    package let history: [PersonEvent]
    package let moment: Instant

    package init(
        person: Person, hasPassword: Bool, invitation: Invitation?, browsers: Int, posts: [PostLine],
        places: [PlaceLine], mayEnd: Set<PostID>, roles: [Role], onlyOthersMay: String?, isSelf: Bool,
        history: [PersonEvent],
        moment: Instant
    ) {
        (self.person, self.hasPassword, self.invitation, self.browsers) = (person, hasPassword, invitation, browsers)
        (self.posts, self.places, self.mayEnd) = (posts, places, mayEnd)
        (self.roles, self.onlyOthersMay) = (roles, onlyOthersMay)
        (self.isSelf, self.history, self.moment) = (isSelf, history, moment)
    }
}

package func readPeople(
    _ filter: PeopleFilter, by actor: Actor, in database: any Database
) async throws -> PeopleView {
    try await database.read { tx in
        let manage = try MayManagePeople(actor)
        let found = try tx.people(filter, seenBy: manage)
        return PeopleView(
            filter: filter, people: Array(found.prefix(PeopleFilter.pageSize)),
            hasMore: found.count > PeopleFilter.pageSize, schools: try tx.places(for: manage).filter(\.isSchool),
            mayKeepJobs: manage.reach == .everyone, today: tx.today)
    }
}

/// - Throws: `notFound` for people whom this manager does not see.
package func readPerson(_ id: PersonID, by actor: Actor, in database: any Database) async throws -> PersonView {
    try await database.read { tx in
        let manage = try MayManagePeople(actor)
        let person = try tx.person(id)
        let posts = try tx.postLines("post.person_id = \(id)", lasting: tx.today)
        guard manage.sees(posts.map(\.post)) else { throw Refusal.notFound }
        return PersonView(
            person: person, hasPassword: try tx.credential(of: id) != nil,
            invitation: try tx.lastInvitation(.invited, of: id),
            browsers: try tx.sessions(of: id, readBy: nil).count,
            posts: posts, places: try tx.places(for: manage),
            mayEnd: Set(posts.map(\.post).filter { manage.covers($0.role, at: $0.place) }.map(\.id)),
            roles: manage.roles, onlyOthersMay: try whyNot(manage, person, posts.map(\.post)),
            isSelf: id == actor.person, history: try tx.trail(of: id, limit: 20).map { PersonEvent($0) },
            moment: tx.moment)
    }
}

private func whyNot(_ manage: MayManagePeople, _ person: Person, _ posts: [Post]) throws -> String? {
    do {
        _ = try MayKeepPerson(manage, person, holding: posts)
        return nil
    } catch Refusal.forbidden(let sentence) { return sentence }
}

/// What the form for somebody new offers.
package func readPostChoices(by actor: Actor, in database: any Database) async throws -> PostChoices {
    try await database.read { tx in
        let manage = try MayManagePeople(actor)
        return PostChoices(roles: manage.roles, places: try tx.places(for: manage), today: tx.today)
    }
}

/// The roles and places that a manager may choose from.
package struct PostChoices: Hashable, Sendable {
    package let roles: [Role]
    package let places: [PlaceLine]
    package let today: Day

    package init(roles: [Role], places: [PlaceLine], today: Day) {
        (self.roles, self.places, self.today) = (roles, places, today)
    }
}

extension MayManagePeople {
    fileprivate var roles: [Role] {
        reach == .everyone ? Role.allCases : Role.allCases.filter { MayManagePeople.staff.contains($0) }
    }
}
