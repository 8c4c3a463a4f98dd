import Foundation
import Jobs
import Kernel
import TestKit
import Testing

@Suite struct MailTests {
    let moment = Instant("2026-11-21T09:30")!

    private func letter(name: String = "Ada Archer", subject: String = "Hello", to: String = "ada@oak.example")
        -> Letter
    {
        Letter(mark: "invitation-1", to: to, name: name, subject: subject, text: "First line\nSecond line")
    }

    /// The lines behind the head of a letter with this text.
    private func body(_ text: String) -> [String] {
        let letter = Letter(mark: "m", to: "ada@oak.example", name: "Ada", subject: "Hello", text: text)
        return letter.message(from: "t@oak.example", at: moment).components(separatedBy: "\r\n\r\n")
            .dropFirst().joined(separator: "\r\n\r\n").components(separatedBy: "\r\n")
    }

    @Test func aLetterTravelsInTheFormThatMailSystemsRead() {
        let lines = letter().message(from: "termwise@oak.example", at: moment).components(separatedBy: "\r\n")
        #expect(lines.contains("From: Termwise <termwise@oak.example>"))
        #expect(lines.contains("To: Ada Archer <ada@oak.example>"))
        #expect(lines.contains("Subject: Hello"))
        #expect(lines.contains("Date: Sat, 21 Nov 2026 09:30:00 +0000"))
        #expect(lines.contains("Message-ID: <invitation-1@oak.example>"))
        #expect(lines.contains("Content-Transfer-Encoding: quoted-printable"))
        #expect(lines.suffix(4) == ["", "First line  =20", "Second line", ""])
    }

    @Test func noNameBeginsAHeaderOfItsOwn() {
        let hostile = letter(
            name: "Ada\r\nBcc: all@oak.example", subject: "Hi\nX-Header: 1", to: "ada@oak.example\r\nCc: b")
        let head = hostile.message(from: "termwise@oak.example", at: moment).components(separatedBy: "\r\n\r\n")[0]
        let names = head.components(separatedBy: "\r\n").map { $0.prefix { $0 != ":" } }
        #expect(
            names.count == 9 && Set(names).count == 9 && !names.contains("Bcc") && !names.contains("Cc")
                && !names.contains("X-Header"))
    }

    @Test func lettersOutsideASCIIAreEncodedInShortWords() throws {
        let subject = String(repeating: "Zoë’s schools ", count: 12)
        let message = letter(name: "Zoë O’Neill", subject: subject).message(from: "t@oak.example", at: moment)
        let head = message.components(separatedBy: "\r\n\r\n")[0]
        #expect(head.utf8.allSatisfy { $0 < 0x80 })
        #expect(head.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        let words = head.components(separatedBy: "Subject: ")[1].components(separatedBy: "\r\nDate")[0]
            .components(separatedBy: "\r\n ")
        let decoded = words.compactMap { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) }.reduce(Data(), +)
        #expect(String(decoding: decoded, as: UTF8.self) == subject)
    }

    @Test func aLetterIsAFileAndTheSameLetterAgainReplacesIt() async throws {
        try await TestDatabases.withFolder { folder in
            let mail = Mail(folder: folder + "/out/mail")
            try await mail.send(letter(subject: "First"), at: moment)
            try await mail.send(letter(subject: "Second"), at: moment)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/out/mail") == ["invitation-1.eml"])
            let text = try String(contentsOfFile: folder + "/out/mail/invitation-1.eml", encoding: .utf8)
            #expect(text.contains("Subject: Second\r\n"))
            let rights = try FileManager.default.attributesOfItem(atPath: folder + "/out/mail/invitation-1.eml")
            #expect(rights[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func textOutsideASCIIIsQuotedInShortLinesThatJoinAgain() throws {
        #expect(body("£5 = five\n\nEnd ") == ["=C2=A35 =3D five", "", "End=20", ""])
        let long = String(repeating: "Zoë’s reason. ", count: 30) + "\tx"
        let lines = body(long)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 0x80 } })
        #expect(lines.dropLast(2).allSatisfy { $0.hasSuffix("=") })
        let joined = lines.joined(separator: "\n").replacing("=\n", with: "").trimmingCharacters(in: .newlines)
        #expect(joined.replacing("=", with: "%").removingPercentEncoding == long)
    }

    @Test func aLineTooLongForMailIsQuotedThoughItIsPlain() {
        #expect(body(String(repeating: "a", count: 998)).first?.count == 998)
        #expect(body(String(repeating: "a", count: 999)).allSatisfy { $0.count <= 76 })
    }

    @Test func everyKindOfLineEndBecomesTheOneOfMail() {
        #expect(
            body("a\r\nb\rc\u{b}d\u{2028}é\u{0}") == ["a  =20", "b  =20", "c  =20", "d  =20", "=C3=A9", ""])
    }

    /// Outlook joins the lines of a paragraph, but none that ends in three spaces.
    @Test func everyLineThatAnotherFollowsEndsInThreeSpaces() {
        #expect(body("One paragraph.\n\nAnother.") == ["One paragraph.", "", "Another.", ""])
        #expect(
            body("a\n  https://oak.example/a?b=c\n\nEnd") == [
                "a  =20", "  https://oak.example/a?b=3Dc", "", "End", "",
            ])
    }

    @Test(arguments: [
        ("421 4.7.0 Too many connections", true), ("450 Too many messages", true), ("451 4.7.1 Rate limit", true),
        ("452 4.5.3 Too many recipients", true), ("450 4.2.2 The mailbox is full", false),
        ("451 4.1.8 No such sender", false), ("454 4.7.0 Not now", false),
    ])
    func aServerThatHasEnoughIsToldFromOneAddressThatIsAtFault(_ reply: String, _ isTooMuch: Bool) {
        #expect(MailFault.postponed(reply).isTooMuch == isTooMuch && !MailFault.refused(reply).isTooMuch)
    }

    @Test(arguments: [
        (nil, "[127.0.0.1]"), ("localhost", "[127.0.0.1]"), ("improve.oak.example", "improve.oak.example"),
        ("192.168.1.5", "[192.168.1.5]"), ("[2001:db8::1]", "[IPv6:2001:db8::1]"),
        ("oak.example\r\nMAIL", "[127.0.0.1]"),
    ])
    func theGreetingIsAFullNameOrAnAddress(_ host: String?, _ greeting: String) {
        let server = MailServer(host: "mail.oak.example", port: 25, protection: .none, ourselves: host)
        #expect(server.greeting == greeting)
    }

    @Test func aNameIsNeverReadAsAnAddressOrAnEncodedWordOfItsOwn() {
        for name in [#"Bo "B" <x@evil.example>, Jr."#, "=?utf-8?q?Ada?=", "Ada\u{2028}Bcc: x"] {
            let head = letter(name: name).message(from: "t@oak.example", at: moment)
            let to = head.components(separatedBy: "To: ")[1].components(separatedBy: "\r\nSubject")[0]
            #expect(to.hasPrefix("=?utf-8?B?") && to.hasSuffix("?= <ada@oak.example>") && !to.contains("evil"))
        }
    }

    @Test func aLetterThatNobodyAskedForSaysWhereToChoose() {
        let letter = Letter(
            mark: "m", to: "a@oak.example", name: "Ada", subject: "S", text: "T",
            choices: "https://oak.example/me/notices>\r\nBcc: x@oak.example")
        let head = letter.message(from: "t@oak.example", at: moment).components(separatedBy: "\r\n")
        #expect(head.contains("List-Unsubscribe: <https://oak.example/me/noticesBcc:x@oak.example>"))
    }

    @Test func anAddressThatCouldSayACommandIsGivenToNoServer() async throws {
        let mail = Mail(.server(MailServer(host: "127.0.0.1", port: 1, protection: .none)))
        for to in ["a@oak.example>\r\nRCPT TO:<b@oak.example", "nobody", "a b@oak.example"] {
            await #expect(throws: MailFault.wrongAddress) { try await mail.send(letter(to: to), at: moment) }
        }
    }

    @Test func withoutAFolderNothingIsWritten() async throws {
        #expect(!Mail(folder: nil).isSetUp)
        try await Mail(folder: nil).send(letter(), at: moment)
    }
}
