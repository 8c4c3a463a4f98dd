/// What a runtime string becomes in each place of a page.
enum Escape {
    /// Copies `string` whole when nothing in it needs a reference, which is nearly always; else the stretches between.
    static func append(_ string: String, to markup: inout [UInt8]) {
        var string = string
        string.withUTF8 { bytes in
            var start = 0
            for index in 0..<bytes.count where needsReference(bytes[index]) {
                markup.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                markup += reference(bytes[index]).utf8
                start = index + 1
            }
            markup.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    private static func reference(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: "\u{FFFD}"
        }
    }

    private static func needsReference(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x27, 0x3c, 0x3e, 0: true
        default: false
        }
    }

    /// Browsers drop tabs, line ends and leading control characters and spaces before they read a scheme, so those are
    /// refused together with unknown schemes and with `//host`, which leaves this site.
    static func isSafe(address: String) -> Bool {
        var address = address
        return address.withUTF8 { isSafe($0) }
    }

    private static func isSafe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte < 0x20 || byte == 0x7f || byte == UInt8(ascii: "\\") { return false }
        if bytes.first == UInt8(ascii: " ") || bytes.starts(with: "//".utf8) { return false }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
        if bytes[..<colon].contains(where: { "/?#".utf8.contains($0) }) { return true }
        return ["https", "http", "mailto", "webcal"].contains(
            String(decoding: bytes[..<colon], as: UTF8.self).lowercased())
    }

    /// Percent-encoded as one value of a query (RFC 3986, unreserved characters stay).
    static func queryValue(_ string: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in string.utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// A runtime string where only the name of an element or attribute can stand.
    static func name(_ string: String) -> String {
        String(decoding: string.utf8.filter { isUnreserved($0) && $0 != UInt8(ascii: "~") }, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: true
        default: false
        }
    }
}
