import Kernel

/// An address in the form in which two spellings of one mailbox are equal: lower case, without white space around it and
/// without what nobody sees and copying left in it.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// - Parameter typed: at most 254 characters of ASCII (RFC 5321's path limit) with one `@` and a dotted domain. A
    ///   mail system decides what else is an address; this only catches slips.
    package init?(_ typed: String) {
        let text = typed.withoutInvisibles.onOneLine.lowercased()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), text.utf8.count <= 254 else { return nil }
        guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && !Self.neverUnquoted.contains($0) }) else {
            return nil
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(Self.isLabel) else { return nil }
        self.text = text
    }

    package var description: String { text }

    /// What stands before the `@`.
    package var mailbox: Substring { text.prefix { $0 != "@" } }

    private static let neverUnquoted = Set("\"(),:;<>[\\]".utf8)

    private static func isLabel(_ label: Substring) -> Bool {
        let bytes = label.utf8
        guard (1...63).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-") else {
            return false
        }
        return bytes.allSatisfy {
            $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) || (0x61...0x7a).contains($0)
        }
    }
}
