import CPostgres
import Database
import Foundation

/// An answer that libpq holds whole. Values come as text; the column's type says how to read them.
final class PostgresCursor: Cursor {
    private let answer: OpaquePointer?
    private let kinds: [Kind]
    private let count: Int32
    private var row: Int32 = -1

    private enum Kind {
        case integer, real, text, truth, other
    }

    init(_ answer: OpaquePointer?) {
        self.answer = answer
        count = PQntuples(answer)
        kinds = (0..<PQnfields(answer)).map { Self.kind(of: PQftype(answer, $0)) }
    }

    func advance() -> Bool {
        row += 1
        return row < count
    }

    /// How many rows the sentence wrote; 0 when it only asked.
    var written: Int {
        let command = PQcmdStatus(answer).map { String(cString: $0) } ?? ""
        guard !command.hasPrefix("SELECT") else { return 0 }
        return PQcmdTuples(answer).flatMap { Int(String(cString: $0)) } ?? 0
    }

    func isNull(_ column: Int) -> Bool { PQgetisnull(answer, row, Int32(column)) == 1 }

    func integer(_ column: Int) -> Int64? {
        guard let bytes = bytes(column) else { return nil }
        switch kinds[column] {
        case .integer, .real: return Self.integer(bytes)
        // EXISTS and comparisons are whole numbers to SQLite.
        case .truth: return bytes.first == 0x74 ? 1 : 0
        case .text, .other: return nil
        }
    }

    func real(_ column: Int) -> Double? {
        guard !isNull(column), kinds[column] == .integer || kinds[column] == .real,
            let start = PQgetvalue(answer, row, Int32(column))
        else { return nil }
        return strtod(start, nil)
    }

    func text(_ column: Int) -> String? {
        guard kinds[column] == .text, let bytes = bytes(column) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Returns: nil for null.
    private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        guard !isNull(column), let start = PQgetvalue(answer, row, Int32(column)) else { return nil }
        let count = Int(PQgetlength(answer, row, Int32(column)))
        return UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// - Returns: nil when `bytes` is not a whole number, or one too large.
    private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        Int64(Substring(decoding: bytes, as: UTF8.self))
    }

    /// The numbers are PostgreSQL's own and never change: `SELECT oid, typname FROM pg_type`.
    private static func kind(of oid: Oid) -> Kind {
        switch oid {
        case 20, 21, 23, 26: .integer
        case 700, 701, 1700: .real
        case 25, 1042, 1043, 18, 19, 705: .text
        case 16: .truth
        default: .other
        }
    }
}
