import Crypto
import Database
import Foundation
import Kernel
import Synchronization

/// A trust's own key for what travels through browsers and comes back: who a form was drawn for, and words that wait for
/// somebody to sign in again. Drawn once, kept in the database, so that it outlives the night and a new version.
struct FormKey: Sendable {
    private let marks: SymmetricKey
    private let seals: SymmetricKey

    init(secret: String) {
        let whole = SymmetricKey(data: Data(secret.utf8))
        func part(_ use: String) -> SymmetricKey {
            SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Data(use.utf8), using: whole))
        }
        (marks, seals) = (part("marks"), part("seals"))
    }

    /// Says in a form's token for whom its page was drawn, so that the form is known as theirs when its session is over.
    func mark(of person: PersonID) -> String { person.text + proof(of: person) }

    /// - Returns: nil for a token without a mark of this trust.
    func person(markedIn token: String) -> PersonID? {
        let mark = token.dropFirst(VisitCookies.proofLength)
        guard let person = PersonID(String(mark.prefix(25))), isSame(String(mark), self.mark(of: person)) else {
            return nil
        }
        return person
    }

    private func proof(of person: PersonID) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(person.text.utf8), using: marks).prefix(16).hexadecimal
    }

    /// Unreadable and unchangeable for whoever has the browser meanwhile.
    func seal(_ carried: CarriedForm) throws -> String {
        try ChaChaPoly.seal(JSONEncoder().encode(carried), using: seals).combined.base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// - Returns: nil for what this trust did not seal.
    func open(_ sealed: String) -> CarriedForm? {
        let plain = sealed.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: padded), let box = try? ChaChaPoly.SealedBox(combined: bytes),
            let content = try? ChaChaPoly.open(box, using: seals)
        else { return nil }
        return try? JSONDecoder().decode(CarriedForm.self, from: content)
    }
}

/// The keys of the trusts that this process serves, each read once.
final class FormKeys: Sendable {
    private let known = Mutex<[String: FormKey]>([:])

    func key(of home: TrustHome) async throws -> FormKey {
        if let key = known.withLock({ $0[home.key] }) { return key }
        var secret = try await home.database.read { try $0.formSecret() }
        if secret == nil { secret = try await home.database.write { try $0.drawFormSecret() } }
        let key = FormKey(secret: secret ?? "")
        known.withLock { $0[home.key] = key }
        return key
    }
}

/// Compared in the same time wherever they differ.
func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    return a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
