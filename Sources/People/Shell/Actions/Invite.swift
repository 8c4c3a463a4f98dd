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

/// Sends whoever forgot their password a letter with a link to choose a new one. Whether an account has this address, has a
/// password and had such a letter just now makes no difference to whoever asks.
///
/// - Throws: `tooMany` after many letters for one network.
package func askForNewPassword(
    _ email: String, at site: SiteAddress, from visitor: Visitor, in database: any Database
) async throws {
    try await database.write { tx in
        let known = try tx.account(at: email)
        _ = try tx.beginTry(TokenHash("letters"), of: known?.person.id, from: visitor, .letters)
        guard let person = known?.person,
            let change = person.forgot(
                as: tx.newID(), after: try tx.lastInvitation(.forgotten, of: person.id), at: tx.moment)
        else { return }
        try tx.save(change)
        try tx.record("password-forgotten", "person", person.id, by: nil)
        try tx.enqueueLetter(of: change, site)
    }
}

extension Transaction {
    func invite(_ person: Person, to site: SiteAddress, as manage: MayManagePeople, actor: Actor?) throws -> String {
        let permit = try MayKeepPerson(manage, person, holding: try posts(of: person.id, lasting: today))
        let change = try person.invited(
            as: newID(), at: moment, in: try calendar(livedBy: person.id), by: permit, of: manage)
        try withdrawInvitations(of: person.id)
        try save(change)
        try record("person-invited", "person", person.id, by: actor)
        try enqueueLetter(of: change, site)
        return site.link(to: try newLink(to: change.invitation.id))
    }

    fileprivate func enqueueLetter(of change: InvitationSent, _ site: SiteAddress) throws {
        try enqueue(
            InvitationLetter.jobName, .awaitedLetter,
            payload: InvitationLetter(invitation: change.invitation.id, site: site).payload)
    }
}
