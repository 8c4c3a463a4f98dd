/// Markup as a type. Only literals in the source are markup; every runtime string is escaped for the place it stands in.
///
///     let row: HTML = "<a href=\"\(school.url)\" title=\"\(school.name)\">\(school.name)</a>"
///
/// - Text and quoted attributes: `& < > " '` become references.
/// - After `href="`, `src="` or `action="`: only addresses of this site, `https:`, `http:` and `mailto:` stay; anything
///   else, such as `javascript:`, becomes `#`.
/// - After a bare `=`: the value is quoted, so that a space cannot start another attribute.
package struct HTML: ExpressibleByStringInterpolation, Sendable, Hashable, CustomStringConvertible {
    package fileprivate(set) var text: String

    package init(stringLiteral value: StaticString) { text = value.description }
    package init(stringInterpolation pieces: Pieces) { text = pieces.text }
    private init(markup: String) { text = markup }

    package static let nothing = HTML(markup: "")

    /// A runtime string, escaped as text.
    package init(_ string: String) { text = Escape.text(string) }

    package var description: String { text }
    package var isEmpty: Bool { text.isEmpty }

    package static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.text + b.text) }

    package static func += (a: inout HTML, b: HTML) { a.text += b.text }

    package struct Pieces: StringInterpolationProtocol {
        var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        package mutating func appendInterpolation(_ markup: HTML) { text += markup.text }

        package mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { text += markup.text }
        }

        package mutating func appendInterpolation(_ number: Int) { append(String(number)) }

        package mutating func appendInterpolation(_ string: String) { append(string) }

        @available(*, unavailable, message: "Say what stands there when it is nil.")
        package mutating func appendInterpolation(_ string: String?) {}

        private mutating func append(_ string: String) {
            switch Escape.place(after: text) {
            case .text: Escape.append(string, to: &text)
            case .address: Escape.append(Escape.safeAddress(string), to: &text)
            case .bareAttribute:
                text += "\""
                Escape.append(string, to: &text)
                text += "\""
            }
        }
    }
}

extension Sequence {
    /// The markup of each element, one after another.
    package func html(_ view: (Element) throws -> HTML) rethrows -> HTML {
        var whole = HTML.nothing
        for element in self { whole.text += try view(element).text }
        return whole
    }
}
