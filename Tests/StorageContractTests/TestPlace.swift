import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation
import Kernel
import TestKit

/// Where a test keeps a database that it opens more than once.
struct TestPlace: Sendable {
    let engine: Engine
    /// An empty folder, for backups.
    let folder: String
    /// The file, or the schema.
    let name: String

    static let connections = 3

    static func with(_ engine: Engine, _ body: (TestPlace) async throws -> Void) async throws {
        try await TestDatabases.withFolder { folder in
            switch engine {
            case .sqlite:
                try await body(TestPlace(engine: engine, folder: folder, name: folder + "/deep/in/trust.sqlite"))
            case .postgres:
                try await TestDatabases.withSchema { _, schema in
                    try await body(TestPlace(engine: engine, folder: folder, name: schema))
                }
            }
        }
    }

    /// Opens the database, with a shelf in it, for as long as `body` runs.
    func open<Value>(_ body: (any Database) async throws -> Value) async throws -> Value {
        let database = try make()
        let result: Result<Value, any Error>
        do {
            try await Migrator([Shelf.schema]).migrate(database)
            result = .success(try await body(database))
        } catch {
            result = .failure(error)
        }
        await database.close()
        return try result.get()
    }

    func make() throws -> any Database {
        switch engine {
        case .sqlite: try SQLiteDatabase(path: name, world: .test)
        case .postgres:
            try PostgresDatabase(
                address: address, schema: name, world: .test, connections: Self.connections, limits: .patient)
        }
    }

    func restore(_ file: String, marking script: String = "") async throws {
        switch engine {
        case .sqlite: try await SQLiteDatabase.restore(file, to: name, marking: script)
        case .postgres: try await PostgresDatabase.restore(file, at: address, schema: name, marking: script)
        }
    }

    func wipe() async throws {
        switch engine {
        case .sqlite: for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: name + end) }
        case .postgres: try await PostgresDatabase.dropSchema(name, at: address)
        }
    }

    private var address: String { Engine.postgresAddress ?? "" }
}
