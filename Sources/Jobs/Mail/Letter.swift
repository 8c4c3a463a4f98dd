import Foundation
package import Kernel

/// A mail to one person, in plain text.
package struct Letter: Hashable, Sendable {
    /// Names the letter; the same letter sent again has the same mark, so that a mail programme shows it once.
    package let mark: String
    package let to: String
    package let name: String
    package let subject: String
    package let text: String

    package init(mark: String, to: String, name: String, subject: String, text: String) {
        (self.mark, self.to, self.name, self.subject, self.text) = (mark, to, name, subject, text)
    }

    /// The letter as it travels (RFC 5322, text in UTF-8). No name or subject can begin a header line of its own.
    package func message(from sender: String, at moment: Instant) -> String {
        let headers = [
            "From: Termwise <\(Self.oneLine(sender))>",
            "To: \(Self.encoded(name)) <\(Self.oneLine(to))>",
            "Subject: \(Self.encoded(subject))",
            "Date: \(Self.date(moment))",
            "Message-ID: <\(Self.oneLine(mark))@\(sender.split(separator: "@").last.map(String.init) ?? "termwise")>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "Auto-Submitted: auto-generated",
        ]
        let lines = headers + [""] + text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? " " : Character($0) })
    }

    /// RFC 2047's encoded words of at most 39 bytes each, so that the first fits behind its name, for anything but plain letters.
    private static func encoded(_ text: String) -> String {
        let line = oneLine(text)
        let isPlain = line.utf8.allSatisfy {
            $0 == 0x20 || $0 == 0x2d || $0 == 0x2e || (0x30...0x39).contains($0) || (0x41...0x5a).contains($0)
                || (0x61...0x7a).contains($0)
        }
        guard !isPlain || line.utf8.count > 60 else { return line }
        var words = [""]
        for character in line {
            if words[words.count - 1].utf8.count + character.utf8.count > 39 { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func date(_ moment: Instant) -> String {
        let text = moment.description
        let day = Day(String(text.prefix(10)))!
        let name = day.weekday.name.prefix(3)
        return
            "\(name), \(day.dayOfMonth) \(monthNames[day.month - 1].prefix(3)) \(day.year) \(text.dropFirst(11).prefix(8)) +0000"
    }
}
