import Database
import GRDBSQLite

import class GRDB.Statement

/// One SQLite connection while a transaction holds it. Sentences come from GRDB's cache of prepared statements; rows
/// are read straight from SQLite's own memory, each text copied once.
final class SQLiteConnection: Connection {
    private let handle: Handle
    /// The first thing that went wrong in this transaction; nothing can be done in it any more.
    private(set) var fault: DatabaseError?
    private(set) var steps = 0

    init(_ handle: Handle) { self.handle = handle }

    func run(_ sql: SQL, _ visit: (borrowing Row) throws -> Void) throws -> Int {
        let text = sql.text(numberedWith: "?")
        let statement = try remembering { try prepared(text, values: sql.bindings.count) }
        let pointer = statement.sqliteStatement
        defer {
            steps += Int(sqlite3_stmt_status(pointer, SQLITE_STMTSTATUS_VM_STEP, 1))
            sqlite3_reset(pointer)
            sqlite3_clear_bindings(pointer)
            // One that is not in the cache would otherwise end as soon as its pointer has been taken.
            withExtendedLifetime(statement) {}
        }
        try bind(sql.bindings, to: pointer, text)
        let before = sqlite3_total_changes64(handle.sqliteConnection)
        let cursor = SQLiteCursor(pointer)
        while try remembering({ try step(pointer, text) }) { try visit(Row(cursor)) }
        guard sqlite3_total_changes64(handle.sqliteConnection) != before else { return 0 }
        return Int(sqlite3_changes64(handle.sqliteConnection))
    }

    /// Runs one of the sentences that open and end transactions, whatever went wrong in between.
    func mark(_ sentence: String) throws {
        try inOurWords { try handle.cachedStatement(sql: sentence).execute() }
    }

    func run(script: String) throws {
        try remembering { try inOurWords { try handle.execute(sql: script) } }
    }

    private func remembering<Value>(_ work: () throws -> Value) throws -> Value {
        if let fault { throw fault }
        do {
            return try work()
        } catch {
            fault = error as? DatabaseError
            throw error
        }
    }

    /// Whether something written waits for a deferred foreign key to be satisfied.
    var owesForeignKeys: Bool {
        var owed: Int32 = 0
        var highest: Int32 = 0
        sqlite3_db_status(handle.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &owed, &highest, 0)
        return owed != 0
    }

    /// A sentence with more values than this is a list of a length known only at run time; kept, each length would stay
    /// in memory for ever.
    private static let mostValuesKept = 40

    /// A statement that is being stepped cannot be lent twice, so the same sentence asked again from inside its own
    /// visit is prepared anew.
    private func prepared(_ text: String, values: Int) throws -> Statement {
        try inOurWords {
            guard values <= Self.mostValuesKept else { return try handle.makeStatement(sql: text) }
            let cached = try handle.cachedStatement(sql: text)
            guard sqlite3_stmt_busy(cached.sqliteStatement) != 0 else { return cached }
            return try handle.makeStatement(sql: text)
        }
    }

    private func bind(_ bindings: [Binding], to pointer: OpaquePointer, _ text: String) throws {
        for (index, binding) in bindings.enumerated() {
            if let refusal = binding.refusal { throw refusal }
            let place = Int32(index + 1)
            let code =
                switch binding {
                case .null: sqlite3_bind_null(pointer, place)
                case .integer(let value): sqlite3_bind_int64(pointer, place, value)
                case .real(let value): sqlite3_bind_double(pointer, place, value)
                case .text(let value): bind(value, to: pointer, place)
                }
            guard code == SQLITE_OK else { throw fault(code, text) }
        }
    }

    private func bind(_ value: String, to pointer: OpaquePointer, _ place: Int32) -> Int32 {
        var value = value
        return value.withUTF8 { bytes in
            let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            guard let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            else { return sqlite3_bind_text(pointer, place, "", 0, copied) }
            return sqlite3_bind_text(pointer, place, start, Int32(clamping: bytes.count), copied)
        }
    }

    /// - Returns: whether there is a row.
    private func step(_ pointer: OpaquePointer, _ text: String) throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw fault(code, text)
        }
    }

    private func fault(_ code: Int32, _ text: String) -> DatabaseError {
        let message = sqlite3_errmsg(handle.sqliteConnection).map { String(cString: $0) } ?? ""
        return DatabaseError(sqlite: code, message, in: text)
    }
}

private final class SQLiteCursor: Cursor {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { self.statement = statement }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int64? {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_INTEGER else { return nil }
        return sqlite3_column_int64(statement, Int32(column))
    }

    func real(_ column: Int) -> Double? {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_FLOAT, SQLITE_INTEGER: sqlite3_column_double(statement, Int32(column))
        default: nil
        }
    }

    func text(_ column: Int) -> String? {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_TEXT,
            let start = sqlite3_column_text(statement, Int32(column))
        else { return nil }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}
