/// Where a runtime string would land, and what it must become there.
enum Escape {
    enum Place { case text, address, bareAttribute }

    private static let addressAttributes = ["href=\"", "src=\"", "action=\"", "formaction=\""].map { Array($0.utf8) }

    static func place(after markup: String) -> Place {
        guard let last = markup.utf8.last else { return .text }
        if last == UInt8(ascii: "=") { return isInsideTag(markup) ? .bareAttribute : .text }
        guard last == UInt8(ascii: "\"") else { return .text }
        let tail = Array(markup.utf8.suffix(12))
        return addressAttributes.contains { tail.suffix($0.count).elementsEqual($0) } ? .address : .text
    }

    private static func isInsideTag(_ markup: String) -> Bool {
        for byte in markup.utf8.reversed() {
            if byte == UInt8(ascii: ">") { return false }
            if byte == UInt8(ascii: "<") { return true }
        }
        return false
    }

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

    /// Browsers drop tabs, line ends and leading control characters before they read a scheme, so those are refused
    /// together with unknown schemes and with `//host`, which leaves this site.
    static func safeAddress(_ address: String) -> String {
        guard !address.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else { return "#" }
        if address.hasPrefix("//") || address.contains("\\") { return "#" }
        guard let colon = address.firstIndex(of: ":") else { return address }
        let before = address[..<colon]
        if before.contains(where: { "/?#".contains($0) }) { return address }
        return ["https", "http", "mailto"].contains(before.lowercased()) ? address : "#"
    }
}
