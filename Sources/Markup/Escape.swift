/// What a runtime string becomes in each place of a page.
enum Escape {
    static func text(_ string: String) -> String {
        var escaped = ""
        append(string, to: &escaped)
        return escaped
    }

    /// Copies `string` whole when nothing in it needs a reference, which is nearly always.
    static func append(_ string: String, to markup: inout String) {
        guard string.utf8.contains(where: needsReference) else {
            markup += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            case "\0": markup += "\u{FFFD}"
            default: markup.unicodeScalars.append(scalar)
            }
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
        guard !address.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else { return false }
        if address.hasPrefix(" ") || address.hasPrefix("//") || address.contains("\\") { return false }
        guard let colon = address.firstIndex(of: ":") else { return true }
        let before = address[..<colon]
        if before.contains(where: { "/?#".contains($0) }) { return true }
        return ["https", "http", "mailto"].contains(before.lowercased())
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
