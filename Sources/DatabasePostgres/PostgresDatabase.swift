package import Database
package import Kernel

/// A trust's database in one schema of a PostgreSQL server, reached by a few connections over libpq.
///
/// Text sorts by the rules of the server's database: make it with the locale `C.UTF-8` if lists are to be in the same
/// order as on SQLite. An integer goes to the server as bigint, a fraction as double precision, everything else as text.
package final class PostgresDatabase: Database {
    package let engine = Engine.postgres
    package let world: World
    package let counts = StatementCounts()
    let place: PostgresPlace
    private let pool: SessionPool
    private let lastFull = LastFull()

    /// Connects when it is first used.
    /// - Parameters:
    ///   - address: a connection string or URI of libpq.
    ///   - schema: `public` when nil; nothing outside it is ever seen.
    /// - Throws: `DatabaseError.failed` when the address or the name of the schema cannot be one.
    package init(
        address: String, schema: String?, world: World, connections: Int = 8, limits: PostgresLimits = PostgresLimits()
    ) throws {
        place = try PostgresPlace(address, schema: schema ?? "public")
        pool = SessionPool(place, limits, count: connections)
        self.world = world
    }

    package func read<Value: Sendable>(_ work: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
        try await transact(.reading) { [world, counts] connection in
            try work(Reading(connection, at: world.now(), counts: counts))
        }
    }

    package func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value
    {
        try await lastFull.noting(in: world) {
            try await transact(.writing) { [world, counts] connection in
                try work(Transaction(connection, world: world, counts: counts))
            }
        }
    }

    /// The server's disk cannot be looked at from here.
    package func checkRoom() async throws { try lastFull.check(in: world) }

    package func close() async { await pool.close() }

    /// How many transactions wait for a connection.
    package var waiting: Int { pool.waiting }

    func transact<Value: Sendable>(
        _ kind: TransactionKind, _ work: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.lend { try await $0.transact(kind, work) }
        } catch DatabaseError.busy where pool.isClosed {
            throw SessionPool.closed
        }
    }
}
