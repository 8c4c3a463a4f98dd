package import Database
package import Kernel
import PeopleRules
import Trail

/// Ends the session behind this cookie; nothing happens when it is over already.
package func signOut(_ token: String, in database: any Database) async throws {
    try await database.write { try $0.endSession(TokenHash(token)) }
}

/// Ends every session of this person, this one included.
package func signOutEverywhere(_ actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        try tx.endSessions(of: actor.person)
        try tx.record("signed-out-everywhere", "person", actor.person, by: actor)
    }
}

/// Ends every session of somebody else, such as that of a stolen laptop.
///
/// - Throws: `notFound`, `forbidden`.
package func endSessions(of id: PersonID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        _ = try tx.personToKeep(id, as: try MayManagePeople(actor))
        let ended = try tx.endSessions(of: id)
        try tx.record("signed-out-everywhere", "person", id, by: actor, before: "\(ended) browsers")
    }
}

/// Ends one session of this person, such as that of a lost phone.
///
/// - Throws: `notFound` when it is somebody else's, or over.
package func endSession(_ session: SessionID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        guard try tx.endSession(session, of: actor.person) == 1 else { throw Refusal.notFound }
    }
}

/// Takes a new password for the old one, ends every session and begins a new one for this browser.
///
/// - Returns: the secret for the session's cookie.
/// - Throws: `invalid` with `current`, `password`, `again`; `tooMany` after too many wrong current ones.
package func changePassword(
    from current: String, to input: PasswordInput, by actor: Actor, from visitor: Visitor, hasher: PasswordHasher,
    in database: any Database
) async throws -> String {
    let own = try await database.read { try $0.ownWords(of: try $0.person(actor.person)) }
    let password = try NewPassword(
        input.password, again: input.again, avoiding: own, isListed: hasher.dictionary.holds)
    let wrong = Refusal.invalid("current", "This is not your present password.")
    guard let present = NewPassword.comparable(current) else { throw wrong }
    let (stored, tried) = try await database.write { tx in
        let account = TokenHash("password of \(actor.person)")
        return (try tx.credential(of: actor.person), try tx.beginTry(account, of: actor.person, from: visitor))
    }
    guard try await hasher.matches(present, stored?.secret, waitingAs: tried.place), let stored else {
        try await database.write { try $0.wasWrong(tried) }
        throw wrong
    }
    let secret = try await hasher.secret(for: password.text, waitingAs: tried.place, world: database.world)
    return try await database.write { tx in
        guard try tx.hold(stored, of: actor.person) else { throw wrong }
        try tx.wasRight(tried)
        try tx.keepChosen(secret, of: actor.person)
        try tx.record("password-changed", "person", actor.person, by: actor)
        return try tx.startSession(of: actor.person, for: visitor)
    }
}
