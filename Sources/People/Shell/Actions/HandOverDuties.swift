package import Database
package import Kernel
package import PeopleRules
import Trail

/// A leaving as it was typed.
package struct LeavingInput: Hashable, Sendable {
    package let lastDay: Day
    /// The successor's address; nil when nobody takes anything up.
    package let successor: EmailAddress?
    /// The duties that the successor takes up.
    package let handed: Set<PostID>
    /// The duties that the page showed, handed or not; nil for whoever sees somebody out as they are.
    package let seen: Set<PostID>?

    package init(lastDay: Day, successor: EmailAddress?, handed: Set<PostID>, seen: Set<PostID>? = nil) {
        (self.lastDay, self.successor, self.handed, self.seen) = (lastDay, successor, handed, seen)
    }
}

/// Sees somebody out: every post ends after the last day, and the successor holds the handed ones from the next.
///
/// - Throws: `notFound`, `forbidden`, `invalid` with `last-day` and `successor`, `conflict`; `stale` when there are other duties
///   than were seen.
package func handOver(
    _ input: LeavingInput, from id: PersonID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let manage = try MayManagePeople(actor)
        let leaver = try tx.personToChange(id)
        let duties = try tx.posts(of: id, lasting: tx.today)
        let permit = try MayHandOver(manage, leaver, holding: duties)
        if let seen = input.seen, seen != Set(duties.map(\.id)) { throw Refusal.stale }
        let wanted = HandOver(
            leaver: leaver, duties: duties, lastDay: input.lastDay, handed: input.handed,
            to: try tx.successor(input.successor),
            administratorsLeft: try tx.administratorsLeft(without: id, after: input.lastDay))
        let left = try wanted.carriedOut(on: tx.today, newID: { tx.newID() }, by: permit)
        try tx.save(left, by: actor.person)
        try tx.recordHandOver(left, by: actor)
    }
}

/// Takes a leaving back. Posts that ended stay ended.
///
/// - Throws: `notFound`, `forbidden`; `conflict` when the person is not leaving.
package func letStay(_ id: PersonID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let (person, permit) = try tx.personToKeep(id, as: try MayManagePeople(actor))
        let change = try person.staying(by: permit)
        try tx.save(change)
        try tx.record("person-stays", "person", id, by: actor, before: "last day \(change.lastDay.long)")
    }
}

extension Transaction {
    fileprivate func successor(_ email: EmailAddress?) throws -> HandOver.Successor? {
        guard let email else { return nil }
        guard let found = try person(at: email) else {
            throw Refusal.invalid("successor", "Nobody here has the address \(email). Add the successor first.")
        }
        let person = try personToChange(found.id)
        return HandOver.Successor(person, holding: try posts(of: person.id, lasting: .earliest))
    }

    fileprivate func recordHandOver(_ left: PersonLeft, by actor: Actor) throws {
        try record("person-left", "person", left.person.id, by: actor, after: "last day \(left.lastDay.long)")
        for change in left.posts {
            switch change.what {
            case .given:
                try record(
                    "post-given", "person", change.post.person, by: actor,
                    after: "\(try words(for: change.post)), from \(left.person.name)")
                try tellFormerHolder(of: change.post)
            case .ended:
                try record("post-ended", "person", change.post.person, by: actor, before: try words(for: change.post))
            case .withdrawn:
                try record(
                    "post-withdrawn", "person", change.post.person, by: actor, before: try words(for: change.post))
            }
        }
    }
}
