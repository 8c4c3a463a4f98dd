package import Database
import Kernel
package import PeopleRules
import SchoolRules
import Schools
import Trail

/// A password typed twice.
package struct PasswordInput: Sendable {
    package let password: String
    package let again: String

    package init(password: String, again: String) { (self.password, self.again) = (password, again) }
}

/// What the page behind an invitation's link needs.
///
/// - Throws: `notFound` for a secret that leads nowhere; `conflict`, with the next step, when it is used or too old, or
///   whoever sent it might not send it any more.
package func openInvitation(_ secret: String, in database: any Database) async throws -> OpenInvitation {
    try await database.read { try $0.openInvitation(secret) }
}

/// Takes the chosen password, ends every other sign-in, and signs in.
///
/// - Returns: the secret for the session's cookie.
/// - Throws: as `openInvitation`; `invalid` with `password` and `again`.
package func acceptInvitation(
    _ secret: String, with input: PasswordInput, from visitor: Visitor, hasher: PasswordHasher,
    in database: any Database
) async throws -> String {
    let (open, own) = try await database.read { tx in
        let open = try tx.openInvitation(secret)
        return (open, try tx.ownWords(of: open.person))
    }
    let password = try NewPassword(
        input.password, again: input.again, avoiding: own, isListed: hasher.dictionary.holds)
    let stored = try await hasher.secret(
        for: password.text, waitingAs: visitor.network.text, world: database.world)
    return try await database.write { tx in
        let person = try tx.personToChange(open.person.id)
        try tx.accept(try tx.openInvitation(secret))
        try tx.keepChosen(stored, of: person.id)
        try tx.forgetTries(of: TokenHash(person.email.text))
        try tx.record("invitation-accepted", "person", person.id, by: Actor(person))
        return try tx.startSession(of: person.id, for: visitor)
    }
}

extension Reading {
    fileprivate func openInvitation(_ secret: String) throws -> OpenInvitation {
        guard let invitation = try invitation(behind: TokenHash(secret)) else { throw Refusal.notFound }
        return try OpenInvitation(
            invitation, for: try person(invitation.person), mayStillInvite: try mayStillInvite(invitation), at: moment)
    }

    func ownWords(of person: Person) throws -> OwnWords {
        OwnWords(name: person.name, email: person.email, trust: try trust()?.name ?? "")
    }
}

extension Actor {
    /// Somebody who is just coming in, for the trail: without rights, because those are read anew with each request.
    init(_ person: Person) { self.init(person: person.id, name: person.name, posts: []) }
}
