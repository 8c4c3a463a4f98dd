import Database
import Foundation
import Kernel

/// Backups are made and read by PostgreSQL's own programs, in pg_dump's custom format.
extension PostgresDatabase {
    package func backUp(to path: String) async throws {
        let part = path + ".part"
        guard !FileManager.default.fileExists(atPath: path) else { throw backupFault("\(path) exists already.") }
        do { try OwnFile.make(at: part) } catch { throw backupFault(OwnFile.whyNotMade(part, error)) }
        defer { try? FileManager.default.removeItem(atPath: part) }
        try await ServerProgram("pg_dump").run(
            ["--format=custom", "--schema=\(place.schema)", "--lock-wait-timeout=10s"] + Self.ofNobody + [
                "--file=\(part)"
            ],
            at: place)
        do {
            try FileManager.default.moveItem(atPath: part, toPath: path)
        } catch {
            throw backupFault("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    /// Brings back the schema that was backed up into `file`, under the same name, whole or not at all.
    /// - Throws: `DatabaseError.failed` when the schema holds anything already, or when the file is damaged or is of
    ///   another schema.
    package static func restore(_ file: String, at address: String, schema: String?) async throws {
        let place = try PostgresPlace(address, schema: schema ?? "public")
        guard FileManager.default.fileExists(atPath: file) else { throw backupFault("There is no file \(file).") }
        try await createSchemaIfMissing(place.schema, at: address)
        guard try await tables(at: place) == 0 else {
            throw backupFault("The schema \(place.schema) is in use already.")
        }
        try await ServerProgram("pg_restore").run(
            ["--dbname=\(try await database(at: place))", "--schema=\(place.schema)"] + ofNobody + [
                "--single-transaction", "--exit-on-error", file,
            ],
            at: place)
        guard try await tables(at: place) > 0 else { throw backupFault("\(file) holds nothing of \(place.schema).") }
    }

    /// The role that restores owns what is restored.
    private static let ofNobody = ["--no-owner", "--no-privileges"]

    private static func tables(at place: PostgresPlace) async throws -> Int {
        try await once(at: place, .reading) { connection in
            var count = 0
            _ = try connection.run(
                """
                SELECT COUNT(*) FROM pg_catalog.pg_class AS c
                JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = \(place.schema)
                """
            ) { count = try $0[0] }
            return count
        }
    }

    private static func database(at place: PostgresPlace) async throws -> String {
        try await once(at: place, .reading) { connection in
            var name = ""
            _ = try connection.run("SELECT CAST(current_database() AS TEXT)") { name = try $0[0] }
            return name
        }
    }
}

func backupFault(_ sentence: String) -> DatabaseError { .failed(code: "backup", message: sentence, sql: "") }
