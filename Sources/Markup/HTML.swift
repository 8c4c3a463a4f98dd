/// Markup as a type. Only literals in the source are markup; every runtime string is escaped for the place it stands in.
///
///     let row: HTML = "<a href=\"\(school.address)\" title=\"\(school.name)\">\(school.name)</a>"
///
/// - Text and quoted attributes: `& < > " '` become references.
/// - In `href`, `src`, `action` and their kin: only addresses of this site, `https:`, `http:` and `mailto:` stay;
///   anything else, such as `javascript:`, becomes `#`. After `?name=` or `&name=` the string is percent-encoded.
/// - After a bare `=`: the value is quoted, so that a space cannot start another attribute.
/// - Where a tag expects a name: everything but letters, digits, `-`, `.` and `_` is dropped.
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

        /// Digits are safe in every place, so a number is never quoted.
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }

        package mutating func appendInterpolation(_ string: String) { append(string) }

        @available(*, unavailable, message: "Say what stands there when it is nil.")
        package mutating func appendInterpolation(_ string: String?) {}

        private mutating func append(_ string: String) {
            switch Place.after(text) {
            case .text, .quoted: Escape.append(string, to: &text)
            case .name: text += Escape.name(string)
            case .bare:
                text += "\""
                Escape.append(string, to: &text)
                text += "\""
            case .address(let sofar, let isQuoted): append(address: string, after: sofar, isQuoted: isQuoted)
            }
        }

        /// The whole address is judged, not its last piece, so that two harmless pieces cannot make a scheme or a host.
        private mutating func append(address string: String, after sofar: String, isQuoted: Bool) {
            if !isQuoted { text += "\"" }
            if sofar.last == "=", sofar.contains("?") {
                text += Escape.queryValue(string)
            } else if Escape.isSafe(address: sofar + string) {
                Escape.append(string, to: &text)
            } else if sofar.isEmpty {
                text += "#"
            }
            if !isQuoted { text += "\"" }
        }
    }
}

extension HTML {
    /// `markup` or nothing: `<option\(.when(isChosen, " selected"))>`.
    package static func when(_ condition: Bool, _ markup: @autoclosure () -> HTML) -> HTML {
        condition ? markup() : .nothing
    }

    /// ` name="value"` with its leading space, or nothing when there is no value.
    package static func attribute(_ name: StaticString, _ value: String?) -> HTML {
        guard let value else { return .nothing }
        var pieces = Pieces(literalCapacity: 24, interpolationCount: 1)
        pieces.appendLiteral(" ")
        pieces.appendLiteral(name)
        pieces.appendLiteral("=\"")
        pieces.appendInterpolation(value)
        pieces.appendLiteral("\"")
        return HTML(stringInterpolation: pieces)
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
