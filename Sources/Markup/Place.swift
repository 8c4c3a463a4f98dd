/// Where the next runtime string would land, read backwards from the markup written so far.
///
/// Escaped strings hold no `<`, `>` or quotes, so the nearest of those bytes were written by literals, and whatever
/// stands between the nearest `<` and the end is the tag that is still open. A piece of a tag, such as
/// `" id=\"\(id)\""`, begins without its `<`; it is read the same way.
///
/// A page asks this for each of its thousands of strings, so nothing is copied before it is known to be an address.
enum Place: Equatable {
    case text
    /// In a tag, where an attribute's name would stand.
    case name
    /// In an attribute's quoted value.
    case quoted
    /// After `=` without a quote.
    case bare
    /// In the value of an attribute that a browser follows; `sofar` is what the value begins with.
    case address(sofar: String, isQuoted: Bool)

    static func after(_ markup: [UInt8]) -> Place {
        markup.withUnsafeBufferPointer { bytes in
            var start = bytes.count
            while start > 0 {
                let byte = bytes[start - 1]
                if byte == UInt8(ascii: ">") { return .text }
                if byte == UInt8(ascii: "<") { return inTag(Bytes(rebasing: bytes[start...]), isWhole: true) }
                start -= 1
            }
            return inTag(bytes, isWhole: false)
        }
    }

    /// The name of the tag that ends `markup`, or that its last text follows: `option` after `<option selected>Oak`; a
    /// closing tag has its sign. Empty when no tag stands there.
    static func element(before markup: [UInt8]) -> String {
        guard let start = markup.lastIndex(of: UInt8(ascii: "<")) else { return "" }
        let name = markup[(start + 1)...].prefix { isOfName($0) && $0 != UInt8(ascii: ">") }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// - Parameter isWhole: whether `tag` follows a `<`; otherwise it may be plain text as well.
    private static func inTag(_ tag: Bytes, isWhole: Bool) -> Place {
        if let quote = openQuote(in: tag) {
            guard isFollowed(attribute(endingAt: quote, in: tag)) else { return .quoted }
            return .address(sofar: String(decoding: tag[(quote + 1)...], as: UTF8.self), isQuoted: true)
        }
        if let name = attribute(endingAt: tag.count, in: tag) {
            return isFollowed(name) ? .address(sofar: "", isQuoted: false) : .bare
        }
        return isWhole ? .name : .text
    }

    /// Where the quote stands that opened the value which is not closed yet.
    private static func openQuote(in tag: Bytes) -> Int? {
        var open: Int?
        var index = 0
        while index < tag.count {
            let byte = tag[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if let quote = open {
                    if tag[quote] == byte { open = nil }
                } else if attribute(endingAt: index, in: tag) != nil {
                    open = index
                }
            }
            index += 1
        }
        return open
    }

    /// The attribute's name when `name =` ends at `end`, with or without space around the sign; nil otherwise.
    private static func attribute(endingAt end: Int, in tag: Bytes) -> Bytes? {
        let sign = skippingSpace(before: end, in: tag)
        guard sign > 0, tag[sign - 1] == UInt8(ascii: "=") else { return nil }
        let nameEnd = skippingSpace(before: sign - 1, in: tag)
        var start = nameEnd
        while start > 0, isOfName(tag[start - 1]) { start -= 1 }
        return start < nameEnd ? Bytes(rebasing: tag[start..<nameEnd]) : nil
    }

    private static func skippingSpace(before end: Int, in tag: Bytes) -> Int {
        var index = end
        while index > 0, isSpace(tag[index - 1]) { index -= 1 }
        return index
    }

    private static let followed: [StaticString] = [
        "href", "xlink:href", "src", "action", "formaction", "poster", "cite", "data", "manifest", "ping", "background",
    ]

    private static func isFollowed(_ name: Bytes?) -> Bool {
        guard let name else { return false }
        for known in followed where known.utf8CodeUnitCount == name.count && isSame(name, known.utf8Start) {
            return true
        }
        return false
    }

    private static func isSame(_ name: Bytes, _ known: UnsafePointer<UInt8>) -> Bool {
        for place in 0..<name.count where lowercased(name[place]) != known[place] { return false }
        return true
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "/"): false
        default: !isSpace(byte)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
