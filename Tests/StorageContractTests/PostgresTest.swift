import Database
import DatabasePostgres
import Kernel
import TestKit

/// A database on the tests' server with the limits that a test of faults wants.
enum PostgresTest {
    static func with(
        connections: Int = 3, limits: PostgresLimits = .patient,
        _ body: (PostgresDatabase) async throws -> Void
    ) async throws {
        try await TestDatabases.withSchema { address, schema in
            let unlimited = try PostgresDatabase(address: address, schema: schema, world: .test, connections: 1)
            try await Migrator([Shelf.schema]).migrate(unlimited)
            await unlimited.close()
            let database = try PostgresDatabase(
                address: address, schema: schema, world: .test, connections: connections, limits: limits)
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(database))
            } catch {
                result = .failure(error)
            }
            await database.close()
            try result.get()
        }
    }
}
