package import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation
package import Kernel
import Synchronization

/// A database that is filled once in a run of the tests and copied for each of them. Founding a trust takes hundreds of
/// commits; SQLite's file is copied in a millisecond, and PostgreSQL makes one database after the pattern of another in
/// a fifth of the time that replaying a script into a schema takes.
package final class TestTemplate<Kept: Sendable>: Sendable {
    /// Where the pattern is: the path of a file, or the name of a database of the tests' server.
    private typealias Made = Task<(source: String, kept: Kept), any Error>

    private let fill: @Sendable (Engine) async throws -> (source: String, kept: Kept)
    private let made = Mutex<[Engine: Made]>([:])

    /// - Parameters:
    ///   - world: the clock and lots of the founding; a test has its own.
    ///   - found: fills an empty database, and answers what tests want to know of it.
    package init(world: World, _ found: @escaping @Sendable (any Database) async throws -> Kept) {
        fill = { engine in
            switch engine {
            case .sqlite:
                let path = TestLeftovers.folder + "/\(UUID().uuidString).sqlite"
                return (path, try await Self.filling(SQLiteDatabase(path: path, world: world), found))
            case .postgres:
                let address = try TestDatabases.server()
                let name = "template_" + TestDatabases.newName()
                try await PostgresDatabase.createDatabase(name, at: address)
                let database = try PostgresDatabase(
                    address: PostgresDatabase.address(address, of: name), schema: nil, world: world, connections: 2,
                    limits: .patient)
                return (name, try await Self.filling(database, found))
            }
        }
    }

    /// Runs `body` on a copy, and removes the copy afterwards.
    package func with<Value>(
        _ engine: Engine, world: World, _ body: (any Database, Kept) async throws -> Value
    ) async throws -> Value {
        let (source, kept) = try await pattern(on: engine).value
        return switch engine {
        case .sqlite:
            try await TestDatabases.withFolder { folder in
                let path = folder + "/trust.sqlite"
                try FileManager.default.copyItem(atPath: source, toPath: path)
                return try await TestDatabases.using(SQLiteDatabase(path: path, world: world)) {
                    try await body($0, kept)
                }
            }
        case .postgres:
            try await TestDatabases.withDatabase(from: source) { address in
                let database = try PostgresDatabase(
                    address: address, schema: nil, world: world, connections: 4, limits: .patient)
                return try await TestDatabases.using(database) { try await body($0, kept) }
            }
        }
    }

    private func pattern(on engine: Engine) -> Made {
        made.withLock { made in
            if let task = made[engine] { return task }
            let fill = fill
            let task = Made { try await fill(engine) }
            made[engine] = task
            return task
        }
    }

    private static func filling(
        _ database: any Database, _ found: @Sendable (any Database) async throws -> Kept
    ) async throws -> Kept {
        try await TestDatabases.using(database) { try await found($0) }
    }
}

/// Files that last as long as the tests' program.
enum TestLeftovers {
    static let folder: String = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "termwise-templates-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: TestLeftovers.folder) }
        return folder.path
    }()
}
