package import Kernel

package typealias InvitationID = ID<Invitation>

/// Leave to choose a password and come in, behind a secret link. An invitation is sent by whoever keeps people, and a new
/// one ends what was sent before it; whoever forgot a password asks for a link themselves.
package struct Invitation: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case invited
        case forgotten
    }

    package let id: InvitationID
    package let person: PersonID
    package let kind: Kind
    package let sent: Instant
    package let expires: Instant
    /// Whoever sent it; nil for the machine, and for who asked for it.
    package let by: PersonID?
    /// When it was accepted or withdrawn.
    package let ended: Instant?

    package init(
        id: InvitationID, person: PersonID, kind: Kind = .invited, sent: Instant, expires: Instant, by: PersonID? = nil,
        ended: Instant? = nil
    ) {
        (self.id, self.person, self.kind, self.by) = (id, person, kind, by)
        (self.sent, self.expires, self.ended) = (sent, expires, ended)
    }

    package func isOpen(at moment: Instant) -> Bool { ended == nil && moment < expires }
}

/// How long links hold.
package enum InvitationLife {
    /// An invitation holds so many days, and until so many school days have come: one of the last day before Christmas is
    /// good in January.
    package static let days = 7
    package static let schoolDays = 5
    /// Where the calendar does not say when school goes on: longer than any summer.
    package static let unknownDays = 49
    /// A link for a forgotten password holds twice as long as the next one keeps people waiting. So whoever else asks for
    /// one, and as often as they like, one that holds lies in the owner's letters.
    package static let forgottenSeconds = 2 * 60 * 60
    package static let betweenLetters = 60 * 60

    package static func end(of invited: Instant, in calendar: SchoolCalendar) -> Instant {
        let day = invited.day
        let days = calendar.adding(schoolDays: schoolDays, to: day).map { max(Self.days, $0 - day) } ?? unknownDays
        return invited.adding(seconds: days * 24 * 60 * 60)
    }
}

/// An invitation that somebody with its link may accept now.
package struct OpenInvitation: Hashable, Sendable {
    package let invitation: Invitation
    package let person: Person

    /// - Parameter mayStillInvite: whether whoever sent it could send it again now.
    /// - Throws: `Refusal.conflict` with the next step.
    package init(
        _ invitation: Invitation, for person: Person, mayStillInvite: Bool, at moment: Instant
    ) throws {
        let (what, next) =
            invitation.kind == .invited
            ? ("invitation", "Ask whoever looks after people in your school or trust for a new one.")
            : ("link", "Ask for a new one under “Forgotten your password?” on the sign-in page.")
        guard invitation.ended == nil else {
            throw Refusal.conflict("This \(what) was used, withdrawn or replaced by a newer one. \(next)")
        }
        guard moment < invitation.expires else {
            throw Refusal.conflict("This \(what) ended on \(invitation.expires.inWords). \(next)")
        }
        guard !person.hasLeft(by: moment.day) else {
            throw Refusal.conflict("This \(what) is for somebody who has left the trust.")
        }
        guard mayStillInvite else {
            throw Refusal.conflict("Whoever sent this \(what) may not send it any more. \(next)")
        }
        (self.invitation, self.person) = (invitation, person)
    }
}

/// A link that was sent. Only the rules make one.
package struct InvitationSent: Hashable, Sendable {
    package let invitation: Invitation
}

extension Person {
    /// Those who left are not invited.
    ///
    /// - Parameter calendar: the one that this person lives by.
    package func invited(
        as id: InvitationID, at moment: Instant, in calendar: SchoolCalendar, by permit: MayKeepPerson,
        of manager: MayManagePeople
    ) throws -> InvitationSent {
        guard permit.person == self.id else { throw Refusal.notFound }
        guard !hasLeft(by: moment.day) else {
            throw Refusal.conflict("\(name) has left the trust. Take that back first.")
        }
        return InvitationSent(
            invitation: Invitation(
                id: id, person: self.id, sent: moment, expires: InvitationLife.end(of: moment, in: calendar),
                by: manager.manager))
    }

    /// - Parameter last: the link before it.
    /// - Returns: nil for those who left, and while the last letter is young.
    package func forgot(as id: InvitationID, after last: Invitation?, at moment: Instant) -> InvitationSent? {
        guard !hasLeft(by: moment.day) else { return nil }
        if let last, last.isOpen(at: moment), moment.seconds(since: last.sent) < InvitationLife.betweenLetters {
            return nil
        }
        return InvitationSent(
            invitation: Invitation(
                id: id, person: self.id, kind: .forgotten, sent: moment,
                expires: moment.adding(seconds: InvitationLife.forgottenSeconds)))
    }
}

extension Instant {
    /// `8 January 2027, 09:30`
    package var inWords: String { "\(day.long), \(clock)" }
}
