/// The identity of one thing of kind `Subject`: a UUID of version 7 written as 25 base-36 characters.
///
/// Sorts by the moment of making. A `SchoolID` cannot be passed where a `PersonID` is wanted.
package struct ID<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// - Returns: nil unless `text` is 25 characters of `0-9a-z`.
    package init?(_ text: String) {
        guard text.utf8.count == 25, text.utf8.allSatisfy(Base36.isDigit) else { return nil }
        self.text = text
    }

    /// - Parameter bytes: the sixteen bytes of a UUID.
    package init(bytes: [UInt8]) {
        text = Base36.text(bytes)
    }

    package var description: String { text }

    package static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// What a verb answers with that may be written down, so that the same form sent again is answered as it was at first.
/// Never a secret.
package protocol Recallable: LosslessStringConvertible, Sendable {}

extension ID: Recallable {}

/// Subjects that several targets point at without knowing their rules.
package enum Noun {
    package enum School {}
    package enum Department {}
    package enum Person {}
    package enum Seat {}
}

package typealias SchoolID = ID<Noun.School>
package typealias DepartmentID = ID<Noun.Department>
package typealias PersonID = ID<Noun.Person>
/// A post regardless of who holds it: a successor sits in the same seat, and the duties that belong to it stay.
package typealias SeatID = ID<Noun.Seat>

enum Base36 {
    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte)
    }

    /// 128 bits always fit in 25 digits; the first byte of `bytes` is the most significant.
    static func text(_ bytes: [UInt8]) -> String {
        var value = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        var reversed: [UInt8] = []
        for _ in 0..<25 {
            reversed.append(digits[Int(value % 36)])
            value /= 36
        }
        return String(decoding: reversed.reversed(), as: UTF8.self)
    }
}
