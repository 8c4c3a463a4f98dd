import CPostgres
import Database

/// Where a trust's tables are: a server and database, and the schema in it.
struct PostgresPlace: Sendable {
    /// A connection string or URI, as libpq reads it.
    let address: String
    let schema: String

    /// - Throws: `DatabaseError.failed` when either cannot be what it says.
    init(_ address: String, schema: String) throws {
        guard Self.isSchema(schema) else {
            throw DatabaseError.failed(code: "3F000", message: "“\(schema)” cannot name a schema.", sql: "")
        }
        _ = try Self.options(in: address)
        self.address = address
        self.schema = schema
    }

    /// Small letters, digits and underscores, so that a name means the same with and without quotes and to pg_dump,
    /// which would take other characters for a pattern.
    static func isSchema(_ name: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = name.utf8.first, letters.contains(first), name.utf8.count <= 63, !name.hasPrefix("pg_")
        else { return false }
        return name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") }
    }

    var quotedSchema: String { "\"\(schema)\"" }

    /// What every connection is told before its first transaction.
    func settings(_ limits: PostgresLimits) -> String {
        """
        SET search_path = \(quotedSchema);
        SET statement_timeout = \(limits.statement);
        SET lock_timeout = \(limits.lock);
        SET idle_in_transaction_session_timeout = \(limits.idle);
        SET client_min_messages = warning;
        SET timezone = 'UTC';
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
        """
    }

    /// - Throws: `DatabaseError.unavailable` when nobody answers.
    func connect() throws -> OpaquePointer {
        // Later words win, so the address may change what stands before it; keepalives find a server that vanished.
        let words = [
            ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "20000"), ("fallback_application_name", "termwise"), ("dbname", address),
            ("client_encoding", "UTF8"),
        ]
        let server = Self.withTexts(words.map(\.0)) { names in
            Self.withTexts(words.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let server else { throw DatabaseError.unavailable(detail: "There is no memory for a connection.") }
        guard PQstatus(server) == CONNECTION_OK else {
            defer { PQfinish(server) }
            throw DatabaseError.unavailable(detail: ServerFault.lastWords(of: server))
        }
        return server
    }

    /// Calls `body` with the texts as C has them: each ended by NUL, the list by a null pointer.
    private static func withTexts<Value>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
        var bytes: [CChar] = []
        let starts = texts.map { text in
            defer { bytes += text.utf8CString }
            return bytes.count
        }
        return bytes.withUnsafeBufferPointer { memory in
            body(starts.map { memory.baseAddress?.advanced(by: $0) } + [nil])
        }
    }
}

extension PostgresPlace {
    struct Option {
        let word: String
        let value: String
        /// The variable of the environment with which programs such as pg_dump are told the same.
        let variable: String?
    }

    /// What `address` says, word by word.
    static func options(in address: String) throws -> [Option] {
        var message: UnsafeMutablePointer<CChar>?
        guard let first = PQconninfoParse(address, &message) else {
            defer { PQfreemem(message) }
            // libpq's message repeats the address, in which a password may stand.
            throw DatabaseError.failed(code: "08001", message: "The address of the server cannot be read.", sql: "")
        }
        defer { PQconninfoFree(first) }
        var options: [Option] = []
        var next = first
        while let word = next.pointee.keyword {
            if let value = next.pointee.val {
                options.append(
                    Option(
                        word: String(cString: word), value: String(cString: value),
                        variable: next.pointee.envvar.map { String(cString: $0) }))
            }
            next += 1
        }
        return options
    }
}
