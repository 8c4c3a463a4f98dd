package import SchoolRules

extension ImportPlan {
    /// Changes with anything the plan would do: a page sends it back with "do it", so that what is done is what was
    /// shown.
    package var fingerprint: String { get throws { try json.fingerprint } }
}

extension String {
    /// Sixteen hexadecimal digits (FNV-1a, 64 bits).
    var fingerprint: String {
        let hash = utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
