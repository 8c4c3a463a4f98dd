import Database
import GRDBSQLite

import class GRDB.DatabasePool

/// Does `work` with GRDB and says its errors in the seam's words.
func inOurWords<Value>(_ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let error as HandleError {
        throw DatabaseError(
            sqlite: error.extendedResultCode.rawValue, error.message ?? error.description, in: error.sql ?? "")
    }
}

extension DatabaseError {
    /// - Parameter code: SQLite's extended result code.
    init(sqlite code: Int32, _ message: String, in sql: String) {
        switch (code & 0xff, code >> 8) {
        case (SQLITE_CONSTRAINT, 6), (SQLITE_CONSTRAINT, 8), (SQLITE_CONSTRAINT, 10): self = .unique(detail: message)
        case (SQLITE_CONSTRAINT, 3): self = .foreignKey(detail: message)
        // ON DELETE RESTRICT is a trigger to SQLite, and only its sentence tells it from RAISE.
        case (SQLITE_CONSTRAINT, 7) where message.contains("FOREIGN KEY"): self = .foreignKey(detail: message)
        case (SQLITE_CONSTRAINT, 1), (SQLITE_CONSTRAINT, 5), (SQLITE_CONSTRAINT, 12): self = .check(detail: message)
        case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): self = .busy(detail: message)
        // The second is the file beside the log that readers share: it is made as large as the disk allows.
        case (SQLITE_FULL, _), (SQLITE_IOERR, 19): self = .full(detail: message)
        case (SQLITE_CANTOPEN, _): self = .unavailable(detail: message)
        default: self = .failed(code: String(code), message: message, sql: sql)
        }
    }
}
