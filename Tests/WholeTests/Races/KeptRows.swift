import Database
import Kernel

/// A copy of every table beside it, from which a world is made again after each round in a few milliseconds.
struct KeptRows: Sendable {
    private let tables: [String]
    private let database: any Database

    /// What no verb of the races writes, and what is not counted: the history, work that waits, sessions.
    private static let left = [
        "trail", "job", "schedule", "session", "sign_in_failure", "sign_in_line", "schema_step", "tool_version",
        "tool_level",
        "tool_aspect", "tool_item", "tool_item_origin", "pro_forma_version",
    ]

    init(of database: any Database) async throws {
        let all: SQL =
            database.engine == .postgres
            ? "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        self.database = database
        tables = try await database.write { tx in
            let tables = try tx.rows(all) { try $0[0] as String }.filter { !Self.left.contains($0) }
            try tx.run(script: tables.map { "CREATE TABLE kept_\($0) AS SELECT * FROM \($0)" }.joined(separator: ";"))
            return tables
        }
    }

    /// - Returns: the tables whose rows are other ones than at the beginning.
    func changed() async throws -> Set<String> {
        try await database.read { [tables] tx in
            try Set(tables.filter { try tx.differ($0, "kept_\($0)") || tx.differ("kept_\($0)", $0) })
        }
    }

    /// Makes some tables again as they were.
    func restore(_ changed: Set<String>) async throws {
        let trusting =
            database.engine == .postgres
            ? "SET LOCAL session_replication_role = replica" : "PRAGMA defer_foreign_keys = ON"
        let steps = changed.sorted().flatMap { ["DELETE FROM \($0)", "INSERT INTO \($0) SELECT * FROM kept_\($0)"] }
        try await database.write { tx in try tx.run(script: ([trusting] + steps).joined(separator: ";")) }
    }
}

extension Reading {
    fileprivate func differ(_ one: String, _ other: String) throws -> Bool {
        let sentence = "SELECT 1 FROM (SELECT * FROM \(one) EXCEPT SELECT * FROM \(other)) AS more LIMIT 1"
        return try first(SQL(unchecked: sentence)) { try $0[0] as Int } != nil
    }
}
