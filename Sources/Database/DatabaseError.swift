/// What can go wrong below the rules, in the same words for both engines.
package enum DatabaseError: Error, Sendable, CustomStringConvertible {
    /// A UNIQUE or PRIMARY KEY constraint was broken. `detail` is the engine's own text.
    case unique(detail: String)
    /// A FOREIGN KEY was broken.
    case foreignKey(detail: String)
    /// A CHECK or NOT NULL was broken.
    case check(detail: String)
    /// Another transaction was in the way and retries did not help; the caller may try again.
    case busy(detail: String)
    /// The database cannot be reached, or was closed.
    case unavailable(detail: String)
    /// The disk, or the place that the database may take on it, is full; nothing of the transaction remains.
    case full(detail: String)
    /// A column does not hold what the program expects: a mistake of ours.
    case unreadable(column: Int, as: String)
    /// Anything else: `code` is SQLSTATE or SQLite's extended result code.
    case failed(code: String, message: String, sql: String)

    package var description: String {
        switch self {
        case .unique(let detail): "unique: \(detail)"
        case .foreignKey(let detail): "foreign key: \(detail)"
        case .check(let detail): "check: \(detail)"
        case .busy(let detail): "busy: \(detail)"
        case .unavailable(let detail): "unavailable: \(detail)"
        case .full(let detail): "no room: \(detail)"
        case .unreadable(let column, let type): "column \(column) is not readable as \(type)"
        case .failed(let code, let message, let sql): "\(code): \(message)" + (sql.isEmpty ? "" : " in: \(sql)")
        }
    }
}
