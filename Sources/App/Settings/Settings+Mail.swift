import Foundation
import Jobs

/// What the settings say about letters, as it was typed.
struct MailWords {
    var folder: String?
    var server: String?
    var user: String?
    var password: String?
    var tls: String?
    var authorities: String?
    var sender: String
    /// The address that people use, whose host we introduce ourselves with.
    var baseURL: String?

    static let standardSender = "termwise@localhost"

    /// - Throws: `WrongSetting` about the first value that cannot be used.
    func mail() throws -> Mail {
        guard sender.split(separator: "@", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty }),
            sender.count(where: { $0 == "@" }) == 1, sender.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }),
            !sender.contains(where: { "<>\"(),;:\\".contains($0) })
        else { throw WrongSetting("TERMWISE_MAIL_SENDER is \"\(sender)\"; it should be like termwise@example.org.") }
        guard let server else {
            if user != nil || password != nil {
                throw WrongSetting("TERMWISE_MAIL_USER and TERMWISE_MAIL_PASSWORD want a TERMWISE_MAIL_SERVER.")
            }
            return Mail(folder: folder, sender: sender)
        }
        guard folder == nil else {
            throw WrongSetting("TERMWISE_MAIL_SERVER and TERMWISE_MAIL_FOLDER exclude each other; say one of them.")
        }
        return Mail(.server(try mailServer(server)), sender: sender)
    }

    private func mailServer(_ text: String) throws -> MailServer {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["smtp", "smtps"].contains(scheme), let host = parts.host?.trimmingCharacters(in: ["[", "]"]),
            !host.isEmpty, (1...65_535).contains(parts.port ?? 1), ["", "/"].contains(parts.path),
            parts.query == nil, parts.fragment == nil
        else {
            throw WrongSetting(
                "TERMWISE_MAIL_SERVER is \"\(text)\"; it should be like smtp://mail.example.org:587 or smtps://mail.example.org."
            )
        }
        guard parts.user == nil, parts.password == nil else {
            throw WrongSetting(
                "TERMWISE_MAIL_SERVER holds a user; say it with TERMWISE_MAIL_USER and TERMWISE_MAIL_PASSWORD instead.")
        }
        let protection = try protection(scheme, host)
        let account = try account(protection, host)
        if let authorities, !FileManager.default.isReadableFile(atPath: authorities) {
            throw WrongSetting("TERMWISE_MAIL_AUTHORITIES names \(authorities), which cannot be read.")
        }
        return MailServer(
            host: host, port: parts.port ?? (scheme == "smtps" ? 465 : 587), protection: protection, account: account,
            authorities: authorities, ourselves: baseURL.flatMap { URLComponents(string: $0)?.host })
    }

    private func protection(_ scheme: String, _ host: String) throws -> MailServer.Protection {
        switch (scheme, tls?.lowercased()) {
        case ("smtps", nil), ("smtps", "required"): return .tls
        case ("smtp", "required"): return .startTLS
        case ("smtp", "none"): return .none
        case ("smtp", nil): return Self.isLoopback(host) ? .none : .startTLS
        case (_, let word):
            throw WrongSetting(
                "TERMWISE_MAIL_TLS is \"\(word ?? "")\"; it should be required or, for smtp: alone, none.")
        }
    }

    private func account(_ protection: MailServer.Protection, _ host: String) throws -> MailServer.Account? {
        guard let user, let password else {
            guard user == nil, password == nil else {
                throw WrongSetting("TERMWISE_MAIL_USER and TERMWISE_MAIL_PASSWORD go together; one of them is missing.")
            }
            return nil
        }
        guard protection != .none || Self.isLoopback(host) else {
            throw WrongSetting("With TERMWISE_MAIL_TLS=none the password would be readable on its way to \(host).")
        }
        return MailServer.Account(user: user, password: password)
    }

    /// Whether what is said to this host never leaves the machine.
    private static func isLoopback(_ host: String) -> Bool {
        host.lowercased() == "localhost" || host == "::1"
            || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
    }
}
