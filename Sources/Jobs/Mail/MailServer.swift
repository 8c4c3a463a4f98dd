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

    package init(
        host: String, port: Int, protection: Protection, account: Account? = nil, authorities: String? = nil
    ) {
        (self.host, self.port, self.protection) = (host, port, protection)
        (self.account, self.authorities) = (account, authorities)
    }

    /// `mail.example.org:587`
    var name: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }

    var address: String { (protection == .tls ? "smtps://" : "smtp://") + name }
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
