import Kernel

/// The text of a letter in lines that any mail server carries: as it is when it is plain ASCII, else quoted-printable
/// (RFC 2045, section 6.7).
///
/// Outlook joins the lines of a paragraph ("Remove extra line breaks in plain text messages", which is on unless somebody
/// turned it off), but none that ends in three spaces. So each line that another one follows does; quoted, because mail
/// servers may cut bare spaces off.
struct LetterBody {
    let encoding: String
    let lines: [String]

    /// RFC 5322, section 2.1.1, in octets without the line's end.
    private static let longestLine = 998
    private static let longestQuoted = 76

    init(_ text: String) {
        let lines = Self.keepingBreaks(Self.lines(of: text))
        let isPlain = lines.allSatisfy { line in
            line.count <= Self.longestLine && line.allSatisfy { (0x20...0x7e).contains($0) || $0 == 0x09 }
                && line.last != 0x20 && line.last != 0x09
        }
        encoding = isPlain ? "7bit" : "quoted-printable"
        self.lines =
            isPlain
            ? lines.map { String(decoding: $0, as: UTF8.self) } : lines.flatMap { Self.quoted($0) }
    }

    private static func keepingBreaks(_ lines: [[UInt8]]) -> [[UInt8]] {
        lines.enumerated().map { place, line in
            let isFollowed = place + 1 < lines.count && !lines[place + 1].isEmpty
            return line.isEmpty || !isFollowed ? line : line + [0x20, 0x20, 0x20]
        }
    }

    private static func lines(of text: String) -> [[UInt8]] {
        text.printable.utf8.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
    }

    /// One line of text as one or more lines; `=` at the end of a line joins it with the next.
    private static func quoted(_ line: [UInt8]) -> [String] {
        var quoted = [""]
        for (place, byte) in line.enumerated() {
            let isLast = place == line.count - 1
            let sign = sign(byte, endsLine: isLast)
            if quoted[quoted.count - 1].utf8.count + sign.utf8.count > (isLast ? longestQuoted : longestQuoted - 1) {
                quoted[quoted.count - 1] += "="
                quoted.append("")
            }
            quoted[quoted.count - 1] += sign
        }
        return quoted
    }

    private static func sign(_ byte: UInt8, endsLine: Bool) -> String {
        let isSpace = byte == 0x20 || byte == 0x09
        let isPlain = (0x21...0x7e).contains(byte) && byte != 0x3d
        if isPlain || (isSpace && !endsLine) { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "=" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
}
