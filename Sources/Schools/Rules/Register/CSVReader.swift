/// Reads CSV (RFC 4180) from pieces of a file of any size and keeps one row at a time.
///
/// Rows end with LF, CRLF or CR; a line break or separator within quotation marks belongs to the field, and two quotation
/// marks there are one. A quotation mark that does not open its field is an ordinary character. Blank lines are
/// skipped.
package struct CSVReader {
    private enum State { case fieldStart, plain, quoted, quoteInQuoted }

    /// No row of a register comes near this; a mark that is never closed would gather the rest of the file.
    package static let longestRow = 1 << 20

    private var state = State.fieldStart
    private var record = CSVRecord()
    private var line = 1
    private var followsReturn = false
    private var opening = RegisterOpening()
    private var quoteLine = 1
    private let separator: UInt8
    private var sawFeed = false

    /// - Parameter separator: what stands between two fields.
    package init(separator: UInt8 = Byte.comma) { self.separator = separator }

    /// - Throws: what `body` throws, or `RegisterUnreadable` for a file that is no text and for a row without an end.
    package mutating func read(_ piece: [UInt8], _ body: (CSVRecord) throws -> Void) throws {
        guard let bytes = try opening.pass(piece) else { return }
        try take(bytes[...], body)
        try checkLength()
    }

    /// Hands over the last row when no line end follows it.
    package mutating func finish(_ body: (CSVRecord) throws -> Void) throws {
        if let rest = try opening.finish() { try take(rest[...], body) }
        guard state != .quoted else { throw unclosed }
        if state != .fieldStart || !record.ends.isEmpty { try endRow(body) }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, _ body: (CSVRecord) throws -> Void) throws {
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if state == .plain || state == .quoted { at = gather(bytes, from: at) }
            if at < bytes.endIndex { try step(bytes[at], body) }
            at += 1
        }
    }

    /// Takes the bytes that cannot change the state in one go; almost all of a file passes here.
    private mutating func gather(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        var end = start
        if state == .quoted {
            while end < bytes.endIndex, bytes[end] != Byte.quote {
                if bytes[end] == Byte.feed { line += 1 }
                end += 1
            }
        } else {
            while end < bytes.endIndex, bytes[end] != separator, bytes[end] != Byte.feed, bytes[end] != Byte.return {
                end += 1
            }
        }
        record.bytes.append(contentsOf: bytes[start..<end])
        return end
    }

    private mutating func step(_ byte: UInt8, _ body: (CSVRecord) throws -> Void) throws {
        let feedOfReturn = followsReturn && byte == Byte.feed
        if byte == Byte.feed { sawFeed = true }
        if followsReturn, !sawFeed { record.isMac = true }
        followsReturn = false
        switch (state, byte) {
        case (.fieldStart, Byte.feed) where feedOfReturn:
            break
        case (.quoted, _):
            state = .quoteInQuoted
        case (.fieldStart, Byte.quote):
            (state, quoteLine) = (.quoted, line)
        case (.quoteInQuoted, Byte.quote):
            record.bytes.append(byte)
            state = .quoted
        case (_, separator):
            record.ends.append(record.bytes.count)
            state = .fieldStart
        case (_, Byte.feed), (_, Byte.return):
            followsReturn = byte == Byte.return
            try endRow(body)
        default:
            record.bytes.append(byte)
            state = .plain
        }
    }

    private mutating func endRow(_ body: (CSVRecord) throws -> Void) throws {
        record.ends.append(record.bytes.count)
        state = .fieldStart
        line += 1
        if !record.isBlank { try body(record) }
        record.restart(at: line)
    }

    private func checkLength() throws {
        if record.bytes.count > CSVReader.longestRow { throw unclosed }
    }

    private var unclosed: RegisterUnreadable {
        RegisterUnreadable("The quotation mark opened on line \(quoteLine) is never closed.")
    }
}

package enum Byte {
    static let quote: UInt8 = 0x22
    package static let comma: UInt8 = 0x2c
    static let semicolon: UInt8 = 0x3b
    static let tab: UInt8 = 0x09
    static let feed: UInt8 = 0x0a
    static let `return`: UInt8 = 0x0d
}
