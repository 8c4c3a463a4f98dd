import Foundation
import Kernel

/// What may stand in a header line: one line, plain letters, or RFC 2047's encoded words.
enum HeaderText {
    /// An address or a link: nothing that could end the angle brackets or the line.
    static func address(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { isVisible($0) && $0 != "<" && $0 != ">" }))
    }

    /// What an identifier may consist of (RFC 5322's atoms, and dots).
    static func mark(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") ? $0 : "-" })
    }

    /// A person's name, as a phrase of atoms.
    static func name(_ text: String, after head: String) -> String {
        encoded(text, after: head) { byte in
            byte == 0x20 || byte == 0x2d || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
                || (0x61...0x7a).contains(byte)
        }
    }

    /// Free text, such as a subject.
    static func free(_ text: String, after head: String) -> String {
        encoded(text, after: head) { (0x20...0x7e).contains($0) && $0 != 0x3d }
    }

    /// `Sat, 21 Nov 2026 09:30:00 +0000`
    static func date(_ moment: Instant) -> String {
        let text = moment.description
        guard let day = Day(String(text.prefix(10))) else { return text }
        let month = monthNames[day.month - 1].prefix(3)
        let time = text.dropFirst(11).prefix(8)
        return "\(day.weekday.name.prefix(3)), \(day.dayOfMonth) \(month) \(day.year) \(time) +0000"
    }

    /// Encoded words hold at most 39 bytes each, so that the first fits behind its header's name in a line of 78.
    private static func encoded(_ text: String, after head: String, isPlain: (UInt8) -> Bool) -> String {
        let line = oneLine(text)
        if line.utf8.allSatisfy(isPlain), head.utf8.count + line.utf8.count <= 70 { return line }
        var words = [""]
        for character in line {
            // A grapheme of many scalars may be longer than a word; its scalars may part.
            for piece in character.utf8.count > 39 ? character.unicodeScalars.map({ String($0) }) : [String(character)]
            {
                if words[words.count - 1].utf8.count + piece.utf8.count > 39 { words.append("") }
                words[words.count - 1] += piece
            }
        }
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unturned.unicodeScalars.map { isVisible($0) || $0 == " " ? $0 : " " }))
    }

    /// Neither a space nor a control character; the separators of lines and paragraphs are such too.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
    }
}
