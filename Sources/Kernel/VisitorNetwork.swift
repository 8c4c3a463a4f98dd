/// What one visitor can be told by: an address of IPv4, or the first half of one of IPv6, because whoever has one of those
/// has the 2⁶⁴ beside it.
package struct VisitorNetwork: Hashable, Sendable {
    package let text: String

    /// - Parameter address: as a socket or a proxy writes it; what is no address stands for itself, cut to 45 characters.
    package init(_ address: String) {
        let plain = address.lowercased().prefix { $0 != "%" }
        guard plain.contains(":"), let groups = Self.groups(plain) else {
            text = String(plain.prefix(45))
            return
        }
        if groups[..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xffff {
            text = [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255].map(String.init)
                .joined(separator: ".")
        } else {
            text = groups[..<4].map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
        }
    }

    /// The eight numbers of an address of IPv6.
    private static func groups(_ address: Substring) -> [Int]? {
        guard let gap = address.firstRange(of: "::") else {
            let groups = numbers(address)
            return groups?.count == 8 ? groups : nil
        }
        guard let head = numbers(address[..<gap.lowerBound]), let tail = numbers(address[gap.upperBound...]),
            head.count + tail.count <= 7
        else { return nil }
        return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    /// - Parameter text: groups with colons between them, of which the last may be an address of IPv4.
    private static func numbers(_ text: Substring) -> [Int]? {
        var numbers: [Int] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) where !text.isEmpty {
            if part.contains(".") {
                let bytes = part.split(separator: ".").compactMap { Int(written: $0, 0...255) }
                guard bytes.count == 4 else { return nil }
                numbers += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
            } else {
                guard part.utf8.count <= 4, let number = UInt16(part, radix: 16) else { return nil }
                numbers.append(Int(number))
            }
        }
        return numbers
    }
}
