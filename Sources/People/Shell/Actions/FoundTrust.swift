package import Database
import Kernel
import PeopleRules
import SchoolRules
import Schools
import Trail

/// What the first-use page asks for.
package struct FoundingInput: Sendable {
    package let code: String
    package let trustName: String
    package let name: String
    package let email: String
    package let password: PasswordInput

    package init(code: String, trustName: String, name: String, email: String, password: PasswordInput) {
        (self.code, self.trustName, self.name, self.email) = (code, trustName, name, email)
        self.password = password
    }
}

/// Makes the trust and its first administrator in one transaction, and signs in.
///
/// - Parameter code: what was printed at start; nil closes the page.
/// - Returns: the secret for the session's cookie.
/// - Throws: `notFound` without a code; `conflict` when there is a trust; `tooMany`; `invalid` with `code`, `trust`,
///   `name`, `email`, `password`, `again`.
package func foundTrust(
    _ input: FoundingInput, code: String?, from visitor: Visitor, hasher: PasswordHasher, in database: any Database
) async throws -> String {
    guard let code else { throw Refusal.notFound }
    try await checkCode(input.code, code, visitor, database)
    let founding = try Founding(input, hasher.dictionary)
    let secret = try await hasher.secret(
        for: founding.password.text, waitingAs: visitor.network.text, world: database.world)
    return try await database.write { tx in
        guard try tx.trust() == nil else { throw Refusal.conflict("This Termwise is set up already. Sign in instead.") }
        try tx.save(Trust(version: 0, uid: nil, name: founding.trustName, registerName: nil))
        let first = PostInput(role: .administrator, place: .trust, starts: tx.today)
        let person = try tx.addPerson(
            founding.details, first: first, inviting: nil, as: .onTheMachine, by: nil
        ).person
        try tx.keepChosen(secret, of: person.id)
        try tx.record("trust-founded", "person", person.id, by: Actor(person), after: founding.trustName)
        return try tx.startSession(of: person.id, for: visitor)
    }
}

/// Throttled like a password, because it guards as much.
private func checkCode(_ typed: String, _ code: String, _ visitor: Visitor, _ database: any Database) async throws {
    let account = TokenHash("first use")
    let tried = try await database.write { try $0.beginTry(account, of: nil, from: visitor) }
    guard TokenHash(typed) == TokenHash(code) else {
        try await database.write { try $0.wasWrong(tried) }
        throw Refusal.invalid("code", "This is not the code that was printed when Termwise started.")
    }
    try await database.write { try $0.wasRight(tried) }
}

/// The typed things that can be judged without the database, all their refusals at once.
private struct Founding {
    let trustName: String
    let details: PersonDetails
    let password: NewPassword

    init(_ input: FoundingInput, _ dictionary: PasswordDictionary) throws {
        var errors = FieldErrors()
        trustName = input.trustName.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if trustName.isEmpty { errors.add("trust", "Enter the trust's name.") }
        errors.limit("trust", trustName, to: 120)
        let (typed, trust) = (input, trustName)
        let details = try errors.collecting { try PersonDetails(name: typed.name, email: typed.email) }
        let password = try details.flatMap { details in
            try errors.collecting {
                let own = OwnWords(name: details.name, email: details.email, trust: trust)
                return try NewPassword(
                    typed.password.password, again: typed.password.again, avoiding: own, isListed: dictionary.holds)
            }
        }
        try errors.check()
        (self.details, self.password) = (details!, password!)
    }
}
