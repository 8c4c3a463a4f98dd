import App
import Foundation
import Jobs
import Testing

@Suite struct MailSettingsTests {
    private func mail(_ settings: [String: String]) async throws -> Mail {
        let environment = settings.map { ("TERMWISE_MAIL_" + $0.key, $0.value) }
        return try await Settings.load(environment: Dictionary(uniqueKeysWithValues: environment)).mail
    }

    private func server(_ settings: [String: String]) async throws -> MailServer {
        guard case .server(let server) = try await mail(settings).way else { throw NoServer() }
        return server
    }

    private struct NoServer: Error {}

    @Test func withoutSettingsNoLetterIsWritten() async throws {
        #expect(try await !mail([:]).isSetUp)
        #expect(try await !mail(["FOLDER": "", "SERVER": "", "USER": "", "PASSWORD": ""]).isSetUp)
    }

    @Test func theRelayIsGreetedWithTheHostThatPeopleUse() async throws {
        let environment = [
            "TERMWISE_MAIL_SERVER": "smtp://relay.example.org", "TERMWISE_BASE_URL": "https://improve.example.org:8443",
        ]
        let way = try await Settings.load(environment: environment).mail.way
        guard case .server(let server) = way else { throw NoServer() }
        #expect(server.greeting == "improve.example.org")
    }

    @Test func aServerFarAwayIsSpokenToUnderTLSOnItsUsualPort() async throws {
        let plain = try await server(["SERVER": "smtp://mail.example.org", "USER": "u", "PASSWORD": "p"])
        #expect(
            plain
                == MailServer(
                    host: "mail.example.org", port: 587, protection: .startTLS, account: .init(user: "u", password: "p")
                ))
        let tls = try await server(["SERVER": "smtps://mail.example.org/"])
        #expect(tls == MailServer(host: "mail.example.org", port: 465, protection: .tls))
    }

    @Test(arguments: ["localhost", "127.0.0.1", "[::1]"])
    func aServerOnTheSameMachineNeedsNoTLSUnlessToldSo(_ host: String) async throws {
        #expect(try await server(["SERVER": "smtp://\(host):25"]).protection == .none)
        #expect(try await server(["SERVER": "smtp://\(host):25", "TLS": "required"]).protection == .startTLS)
    }

    @Test func aNameThatOnlyLooksLikeTheSameMachineIsFarAway() async throws {
        #expect(try await server(["SERVER": "smtp://127.0.0.1.example.org"]).protection == .startTLS)
        #expect(try await server(["SERVER": "smtp://localhost.example.org"]).protection == .startTLS)
        #expect(try await server(["SERVER": "smtp://relay.example.org", "TLS": "none"]).protection == .none)
    }

    @Test(arguments: [
        (["SERVER": "mail.example.org"], "it should be like smtp://"),
        (["SERVER": "http://mail.example.org"], "it should be like smtp://"),
        (["SERVER": "smtp://mail.example.org:70000"], "it should be like smtp://"),
        (["SERVER": "smtp://mail.example.org/x\r\nMAIL"], "it should be like smtp://"),
        (["SERVER": "smtp://u:p@mail.example.org"], "say it with TERMWISE_MAIL_USER"),
        (["SERVER": "smtp://mail.example.org", "FOLDER": "letters"], "exclude each other"),
        (["SERVER": "smtp://mail.example.org", "USER": "u"], "one of them is missing"),
        (["USER": "u", "PASSWORD": "p"], "want a TERMWISE_MAIL_SERVER"),
        (["SERVER": "smtp://mail.example.org", "TLS": "perhaps"], "it should be required or"),
        (["SERVER": "smtps://mail.example.org", "TLS": "none"], "it should be required or"),
        (["SERVER": "smtp://m.example.org", "TLS": "none", "USER": "u", "PASSWORD": "p"], "readable on its way"),
        (["SERVER": "smtps://m.example.org", "AUTHORITIES": "nowhere.pem"], "cannot be read"),
        (["SENDER": "Termwise <t@example.org>"], "it should be like termwise@example.org"),
        (["SENDER": "t@example.org\r\nBcc: x@example.org"], "it should be like termwise@example.org"),
        (["SENDER": "@example.org"], "it should be like termwise@example.org"),
    ])
    func whatCannotBeUsedIsASentence(_ settings: [String: String], _ sentence: String) async throws {
        let wrong = await #expect(throws: WrongSetting.self) { try await mail(settings) }
        #expect(wrong?.description.contains(sentence) == true)
    }
}
