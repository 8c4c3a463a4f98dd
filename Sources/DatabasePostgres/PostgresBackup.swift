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
    ///
    /// `pg_restore` writes the sentences, and `psql` runs them with `script` in one transaction: a schema that is served
    /// already is never seen without it.
    ///
    /// - Throws: `DatabaseError.failed` when the schema holds anything already, or when the file is damaged or is of
    ///   another schema; `full`.
    package static func restore(
        _ file: String, at address: String, schema: String?, marking script: String
    ) async throws {
        let place = try PostgresPlace(address, schema: schema ?? "public")
        guard FileManager.default.fileExists(atPath: file) else { throw backupFault("There is no file \(file).") }
        try await createSchemaIfMissing(place.schema, at: address)
        guard try await tables(at: place) == 0 else {
            throw backupFault("The schema \(place.schema) is in use already.")
        }
        try await withSentences(of: file, at: place) { sentences in
            let marking = script.isEmpty ? [] : ["--command=SET search_path = \(place.quotedSchema); \(script)"]
            try await ServerProgram("psql").run(
                [
                    "--no-psqlrc", "--quiet", "--output=/dev/null", "--single-transaction", "--set=ON_ERROR_STOP=1",
                    "--dbname=\(try await database(at: place))", "--file=\(sentences)",
                ] + marking, at: place)
        }
    }

    /// Lets `pg_restore` write the backup's sentences into a file that only this user can read, which then goes.
    private static func withSentences(
        of file: String, at place: PostgresPlace, _ body: (String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("termwise-restore-XXXXXX").path
        var name = Array(folder.utf8CString)
        guard mkdtemp(&name) != nil else { throw backupFault("\(folder) cannot be made.") }
        let made = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: made) }
        let sentences = made + "/sentences.sql"
        try await ServerProgram("pg_restore").run(
            ["--schema=\(place.schema)"] + ofNobody + ["--exit-on-error", "--file=\(sentences)", file], at: place)
        let text = try FileHandle(forReadingFrom: URL(fileURLWithPath: sentences))
        defer { try? text.close() }
        guard try holdsTables(text) else { throw backupFault("\(file) holds nothing of \(place.schema).") }
        try await body(sentences)
    }

    /// - Parameter text: what `pg_restore` wrote: every backup of ours makes tables in its first part.
    private static func holdsTables(_ text: FileHandle) throws -> Bool {
        String(decoding: try text.read(upToCount: 1_000_000) ?? Data(), as: UTF8.self).contains("CREATE TABLE ")
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

/// Whether a message of the server or of one of its programs means that a disk is full.
func saysNoRoom(_ message: String) -> Bool { message.contains(String(cString: strerror(ENOSPC))) }

func backupFault(_ sentence: String) -> DatabaseError { .failed(code: "backup", message: sentence, sql: "") }
