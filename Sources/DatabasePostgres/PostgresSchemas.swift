import CPostgres
import Database

/// On a server with many trusts, each is a schema.
extension PostgresDatabase {
    package static func createSchemaIfMissing(_ schema: String, at address: String) async throws {
        let place = try PostgresPlace(address, schema: schema)
        try await once(at: place, .writing) { try $0.run(script: "CREATE SCHEMA IF NOT EXISTS \(place.quotedSchema)") }
    }

    /// The schemas that Termwise has made tables in, in the order of their names.
    package static func schemas(at address: String) async throws -> [String] {
        let place = try PostgresPlace(address, schema: "public")
        let names = try await once(at: place, .reading) { connection in
            var names: [String] = []
            _ = try connection.run(
                """
                SELECT CAST(n.nspname AS TEXT) FROM pg_catalog.pg_class AS c
                JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relname = 'schema_step' AND c.relkind IN ('r', 'p')
                """
            ) { names.append(try $0[0]) }
            return names
        }
        return names.filter(PostgresPlace.isSchema).sorted()
    }

    /// Removes the schema with everything in it. For tests, and for a trust that has left.
    package static func dropSchema(_ schema: String, at address: String) async throws {
        let place = try PostgresPlace(address, schema: schema)
        try await once(at: place, .writing) {
            try $0.run(script: "DROP SCHEMA IF EXISTS \(place.quotedSchema) CASCADE")
        }
    }

    /// The host that `address` names; nil when it leaves that to libpq, which then takes the local socket.
    package static func host(in address: String) throws -> String? {
        try PostgresPlace.options(in: address).first { $0.word == "host" }?.value
    }

    static func once<Value: Sendable>(
        at place: PostgresPlace, _ kind: TransactionKind, _ work: @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        let session = Session(place, PostgresLimits())
        do {
            let value = try await session.transact(kind, work)
            await session.disconnect()
            return value
        } catch {
            await session.disconnect()
            throw error
        }
    }
}
