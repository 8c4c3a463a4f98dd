import Foundation

/// A state machine over the bytes of `multipart/form-data` (RFC 7578). Holds back at most a delimiter's length, or the
/// beginning of a part's headers, and looks at each byte a fixed number of times, however it is cut into pieces.
struct MultipartReader {
    enum Event {
        /// A part begins; `file` is its file name when it has one.
        case part(name: String, file: String?)
        case bytes(ArraySlice<UInt8>)
        case end
    }

    private enum State { case preamble, headers, body, finished }

    /// Its first byte, a carriage return, stands nowhere else in it.
    private let delimiter: [UInt8]
    private static let endOfHeaders = Array("\r\n\r\n".utf8)
    private static let mostOfHeaders = 8_192
    private var buffer: [UInt8]
    /// What lies before this was passed on.
    private var start = 0
    /// In what lies before this no delimiter begins.
    private var searched = 0
    private var state = State.preamble

    var isFinished: Bool { state == .finished }

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        buffer = Array("\r\n".utf8)
    }

    /// - Throws: `Malformed` when headers are not those of a form's part, or longer than 8 KB.
    mutating func read(_ chunk: some Collection<UInt8>) throws -> [Event] {
        buffer += chunk
        var events: [Event] = []
        while try advance(&events) {}
        buffer = Array(buffer[start...])
        (searched, start) = (searched - start, 0)
        return events
    }

    /// - Returns: whether there may be more in the buffer.
    private mutating func advance(_ events: inout [Event]) throws -> Bool {
        switch state {
        case .finished:
            pass(buffer.count)
            return false
        case .preamble, .body: return passBody(&events)
        case .headers: return try passHeaders(&events)
        }
    }

    private mutating func passBody(_ events: inout [Event]) -> Bool {
        guard let found = find(delimiter) else {
            passOn(searched, &events)
            return false
        }
        let after = found + delimiter.count
        guard buffer.count >= after + 2 else {
            passOn(found, &events)
            return false
        }
        passOn(found, &events)
        if state == .body { events.append(.end) }
        state = buffer[after] == UInt8(ascii: "-") ? .finished : .headers
        pass(after + 2)
        return true
    }

    private mutating func passHeaders(_ events: inout [Event]) throws -> Bool {
        guard let end = find(Self.endOfHeaders) else {
            if buffer.count - start > Self.mostOfHeaders { throw Malformed() }
            return false
        }
        guard end - start <= Self.mostOfHeaders else { throw Malformed() }
        let text = String(decoding: buffer[start..<end], as: UTF8.self)
        guard let name = Self.value("name", in: text), !text.utf8.contains(0) else { throw Malformed() }
        events.append(.part(name: name, file: Self.value("filename", in: text)))
        pass(end + Self.endOfHeaders.count)
        state = .body
        return true
    }

    private mutating func passOn(_ end: Int, _ events: inout [Event]) {
        if state == .body, end > start { events.append(.bytes(buffer[start..<end])) }
        pass(end)
    }

    private mutating func pass(_ place: Int) { (start, searched) = (place, max(place, searched)) }

    /// Where `wanted` stands whole; `searched` goes on to where it may yet begin.
    private mutating func find(_ wanted: [UInt8]) -> Int? {
        let found = buffer.withUnsafeBytes { bytes -> (place: Int, isWhole: Bool) in
            var place = max(start, searched)
            guard let first = bytes.baseAddress else { return (0, false) }
            while let next = memchr(first + place, Int32(wanted[0]), bytes.count - place) {
                place = UnsafeRawPointer(next) - first
                let length = min(wanted.count, bytes.count - place)
                if memcmp(first + place, wanted, length) == 0 { return (place, length == wanted.count) }
                place += 1
            }
            return (bytes.count, false)
        }
        searched = found.place
        return found.isWhole ? found.place : nil
    }

    private static func value(_ key: String, in headers: String) -> String? {
        guard let start = headers.range(of: "; \(key)=\"", options: .caseInsensitive) else { return nil }
        return String(headers[start.upperBound...].prefix { $0 != "\"" })
    }
}
