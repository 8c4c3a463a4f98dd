package import Database
package import Kernel
import PeopleRules
import Trail

/// Address and password as they were typed.
package struct SignInInput: Sendable {
    package let email: String
    package let password: String

    package init(email: String, password: String) { (self.email, self.password) = (email, password) }
}

/// Signs in with address and password. An account that is not there, one without a password, one that left and a wrong
/// password look and last alike.
///
/// - Returns: the secret for the session's cookie.
/// - Throws: `tooMany` with the seconds to wait; `invalid("password", …)`.
package func signIn(
    _ input: SignInInput, from visitor: Visitor, hasher: PasswordHasher, in database: any Database
) async throws -> String {
    let account = TokenHash(EmailAddress(input.email)?.text ?? input.email)
    let known = try await database.write { tx in
        try tx.checkThrottle(account: account, address: visitor.address)
        return try tx.account(at: input.email)
    }
    let password = NewPassword.normalised(input.password)
    guard password.utf8.count <= 4 * NewPassword.longest,
        try await hasher.matches(password, known?.secret), let known
    else {
        throw Refusal.invalid("password", "That address and password do not go together here.")
    }
    let fresher = known.secret.cost == hasher.cost ? nil : try await hasher.secret(for: password, world: database.world)
    return try await database.write { tx in
        try tx.forgetTries(account: account)
        if let fresher { try tx.keep(fresher, of: known.person.id) }
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
    let secret: StoredSecret
}

extension Transaction {
    /// Counts this try as failed until it turns out right.
    func checkThrottle(account: TokenHash, address: String) throws {
        try standInLine()
        let wait = try signInWait(account: account, address: address)
        guard wait == 0 else { throw Refusal.tooMany(retryAfter: wait) }
        try countTry(account: account, address: address)
    }

    fileprivate func account(at typed: String) throws -> Account? {
        guard let email = EmailAddress(typed), let person = try person(at: email), !person.hasLeft(by: today),
            let secret = try credential(of: person.id)
        else { return nil }
        return Account(person: person, secret: secret)
    }
}

/// The people whom the sign-in page of a demo offers.
package func readDemoPeople(in database: any Database) async throws -> [DemoPerson] {
    try await database.read { try $0.demoPeople() }
}
