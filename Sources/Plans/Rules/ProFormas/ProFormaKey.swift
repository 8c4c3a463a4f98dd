package import Kernel
package import ToolRules

package typealias ProFormaID = ID<ProForma>
package typealias ProFormaKey = Key<ProForma>

/// `2026-1` as Termwise ships it; `2026-1.2` for the second edition that a trust made from it. Later ones are greater.
package struct ProFormaVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let shipped: VersionName
    /// Which of the trust's editions, from 1; nil for the shipped version itself.
    package let own: Int?

    package init(_ shipped: VersionName, own: Int? = nil) {
        (self.shipped, self.own) = (shipped, own)
    }

    /// - Returns: nil unless `text` is a version and, for a trust's edition, a full stop and a number from 1 to 999.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let shipped = VersionName(String(parts[0])) else { return nil }
        self.shipped = shipped
        guard parts.count == 2 else {
            own = nil
            return
        }
        guard let number = Int(written: parts[1], 1...999), String(number) == parts[1] else { return nil }
        own = number
    }

    package var description: String { own.map { "\(shipped).\($0)" } ?? "\(shipped)" }

    package static func < (a: Self, b: Self) -> Bool { (a.shipped, a.own ?? 0) < (b.shipped, b.own ?? 0) }
}
