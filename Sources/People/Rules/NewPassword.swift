import Foundation
import Kernel

/// A password that may be chosen. Length and being uncommon are what protects; no kinds of characters are demanded
/// (NIST SP 800-63B, section 3.1.1; the National Cyber Security Centre's advice on password policies).
package struct NewPassword: Sendable {
    package static let shortest = 12
    package static let longest = 128

    /// In the form that is hashed: the same characters typed on another keyboard are the same password.
    package let text: String

    /// - Parameters:
    ///   - again: the second typing.
    ///   - ownWords: what an attacker tries first: the person's name and address, the trust's name.
    ///   - isListed: whether a dictionary of passwords holds a text.
    /// - Throws: `Refusal.invalid` with fields `password` and `again`.
    package init(_ typed: String, again: String, avoiding ownWords: OwnWords, isListed: (String) -> Bool) throws {
        guard let text = Self.comparable(typed) else {
            throw Refusal.invalid("password", "Use at most \(Self.longest) characters.")
        }
        self.text = text
        if let sentence = Self.weakness(of: text, ownWords, isListed) { throw Refusal.invalid("password", sentence) }
        guard Self.normalised(again) == text else {
            throw Refusal.invalid("again", "The two passwords are not the same. Type both again.")
        }
    }

    /// Unicode's compatibility composition (NFKC), as the same source advises before hashing.
    package static func normalised(_ typed: String) -> String { typed.precomposedStringWithCompatibilityMapping }

    /// - Returns: nil for what is longer than any password, which is not worth the cost of a comparison. Taken apart, a
    ///   character may be many times as long.
    package static func comparable(_ typed: String) -> String? {
        guard typed.utf8.count <= 16 * longest else { return nil }
        let text = normalised(typed)
        return text.unicodeScalars.count <= longest ? text : nil
    }

    private static func weakness(
        of text: String, _ ownWords: OwnWords, _ isListed: (String) -> Bool
    ) -> String? {
        if text.isEmpty { return "Enter a password." }
        if text.count < shortest {
            return "Use at least \(shortest) characters. Three words that nobody would guess do well."
        }
        if CommonPasswords.contain(text) || isListed(text) {
            return "This is among the first passwords that a stranger would try. Choose another."
        }
        if ownWords.fill(text) {
            return "Your name, your email address and the name of the trust are tried first. Use words apart from them."
        }
        return nil
    }
}
