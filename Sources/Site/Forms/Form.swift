import Foundation

/// The fields of a form as they were typed: text, trimmed, in the order sent. Each feature's `…Form` turns these into
/// values and collects what cannot be taken, so that a refused form can be shown again with nothing lost.
package struct Form: Sendable {
    private let pairs: [(name: String, value: String)]

    package static let empty = Form([])

    package init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// - Parameter body: `application/x-www-form-urlencoded`.
    /// - Returns: nil when it is not well formed.
    init?(urlEncoded body: String) {
        var pairs: [(String, String)] = []
        for piece in body.split(separator: "&") {
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(parts[0]), let value = Self.decode(parts.count > 1 ? parts[1] : "") else {
                return nil
            }
            pairs.append((name, value))
        }
        self.init(pairs)
    }

    /// The text of a field, trimmed, with line ends as `\n`; empty when the field is absent.
    package func text(_ name: String) -> String {
        (pairs.first { $0.name == name }?.value ?? "").withLineFeeds.trimmed
    }

    /// A password as it was typed: a space at its end is a part of it.
    package func secret(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    /// Every value of a field that may be sent several times, such as checkboxes.
    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value.trimmed) }

    package func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    package var names: [String] { pairs.map(\.name) }

    /// What somebody wrote in words, as against what was chosen or carried along: every text with a space in it. Never a
    /// password.
    package var writing: [String] {
        pairs.filter { !Self.secrets.contains($0.name) }.map(\.value.withLineFeeds.trimmed)
            .filter { $0.contains(where: \.isWhitespace) }
    }

    private static let secrets: Set = ["password", "again", "current"]

    private static func decode(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}

extension String {
    /// Without white space at either end. Most text has none there and is not looked at twice.
    package var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        let isPlain = { (byte: UInt8) in byte > 0x20 && byte < 0x80 }
        return isPlain(first) && isPlain(last) ? self : trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Browsers end the lines of a text with two characters.
    fileprivate var withLineFeeds: String {
        utf8.contains(UInt8(ascii: "\r")) ? replacing("\r\n", with: "\n") : self
    }
}
