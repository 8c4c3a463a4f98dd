/// What a browser would make of some markup, as far as these tests ask: its tags with the names of their attributes,
/// and the values of those attributes. Follows the tokenizer of the HTML standard for tags, quotes and comments.
struct MarkupSkeleton: Equatable {
    var tags: [String] = []
    /// Values in order, references decoded.
    var values: [String] = []

    static func == (a: Self, b: Self) -> Bool { a.tags == b.tags }

    init(_ markup: String) {
        var rest = Substring(markup)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("!--") {
                rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
            } else if let first = rest.first, first.isLetter || first == "/" {
                readTag(&rest)
            }
        }
    }

    private mutating func readTag(_ rest: inout Substring) {
        var words = [String(rest.prefix { !$0.isWhitespace && $0 != ">" })]
        rest = rest.dropFirst(words[0].count)
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            guard let next = rest.first, next != ">" else { break }
            let name = rest.prefix { !$0.isWhitespace && !"=>/".contains($0) }
            rest = rest.dropFirst(max(name.count, 1)).drop { $0.isWhitespace }
            words.append(String(name))
            if rest.first == "=" { readValue(&rest) }
        }
        rest = rest.dropFirst()
        tags.append(words.joined(separator: " "))
    }

    private mutating func readValue(_ rest: inout Substring) {
        rest = rest.dropFirst().drop { $0.isWhitespace }
        let value: Substring
        if let quote = rest.first, quote == "\"" || quote == "'" {
            value = rest.dropFirst().prefix { $0 != quote }
            rest = rest.dropFirst(value.count + 2)
        } else {
            value = rest.prefix { !$0.isWhitespace && $0 != ">" }
            rest = rest.dropFirst(value.count)
        }
        values.append(Self.decoded(String(value)))
    }

    private static func decoded(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
