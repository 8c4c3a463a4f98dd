package import Database
package import Kernel
import PeopleRules
import Trail

/// Address and password as they were typed.
package struct SignInInput: Sendable {
    package let email: String
    package let password: String

    package init(email: String, password: String) { (self.email, self.password) = (email, password) }

    /// What tries are counted against; whatever is no address counts as one.
    var account: TokenHash { TokenHash(EmailAddress(email)?.text ?? "") }
}

/// Signs in with address and password. An account that is not there, one without a password, one that left and a wrong
/// password look and last alike.
///
/// The password that was right is held while the session begins: one that was changed meanwhile begins none.
///
/// - Returns: the secret for the session's cookie.
/// - Throws: `tooMany` with the seconds to wait; `invalid("password", …)`.
package func signIn(
    _ input: SignInInput, from visitor: Visitor, hasher: PasswordHasher, in database: any Database
) async throws -> String {
    let wrong = Refusal.invalid("password", "That address and password do not go together here.")
    // Nobody has such a password, so it costs neither a row nor a place among those that are compared.
    guard let password = NewPassword.comparable(input.password) else { throw wrong }
    let (known, tried) = try await database.write { tx in
        let known = try tx.account(at: input.email)
        return (known, try tx.beginTry(input.account, of: known?.person.id, from: visitor))
    }
    guard try await hasher.matches(password, known?.credential.secret, waitingAs: tried.place), let known else {
        try await database.write { try $0.wasWrong(tried) }
        throw wrong
    }
    let isCurrent = known.credential.secret.cost == hasher.cost
    let fresher =
        isCurrent ? nil : try await hasher.secret(for: password, waitingAs: tried.place, world: database.world)
    return try await database.write { tx in
        guard try tx.hold(known.credential, of: known.person.id, fresher: fresher) else { throw wrong }
        try tx.wasRight(tried)
        try tx.record("signed-in", "person", known.person.id, by: Actor(known.person))
        return try tx.startSession(of: known.person.id, for: visitor)
    }
}

/// Says of an empty database that everybody who will be in it is invented: the first thing that the demo's making does.
///
/// - Throws: `conflict` where somebody is kept already.
package func markAsInvented(in database: any Database) async throws {
    let isMarked = try await database.write { try $0.markAsInvented() }
    guard isMarked else { throw Refusal.conflict("This database holds people already, so it is no demo.") }
}

/// Signs in as one of the demo trust's people, without a password. The route refuses it where there is no demo.
///
/// - Throws: `notFound`, also where not everybody is invented.
package func signInOnDemo(
    as id: PersonID, from visitor: Visitor, in database: any Database
) async throws -> String {
    try await database.write { tx in
        let person = try tx.person(id)
        guard try tx.isInvented(), !person.hasLeft(by: tx.today) else { throw Refusal.notFound }
        return try tx.startSession(of: person.id, for: visitor)
    }
}

/// Somebody who can sign in.
struct Account: Sendable {
    let person: Person
    let credential: Credential
}

extension Reading {
    func account(at typed: String) throws -> Account? {
        guard let email = EmailAddress(typed), let person = try person(at: email), !person.hasLeft(by: today),
            let credential = try credential(of: person.id)
        else { return nil }
        return Account(person: person, credential: credential)
    }
}

/// The people whom the sign-in page of a demo offers.
package func readDemoPeople(in database: any Database) async throws -> [DemoPerson] {
    try await database.read { try $0.demoPeople() }
}
