package import Database
import DatabasePostgres
import DatabaseSQLite
package import Kernel

/// Where a trust's data are, as the operator writes it.
package enum DatabaseAddress: Hashable, Sendable {
    case file(String)
    /// `schema` is nil for the one that the address leads to by default.
    case postgres(String, schema: String?)

    /// `postgresql://…#improve.willowbrook.example` is the schema of that host's trust.
    package init(_ text: String) {
        if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
            let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
            self = .postgres(parts[0], schema: parts.count > 1 ? SchemasOfTrusts.schema(parts[1].lowercased()) : nil)
        } else {
            self = .file(text)
        }
    }

    /// - Throws: `WrongSetting` when nothing can be opened there.
    package func open(world: World) throws -> any Database {
        do {
            switch self {
            case .file(let path): return try SQLiteDatabase(path: path, world: world)
            case .postgres(let address, let schema):
                return try PostgresDatabase(address: address, schema: schema, world: world)
            }
        } catch let error as DatabaseError {
            throw WrongSetting("The database cannot be opened. \(error)")
        }
    }
}
