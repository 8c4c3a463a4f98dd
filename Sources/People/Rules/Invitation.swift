package import Kernel

package typealias InvitationID = ID<Invitation>

/// An invitation to choose a password and come in; sending a new one ends those before it.
package struct Invitation: Hashable, Sendable {
    package static let days = 7

    package let id: InvitationID
    package let person: PersonID
    package let sent: Instant
    /// When it was accepted, or replaced by a newer one.
    package let ended: Instant?

    package init(id: InvitationID, person: PersonID, sent: Instant, ended: Instant?) {
        (self.id, self.person, self.sent, self.ended) = (id, person, sent, ended)
    }

    package var expires: Instant { sent.adding(seconds: Self.days * 24 * 60 * 60) }

    package func isOpen(at moment: Instant) -> Bool { ended == nil && moment < expires }
}

/// An invitation that somebody with its link may accept now.
package struct OpenInvitation: Hashable, Sendable {
    package let invitation: Invitation
    package let person: Person

    /// - Throws: `Refusal.conflict` with the next step.
    package init(_ invitation: Invitation, for person: Person, at moment: Instant) throws {
        let next = "Ask whoever invited you for a new one."
        guard invitation.ended == nil else {
            throw Refusal.conflict("This invitation was used, or replaced by a newer one. \(next)")
        }
        guard moment < invitation.expires else {
            throw Refusal.conflict("This invitation ended after \(Invitation.days) days. \(next)")
        }
        guard !person.hasLeft(by: moment.day) else {
            throw Refusal.conflict("This invitation is for somebody who has left the trust.")
        }
        (self.invitation, self.person) = (invitation, person)
    }
}

/// Leave to be invited: those who left are not.
package struct InvitationSent: Hashable, Sendable {
    package let invitation: Invitation
    package let by: PersonID?
}

extension Person {
    package func invited(
        as id: InvitationID, at moment: Instant, by permit: MayKeepPerson, of manager: MayManagePeople
    ) throws -> InvitationSent {
        guard permit.person == self.id else { throw Refusal.notFound }
        guard !hasLeft(by: moment.day) else {
            throw Refusal.conflict("\(name) has left the trust. Take that back first.")
        }
        let invitation = Invitation(id: id, person: self.id, sent: moment, ended: nil)
        return InvitationSent(invitation: invitation, by: manager.manager)
    }
}
