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

    /// Makes a database of the server that `address` names, as a copy of `template` when given. For tests.
    package static func createDatabase(_ name: String, from template: String? = nil, at address: String) async throws {
        let pattern = template.map { ["--template=\($0)"] } ?? []
        try await ServerProgram("createdb").run(pattern + [name], at: PostgresPlace(address, schema: "public"))
    }

    /// For tests.
    package static func dropDatabase(_ name: String, at address: String) async throws {
        try await ServerProgram("dropdb").run(["--force", name], at: PostgresPlace(address, schema: "public"))
    }

    /// `address`, but for another database of its server.
    package static func address(_ address: String, of database: String) throws -> String {
        let words = try PostgresPlace.options(in: address).filter { $0.word != "dbname" }.map { ($0.word, $0.value) }
        return (words + [("dbname", database)]).map { word, value in
            word + "='" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
        }.joined(separator: " ")
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
