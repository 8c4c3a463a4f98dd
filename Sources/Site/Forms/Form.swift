import Foundation
import Kernel

/// The fields of a form as they were typed: text, trimmed, in the order sent. Each feature's `…Form` turns these into
/// values and collects what cannot be taken, so that a refused form can be shown again with nothing lost.
package struct Form: Sendable {
    /// Each name once, in the order of coming.
    package let names: [String]
    private let values: [String: [String]]

    package static let empty = Form([])

    package init(_ pairs: [(name: String, value: String)]) {
        var (names, values): ([String], [String: [String]]) = ([], [:])
        for (name, value) in pairs {
            if values[name, default: []].isEmpty { names.append(name) }
            values[name, default: []].append(value)
        }
        (self.names, self.values) = (names, values)
    }

    /// The text of a field, trimmed, as `String.printable` reads it; empty when the field is absent.
    package func text(_ name: String) -> String { (values[name]?.first ?? "").withLineFeeds.trimmed }

    /// A password as it was typed: a space at its end is a part of it.
    package func secret(_ name: String) -> String { values[name]?.first ?? "" }

    /// Every value of a field that may be sent several times, such as checkboxes.
    package func all(_ name: String) -> [String] { (values[name] ?? []).map(\.withLineFeeds.trimmed) }

    package func has(_ name: String) -> Bool { values[name] != nil }

    /// The version of what the page was made from, by which a save over somebody else's is noticed; −1, which nothing
    /// has, when the form does not say one.
    package var version: Int { Int(written: text("version")) ?? -1 }

    /// What somebody wrote in words, as against what was chosen or carried along: every text with a space in it. Never a
    /// password.
    package var writing: [String] {
        names.filter { !Self.secrets.contains($0) }.flatMap { values[$0] ?? [] }.map(\.withLineFeeds.trimmed)
            .filter { $0.contains(where: \.isWhitespace) }
    }

    private static let secrets: Set = ["password", "again", "current"]
}

extension Form {
    /// - Parameter body: `application/x-www-form-urlencoded`.
    /// - Throws: `Malformed` for what no browser sends, `TooLarge` for more than `most` fields.
    init(urlEncoded body: some Collection<UInt8>, most: Int) throws {
        let pieces = body.split(separator: UInt8(ascii: "&"), maxSplits: most)
        guard pieces.count <= most else { throw TooLarge.fields(most) }
        self.init(
            try pieces.map { piece in
                let parts = piece.split(
                    separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                return (try Self.decode(parts[0]), parts.count > 1 ? try Self.decode(parts[1]) : "")
            })
    }

    private static func decode(_ text: some Collection<UInt8>) throws -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next()?.hexadecimalDigit, let low = rest.next()?.hexadecimalDigit else {
                    throw Malformed()
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return try String(sent: bytes)
    }
}

extension UInt8 {
    fileprivate var hexadecimalDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46, 0x61...0x66: (self & 0xdf) - 0x37
        default: nil
        }
    }
}

extension String {
    /// - Throws: `Malformed` for what is no UTF-8.
    init(sent bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed() }
        self = text
    }

    /// Without white space at either end. Most text has none there and is not looked at twice.
    package var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        let isPlain = { (byte: UInt8) in byte > 0x20 && byte < 0x80 }
        return isPlain(first) && isPlain(last) ? self : trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// As the one function reads what people write; empty when nothing of it can be seen.
    fileprivate var withLineFeeds: String {
        let words = printable
        return words.isInvisible ? "" : words
    }
}
