package import Kernel

/// A short word by which a file names a thing for good: `curriculum-intent`. What people see is its name.
///
/// An `ItemKey` cannot be passed where a `LevelKey` is wanted.
package struct Key<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// - Returns: nil unless `text` is 1 to 40 lower-case letters, digits and hyphens, with no hyphen at either end.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard (1...40).contains(bytes.count), bytes.first != hyphen, bytes.last != hyphen,
            bytes.allSatisfy({ $0 == hyphen || isDigit($0) || (0x61...0x7a).contains($0) })
        else { return nil }
        self.text = text
    }

    package var description: String { text }

    package static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

package typealias ToolKey = Key<ToolVersion>
package typealias AspectKey = Key<Aspect>
package typealias ItemKey = Key<JudgedItem>
package typealias LevelKey = Key<Level>

package typealias ToolVersionID = ID<ToolVersion>
package typealias AspectID = ID<Aspect>
package typealias ItemID = ID<JudgedItem>

private let hyphen = UInt8(ascii: "-")

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// The year and a running number: `2026-1`. Later versions are greater.
package struct VersionName: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let year: Int
    package let number: Int

    /// - Returns: nil unless `text` is four digits, a hyphen and a whole number from 1 to 999 without leading zeros.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            parts[0].utf8.count == 4,
            parts[1].utf8.first != UInt8(ascii: "0"), let year = Int(written: parts[0], 2000...9999),
            let number = Int(written: parts[1], 1...999)
        else { return nil }
        (self.year, self.number) = (year, number)
    }

    package var description: String { "\(year)-\(number)" }

    package static func < (a: VersionName, b: VersionName) -> Bool {
        (a.year, a.number) < (b.year, b.number)
    }
}
