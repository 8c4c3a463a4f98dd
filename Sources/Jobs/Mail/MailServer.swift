import Foundation

/// The mail server that takes letters for the whole world, and how to talk to it.
package struct MailServer: Hashable, Sendable {
    package enum Protection: Hashable, Sendable {
        /// `smtps:`, from the first byte.
        case tls
        /// `smtp:`, with STARTTLS before anything is said; without it nothing is sent.
        case startTLS
        /// To a server on the same machine, or when the operator says so.
        case none
    }

    package struct Account: Hashable, Sendable {
        package let user: String
        package let password: String

        package init(user: String, password: String) { (self.user, self.password) = (user, password) }
    }

    package let host: String
    package let port: Int
    package let protection: Protection
    package let account: Account?
    /// A PEM file of the authorities to trust, in the place of the system's.
    package let authorities: String?
    /// How we introduce ourselves: many relays talk to nobody without a full name.
    package let greeting: String

    /// - Parameter ourselves: the host name under which people reach us; where that is no full name, we are "whoever speaks
    ///   from this machine" (RFC 5321, section 4.1.3).
    package init(
        host: String, port: Int, protection: Protection, account: Account? = nil, authorities: String? = nil,
        ourselves: String? = nil
    ) {
        (self.host, self.port, self.protection) = (host, port, protection)
        (self.account, self.authorities) = (account, authorities)
        greeting = ourselves.flatMap(Self.greeting) ?? "[127.0.0.1]"
    }

    /// - Returns: nil for what is neither a name with a dot nor an address.
    private static func greeting(_ host: String) -> String? {
        let host = host.trimmingCharacters(in: ["[", "]", "."])
        let isSafe = host.utf8.allSatisfy {
            $0 == 0x2d || $0 == 0x2e || $0 == 0x3a || (0x30...0x39).contains($0) || (0x41...0x5a).contains($0)
                || (0x61...0x7a).contains($0)
        }
        guard isSafe, !host.isEmpty else { return nil }
        if host.contains(":") { return "[IPv6:\(host)]" }
        guard host.contains(".") else { return nil }
        return host.allSatisfy { $0.isNumber || $0 == "." } ? "[\(host)]" : host
    }

    /// `mail.example.org:587`
    var name: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }

    /// With the greeting behind it, as libcurl takes it.
    var address: String {
        let greeting = greeting.replacing("[", with: "%5B").replacing("]", with: "%5D")
        return (protection == .tls ? "smtps://" : "smtp://") + name + "/" + greeting
    }
}

/// Why a letter did not go, as a sentence for the operator. All of them are tried again: what a server refuses today for
/// good, an administrator may have mended by the afternoon.
package enum MailFault: Error, Hashable, CustomStringConvertible {
    /// The server said no for good (5xx).
    case refused(String)
    /// The server said not now (4xx).
    case postponed(String)
    case wrongAccount(String)
    case unprotected(server: String)
    case untrusted(server: String, String)
    case unreachable(server: String, String)
    case tooSlow(server: String)
    /// An address that cannot be given to a mail server.
    case wrongAddress

    /// Whether the server can take no more now, whoever the next letter is to. An enhanced code of 4.1 or 4.2 speaks of this
    /// one's address or mailbox alone (RFC 3463).
    package var isTooMuch: Bool {
        guard case .postponed(let reply) = self else { return false }
        let parts = reply.split(separator: " ", maxSplits: 2)
        guard let code = parts.first, ["421", "450", "451", "452"].contains(code) else { return false }
        return !(parts.count > 1 && (parts[1].hasPrefix("4.1.") || parts[1].hasPrefix("4.2.")))
    }

    package var description: String {
        switch self {
        case .refused(let reply): "The mail server refused the letter: \(reply)"
        case .postponed(let reply): "The mail server could not take the letter yet: \(reply)"
        case .wrongAccount(let reply): "The mail server did not accept the user and password of the settings: \(reply)"
        case .unprotected(let server): "The mail server \(server) offers no STARTTLS, so nothing was sent."
        case .untrusted(let server, let reason):
            "The certificate of the mail server \(server) is not trusted: \(reason)"
        case .unreachable(let server, let reason): "The mail server \(server) cannot be reached: \(reason)"
        case .tooSlow(let server): "The mail server \(server) did not answer in time."
        case .wrongAddress: "The address of this letter is none that mail can be sent to."
        }
    }
}
