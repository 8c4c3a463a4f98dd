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
        Letter(mark: "invitation-1", to: to, name: name, subject: subject, text: "First line\nSecond line £5")
    }

    @Test func aLetterTravelsInTheFormThatMailSystemsRead() {
        let lines = letter().message(from: "termwise@oak.example", at: moment).components(separatedBy: "\r\n")
        #expect(lines.contains("From: Termwise <termwise@oak.example>"))
        #expect(lines.contains("To: Ada Archer <ada@oak.example>"))
        #expect(lines.contains("Subject: Hello"))
        #expect(lines.contains("Date: Sat, 21 Nov 2026 09:30:00 +0000"))
        #expect(lines.contains("Message-ID: <invitation-1@oak.example>"))
        #expect(lines.suffix(4) == ["", "First line", "Second line £5", ""])
    }

    @Test func noNameBeginsAHeaderOfItsOwn() {
        let hostile = letter(
            name: "Ada\r\nBcc: all@oak.example", subject: "Hi\nX-Header: 1", to: "ada@oak.example\r\nCc: b")
        let head = hostile.message(from: "termwise@oak.example", at: moment).components(separatedBy: "\r\n\r\n")[0]
        let names = head.components(separatedBy: "\r\n").map { $0.prefix { $0 != ":" } }
        #expect(names.count == 9 && !names.contains("Bcc") && !names.contains("Cc") && !names.contains("X-Header"))
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
            try mail.send(letter(subject: "First"), at: moment)
            try mail.send(letter(subject: "Second"), at: moment)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/out/mail") == ["invitation-1.eml"])
            let text = try String(contentsOfFile: folder + "/out/mail/invitation-1.eml", encoding: .utf8)
            #expect(text.contains("Subject: Second\r\n"))
        }
    }

    @Test func withoutAFolderNothingIsWritten() throws {
        #expect(!Mail(folder: nil).isSetUp)
        try Mail(folder: nil).send(letter(), at: moment)
    }
}
