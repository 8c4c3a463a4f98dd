package import SchoolRules

extension ImportPlan {
    /// Sixteen hexadecimal digits that change with anything the plan would do (FNV-1a, 64 bits): a page sends them back
    /// with "do it", so that what is done is what was shown.
    package var fingerprint: String {
        get throws {
            let hash = try json.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }
}
