import Foundation

/// A state machine over the bytes of `multipart/form-data` (RFC 7578). Holds back at most a delimiter's length.
struct MultipartReader {
    enum Event {
        /// A part begins; `file` is its file name when it has one.
        case part(name: String, file: String?)
        case bytes(ArraySlice<UInt8>)
        case end
    }

    private enum State { case preamble, headers, body, finished }

    private let delimiter: [UInt8]
    private var buffer: [UInt8]
    private var state = State.preamble

    var isFinished: Bool { state == .finished }

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        buffer = Array("\r\n".utf8)
    }

    /// - Throws: `Malformed` when headers are not those of a form's part, or longer than 8 KB.
    mutating func read(_ chunk: [UInt8]) throws -> [Event] {
        buffer += chunk
        var events: [Event] = []
        while let step = try advance(&events), step {}
        return events
    }

    /// - Returns: whether there may be more in the buffer; nil when more bytes are needed.
    private mutating func advance(_ events: inout [Event]) throws -> Bool? {
        switch state {
        case .finished:
            buffer.removeAll()
            return nil
        case .preamble, .body: return passBody(&events)
        case .headers: return try passHeaders(&events)
        }
    }

    private mutating func passBody(_ events: inout [Event]) -> Bool? {
        guard let found = buffer.firstRange(of: delimiter) else {
            let ready = max(0, buffer.count - delimiter.count)
            if state == .body, ready > 0 { events.append(.bytes(buffer[..<ready])) }
            buffer.removeFirst(ready)
            return nil
        }
        guard buffer.count >= found.upperBound + 2 else { return nil }
        if state == .body {
            if found.lowerBound > 0 { events.append(.bytes(buffer[..<found.lowerBound])) }
            events.append(.end)
        }
        let isLast = buffer[found.upperBound] == UInt8(ascii: "-")
        buffer.removeFirst(found.upperBound + 2)
        state = isLast ? .finished : .headers
        return true
    }

    private mutating func passHeaders(_ events: inout [Event]) throws -> Bool? {
        guard let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) else {
            if buffer.count > 8_192 { throw Malformed() }
            return nil
        }
        let text = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
        guard let name = Self.value("name", in: text) else { throw Malformed() }
        events.append(.part(name: name, file: Self.value("filename", in: text)))
        buffer.removeFirst(end.upperBound)
        state = .body
        return true
    }

    private static func value(_ key: String, in headers: String) -> String? {
        guard let start = headers.range(of: "; \(key)=\"", options: .caseInsensitive) else { return nil }
        return String(headers[start.upperBound...].prefix { $0 != "\"" })
    }
}
