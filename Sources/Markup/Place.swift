/// Where the next runtime string would land, read backwards from the markup written so far.
///
/// Escaped strings hold no `<`, `>` or quotes, so the nearest of those bytes were written by literals, and whatever
/// stands between the nearest `<` and the end is the tag that is still open. A piece of a tag, such as
/// `" id=\"\(id)\""`, begins without its `<`; it is read the same way.
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

    private static let followed: Set<String> = [
        "href", "xlink:href", "src", "action", "formaction", "poster", "cite", "data", "manifest", "ping", "background",
    ]

    static func after(_ markup: String) -> Place {
        markup.utf8.withContiguousStorageIfAvailable { after(bytes: $0) } ?? after(bytes: Array(markup.utf8))
    }

    private static func after(bytes: some RandomAccessCollection<UInt8>) -> Place {
        var start = bytes.endIndex
        while start > bytes.startIndex {
            let byte = bytes[bytes.index(before: start)]
            if byte == UInt8(ascii: ">") { return .text }
            if byte == UInt8(ascii: "<") { return inTag(Array(bytes[start...]), isWhole: true) }
            start = bytes.index(before: start)
        }
        return inTag(Array(bytes), isWhole: false)
    }

    /// - Parameter isWhole: whether `tag` follows a `<`; otherwise it may be plain text as well.
    private static func inTag(_ tag: [UInt8], isWhole: Bool) -> Place {
        var quote: (mark: UInt8, at: Int)?
        for (index, byte) in tag.enumerated() where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            if let open = quote {
                if open.mark == byte { quote = nil }
            } else if attribute(endingAt: index, in: tag) != nil {
                quote = (byte, index)
            }
        }
        if let quote {
            guard isFollowed(attribute(endingAt: quote.at, in: tag)) else { return .quoted }
            return .address(sofar: String(decoding: tag[(quote.at + 1)...], as: UTF8.self), isQuoted: true)
        }
        if let name = attribute(endingAt: tag.count, in: tag) {
            return isFollowed(name) ? .address(sofar: "", isQuoted: false) : .bare
        }
        return isWhole ? .name : .text
    }

    private static func isFollowed(_ name: String?) -> Bool { name.map(followed.contains) ?? false }

    /// The attribute's name when `name =` ends at `end`, with or without space around the sign; nil otherwise.
    private static func attribute(endingAt end: Int, in tag: [UInt8]) -> String? {
        var index = end
        func skipSpace() { while index > 0, isSpace(tag[index - 1]) { index -= 1 } }
        skipSpace()
        guard index > 0, tag[index - 1] == UInt8(ascii: "=") else { return nil }
        index -= 1
        skipSpace()
        let nameEnd = index
        while index > 0, !isSpace(tag[index - 1]), !"\"'=/".utf8.contains(tag[index - 1]) { index -= 1 }
        return index < nameEnd ? String(decoding: tag[index..<nameEnd], as: UTF8.self).lowercased() : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
