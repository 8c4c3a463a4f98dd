package import Database
package import DatabasePostgres
import DatabaseSQLite
import Foundation
package import Kernel
import Synchronization

/// Databases that last as long as one test.
package enum TestDatabases {
    /// Runs `body` on an empty database with `migrations` applied, and removes the database afterwards.
    @discardableResult
    package static func with<Value>(
        _ engine: Engine, world: World = .test, migrations: [Migration] = [],
        _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        switch engine {
        case .sqlite:
            try await withFolder { folder in
                try await using(SQLiteDatabase(path: folder + "/trust.sqlite", world: world), migrations, body)
            }
        case .postgres:
            try await withSchema { address, schema in
                try await using(
                    PostgresDatabase(
                        address: address, schema: schema, world: world, connections: 4, limits: .patient), migrations,
                    body)
            }
        }
    }

    /// Runs `body` with the path of an empty folder, and removes the folder afterwards.
    package static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "termwise-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path)
    }

    /// Runs `body` with the address of the tests' PostgreSQL server and the name of an empty schema there, and drops
    /// the schema afterwards.
    package static func withSchema<Value>(_ body: (String, String) async throws -> Value) async throws -> Value {
        let (address, schema) = (try server(), "test_" + newName())
        return try await turns.take {
            try await PostgresDatabase.createSchemaIfMissing(schema, at: address)
            let result: Result<Value, any Error>
            do { result = .success(try await body(address, schema)) } catch { result = .failure(error) }
            try await PostgresDatabase.dropSchema(schema, at: address)
            return try result.get()
        }
    }

    /// Runs `body` with the address of a new database made after the pattern of `template`, and drops it afterwards.
    static func withDatabase<Value>(
        from template: String, _ body: (String) async throws -> Value
    ) async throws -> Value {
        let (address, name) = (try server(), "test_" + newName())
        return try await turns.take {
            try await PostgresDatabase.createDatabase(name, from: template, at: address)
            let result: Result<Value, any Error>
            do {
                result = .success(try await body(PostgresDatabase.address(address, of: name)))
            } catch {
                result = .failure(error)
            }
            try await PostgresDatabase.dropDatabase(name, at: address)
            return try result.get()
        }
    }

    static func newName() -> String { UUID().uuidString.lowercased().filter { $0 != "-" } }

    /// - Throws: `NoServer`. Schemas and databases are made and dropped, so only a server on this machine will do.
    static func server() throws -> String {
        guard let address = Engine.postgresAddress, try isHere(address) else { throw NoServer() }
        return address
    }

    package struct NoServer: Error, CustomStringConvertible {
        package let description = "TERMWISE_TEST_POSTGRES does not name a server on this machine."
    }

    /// Tests run all at once; a server has only so many connections.
    private static let turns = Turns(16)

    private static func isHere(_ address: String) throws -> Bool {
        guard let host = try PostgresDatabase.host(in: address), !host.hasPrefix("/") else { return true }
        return ["", "localhost", "127.0.0.1", "::1"].contains(host)
    }

    /// Runs `body` on the database, and closes it however that ends.
    static func using<Value>(
        _ database: any Database, _ migrations: [Migration]? = nil, _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        let result: Result<Value, any Error>
        do {
            if let migrations { try await Migrator(migrations).migrate(database) }
            result = .success(try await body(database))
        } catch {
            result = .failure(error)
        }
        await database.close()
        return try result.get()
    }
}

extension Engine {
    /// SQLite always; PostgreSQL when the test command gave the address of a server.
    package static var available: [Engine] { postgresAddress == nil ? [.sqlite] : [.sqlite, .postgres] }

    package static var postgresAddress: String? {
        ProcessInfo.processInfo.environment["TERMWISE_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension World {
    /// Stands still at a Saturday of the autumn term, or at `TERMWISE_TEST_TODAY`, with which every suite that asked
    /// for this world is run again as next September and in the week the clocks change.
    package static var test: World {
        AskedClock.note()
        let asked = ProcessInfo.processInfo.environment["TERMWISE_TEST_TODAY"].flatMap { Instant($0) }
        return .fixed(asked ?? Instant(milliseconds: 1_795_253_400_000))
    }
}

/// Lets a number of callers in at once; the others wait in the order of coming.
private final class Turns: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(free: count)) }

    func take<Value>(_ work: () async throws -> Value) async throws -> Value {
        await withCheckedContinuation { caller in
            let mayEnter = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiting.append(caller)
                return false
            }
            if mayEnter { caller.resume() }
        }
        defer { leave() }
        return try await work()
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}

extension PostgresLimits {
    /// For tests of promises that hold however busy the machine is; tests of the limits themselves choose their own.
    package static var patient: PostgresLimits {
        var limits = PostgresLimits()
        (limits.statement, limits.lock, limits.wait) = (120_000, 120_000, 120_000)
        return limits
    }
}
