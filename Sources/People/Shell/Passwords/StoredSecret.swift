import Foundation
import Kernel

/// A password as it is kept: `scrypt$15$8$3$salt$hash`, the cost's logarithm of N, r, p, then salt and hash in base 64.
package struct StoredSecret: Hashable, Sendable {
    let cost: ScryptCost
    let salt: [UInt8]
    let hash: [UInt8]

    init(cost: ScryptCost, salt: [UInt8], hash: [UInt8]) { (self.cost, self.salt, self.hash) = (cost, salt, hash) }

    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let logN = Int(written: parts[1]), let r = Int(written: parts[2]),
            let p = Int(written: parts[3]), let cost = ScryptCost(logN: logN, r: r, p: p),
            let salt = Data(base64Encoded: String(parts[4])), let hash = Data(base64Encoded: String(parts[5])),
            hash.count == Self.hashBytes
        else { return nil }
        self.init(cost: cost, salt: [UInt8](salt), hash: [UInt8](hash))
    }

    static let hashBytes = 32
    static let saltBytes = 16

    var text: String {
        let fields = ["scrypt", String(cost.logN), String(cost.r), String(cost.p)]
        return (fields + [Data(salt).base64EncodedString(), Data(hash).base64EncodedString()]).joined(separator: "$")
    }
}

/// What one guess costs: 128·N·r bytes of memory, and time in proportion to N·r·p.
package struct ScryptCost: Hashable, Sendable {
    let logN: Int
    let r: Int
    let p: Int

    /// - Returns: nil for what would be no protection, or more than a machine should be asked for (RFC 7914, section 2).
    package init?(logN: Int, r: Int, p: Int) {
        guard (1...20).contains(logN), (1...32).contains(r), (1...16).contains(p) else { return nil }
        (self.logN, self.r, self.p) = (logN, r, p)
    }

    /// N = 2¹⁵, r = 8, p = 3: one of OWASP's equal choices (Password Storage Cheat Sheet), and the one that leaves room on a
    /// small machine: 32 MB a guess.
    package static let standard = ScryptCost(logN: 15, r: 8, p: 3)!
}
