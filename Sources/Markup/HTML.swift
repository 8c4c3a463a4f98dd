/// Markup as a type. Only literals in the source are markup; every runtime string is escaped for the place it stands in.
///
///     let row: HTML = "<a href=\"\(school.address)\" title=\"\(school.name)\">\(school.name)</a>"
///
/// - Text and quoted attributes: `& < > " '` become references. In text, words of another direction keep to themselves
///   (`Written`).
/// - In `href`, `src`, `action` and their kin: only addresses of this site, `https:`, `http:`, `mailto:` and `webcal:` stay;
///   anything else, such as `javascript:`, becomes `#`. After `?name=` or `&name=` the string is percent-encoded.
/// - After a bare `=`: the value is quoted, so that a space cannot start another attribute.
/// - Where a tag expects a name: everything but letters, digits, `-`, `.` and `_` is dropped.
package struct HTML: ExpressibleByStringInterpolation, Sendable, Hashable, CustomStringConvertible {
    /// In UTF-8, as it is sent: a page is put together from thousands of pieces, and bytes are copied as they are.
    package fileprivate(set) var bytes: [UInt8]

    package init(stringLiteral value: StaticString) { bytes = value.withUTF8Buffer { Array($0) } }
    package init(stringInterpolation pieces: Pieces) { bytes = pieces.bytes }
    private init(markup: [UInt8]) { bytes = markup }

    package static let nothing = HTML(markup: [])

    /// Stands for an id that is drawn anew each time the page is sent. Its byte is in no text of UTF-8, so nothing that
    /// somebody typed can be taken for it.
    package static let drawn = HTML(markup: [drawnByte])

    private static let drawnByte: UInt8 = 0xff

    /// The page as it is sent, with an id of its own in each place of `drawn`.
    package func bytes(drawing id: () -> String) -> [UInt8] {
        guard bytes.contains(Self.drawnByte) else { return bytes }
        return bytes.reduce(into: []) { sent, byte in
            if byte == Self.drawnByte { sent += id().utf8 } else { sent.append(byte) }
        }
    }

    /// A runtime string, escaped as text.
    package init(_ string: String) {
        bytes = []
        Written.append(string, to: &bytes)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var description: String { text }
    package var isEmpty: Bool { bytes.isEmpty }

    package static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.bytes + b.bytes) }

    package static func += (a: inout HTML, b: HTML) { a.bytes += b.bytes }

    package struct Pieces: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ markup: HTML) { bytes += markup.bytes }

        package mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { bytes += markup.bytes }
        }

        /// Digits are safe in every place, so a number is never quoted.
        package mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }

        package mutating func appendInterpolation(_ string: String) { append(string) }

        @available(*, unavailable, message: "Say what stands there when it is nil.")
        package mutating func appendInterpolation(_ string: String?) {}

        private mutating func append(_ string: String) {
            switch Place.after(bytes) {
            case .text: Written.append(string, to: &bytes)
            case .quoted: Escape.append(string, to: &bytes)
            case .name: bytes += Escape.name(string).utf8
            case .bare: quoting { Escape.append(string, to: &$0) }
            case .address(let sofar, isQuoted: true): Self.append(address: string, after: sofar, to: &bytes)
            case .address(let sofar, isQuoted: false): quoting { Self.append(address: string, after: sofar, to: &$0) }
            }
        }

        private mutating func quoting(_ write: (inout [UInt8]) -> Void) {
            bytes.append(UInt8(ascii: "\""))
            write(&bytes)
            bytes.append(UInt8(ascii: "\""))
        }

        /// The whole address is judged, not its last piece, so that two harmless pieces cannot make a scheme or a host.
        private static func append(address string: String, after sofar: String, to bytes: inout [UInt8]) {
            if sofar.utf8.last == UInt8(ascii: "="), sofar.utf8.contains(UInt8(ascii: "?")) {
                bytes += Escape.queryValue(string).utf8
            } else if Escape.isSafe(address: sofar.isEmpty ? string : sofar + string) {
                Escape.append(string, to: &bytes)
            } else if sofar.isEmpty {
                bytes.append(UInt8(ascii: "#"))
            }
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
        for element in self { whole.bytes += try view(element).bytes }
        return whole
    }
}
