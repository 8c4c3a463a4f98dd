import Crypto
import Foundation
import HTTPTypes
import Kernel

/// The two cookies of a browser: the session, and a secret of its own, so that the sign-in form has a form token too and a
/// browser in which somebody came in is known again. Both are HttpOnly and SameSite=Strict; behind TLS they are Secure and
/// their names begin with `__Host-`, so that no neighbouring site can plant one.
package struct VisitCookies: Sendable {
    package static let session = "termwise-session"
    package static let passing = "termwise-visit"

    package let sessionToken: String?
    package let passingSecret: String
    /// Whether the passing secret was made for this answer and has to be sent.
    let isNew: Bool
    /// Proves that a form came from a page of ours: only a page that read the cookie can know it, and it tells nothing
    /// about the cookie. Behind the proof it says for whom the page was drawn (`FormKey.mark`).
    package internal(set) var formToken: String

    static let proofLength = 32

    init(header: String?, secure: Bool, world: World) {
        let cookies = Self.parse(header ?? "")
        func secret(_ name: String) -> String? {
            cookies[Self.name(name, secure: secure)].flatMap { Self.isSecret($0) ? $0 : nil }
        }
        sessionToken = secret(Self.session)
        let known = secret(Self.passing)
        passingSecret = known ?? world.secret()
        isNew = known == nil && sessionToken == nil
        formToken = Self.formToken(of: sessionToken ?? passingSecret)
    }

    private static func formToken(of secret: String) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        return HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: key).prefix(16).hexadecimal
    }

    func accepts(token: String?) -> Bool {
        guard let token else { return false }
        return isSame(String(token.prefix(Self.proofLength)), String(formToken.prefix(Self.proofLength)))
    }

    private static func isSecret(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private static func parse(_ header: String) -> [String: String] {
        var cookies: [String: String] = [:]
        for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
            guard let sign = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(Substring(pair[..<sign].drop { $0 == UInt8(ascii: " ") }))
            if cookies[name] == nil { cookies[name] = String(Substring(pair[pair.index(after: sign)...])) }
        }
        return cookies
    }

    /// As the browser keeps it.
    package static func name(_ name: String, secure: Bool) -> String { secure ? "__Host-\(name)" : name }

    /// - Parameter seconds: how long it outlasts the browser's closing; nil for not at all.
    package static func set(_ name: String, to value: String, secure: Bool, keptFor seconds: Int? = nil) -> String {
        "\(Self.name(name, secure: secure))=\(value); Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "")
            + (seconds.map { "; Max-Age=\($0)" } ?? "")
    }

    package static func clear(_ name: String, secure: Bool) -> String {
        set(name, to: "", secure: secure, keptFor: 0)
    }
}
