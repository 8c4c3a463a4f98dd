package import Database
import Jobs
package import Kernel
import PeopleRules
import Trail

/// The address under which people reach this trust, for links in letters: `https://improve.willowbrook.example`.
package struct SiteAddress: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text.hasSuffix("/") ? String(text.dropLast()) : text }

    package var description: String { text }

    func link(to secret: String) -> String { "\(text)/invitations/\(secret)" }
}

/// Invites somebody, or invites them again: earlier links end. With a password already, it lets them choose a new one.
///
/// - Returns: the link for whoever invites to pass on; a letter with a link of its own is written as well.
/// - Throws: `notFound`, `forbidden`; `conflict` for those who left.
package func invite(
    _ id: PersonID, to site: SiteAddress, by actor: Actor, in database: any Database
) async throws -> String {
    try await database.write { tx in
        try tx.invite(try tx.personToChange(id), to: site, as: try MayManagePeople(actor), actor: actor)
    }
}

extension Transaction {
    func invite(_ person: Person, to site: SiteAddress, as manage: MayManagePeople, actor: Actor?) throws -> String {
        let permit = try MayKeepPerson(manage, person, holding: try posts(of: person.id, lasting: today))
        let change = try person.invited(as: newID(), at: moment, by: permit, of: manage)
        try save(change)
        try record("person-invited", "person", person.id, by: actor)
        try enqueue(
            InvitationLetter.jobName, .awaitedLetter,
            payload: InvitationLetter(invitation: change.invitation.id, site: site).payload)
        return site.link(to: try newLink(to: change.invitation.id))
    }
}
