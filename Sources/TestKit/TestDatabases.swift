package import Database
import DatabaseSQLite
import Foundation
package import Kernel

/// Databases that last as long as one test.
package enum TestDatabases {
    /// Runs `body` on an empty database with `migrations` applied, and removes the database afterwards.
    package static func with<Value>(
        _ engine: Engine, world: World = .test, migrations: [Migration] = [],
        _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        switch engine {
        case .sqlite: try await withFile(world, migrations, body)
        case .postgres: try await withFile(world, migrations, body)
        }
    }

    /// Runs `body` with the path of an empty folder, and removes the folder afterwards.
    package static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "termwise-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path)
    }

    private static func withFile<Value>(
        _ world: World, _ migrations: [Migration], _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        try await withFolder { folder in
            try await using(SQLiteDatabase(path: folder + "/trust.sqlite", world: world), migrations, body)
        }
    }

    private static func using<Value>(
        _ database: any Database, _ migrations: [Migration], _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        do {
            try await Migrator(migrations).migrate(database)
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}

extension Engine {
    /// SQLite always; PostgreSQL when the test command gave the address of a server.
    package static var available: [Engine] { [.sqlite] }
}

extension World {
    /// Stands still at a Saturday of the autumn term, or at `TERMWISE_TEST_TODAY`, with which the whole suite is run
    /// as next September and in the week the clocks change.
    package static var test: World {
        let asked = ProcessInfo.processInfo.environment["TERMWISE_TEST_TODAY"].flatMap { Instant($0) }
        return .fixed(asked ?? Instant(milliseconds: 1_795_253_400_000))
    }
}
