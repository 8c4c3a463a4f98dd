import CPostgres
import Database

/// One connection to the server, with its prepared statements. Belongs to one `Session` and is only touched there.
final class PostgresConnection: Connection {
    let server: OpaquePointer
    private var statements = PreparedStatements()
    /// The first thing that went wrong in this transaction.
    private(set) var fault: ServerFault?

    /// - Throws: `DatabaseError.unavailable` when the server cannot be reached.
    init(to place: PostgresPlace, _ limits: PostgresLimits) throws {
        server = try place.connect()
        PQsetNoticeProcessor(server, { _, _ in }, nil)
        try command(place.settings(limits))
    }

    deinit { PQfinish(server) }

    func begin(_ kind: TransactionKind) throws {
        fault = nil
        try command(kind.opening)
    }

    /// - Throws: also when the server answered COMMIT by rolling back, which it does without calling it an error.
    func commit() throws {
        guard try command("COMMIT") == "COMMIT" else {
            throw DatabaseError.failed(code: "25P02", message: "The server rolled the transaction back.", sql: "COMMIT")
        }
    }

    /// - Returns: whether the connection can be used again.
    func rollBack() -> Bool {
        guard fault?.isFatal != true, PQstatus(server) == CONNECTION_OK else { return false }
        if PQtransactionStatus(server) != PQTRANS_IDLE { _ = try? command("ROLLBACK") }
        return PQtransactionStatus(server) == PQTRANS_IDLE
    }

    func run(_ sql: SQL, _ visit: (borrowing Row) throws -> Void) throws -> Int {
        if let fault { throw fault.error }
        let text = sql.text(numberedWith: "$")
        let values = try ParameterValues(sql.bindings)
        let name = try prepared(text, sql.bindings.map(\.kind))
        let answer = values.withPointers { PQexecPrepared(server, name, Int32($0.count), $0, nil, nil, 0) }
        defer { PQclear(answer) }
        try check(answer, text)
        let cursor = PostgresCursor(answer)
        while cursor.advance() { try visit(Row(cursor)) }
        return cursor.written
    }

    func run(script: String) throws {
        if let fault { throw fault.error }
        try command(script)
    }

    /// - Returns: what the server says it did, such as `COMMIT`.
    @discardableResult
    private func command(_ text: String) throws -> String {
        let answer = PQexec(server, text)
        defer { PQclear(answer) }
        try check(answer, text)
        return String(cString: PQcmdStatus(answer))
    }

    private func prepared(_ text: String, _ kinds: [Binding.Kind]) throws -> String {
        let asked = PreparedStatements.Key(text: text, kinds: kinds)
        if let name = statements.name(of: asked) { return name }
        if let oldest = statements.removeOldestIfFull() { try command("DEALLOCATE \(oldest)") }
        let name = statements.nextName()
        let answer = PQprepare(server, name, text, Int32(kinds.count), kinds.map(\.oid))
        defer { PQclear(answer) }
        try check(answer, text)
        statements.keep(asked, as: name)
        return name
    }

    private func check(_ answer: OpaquePointer?, _ text: String) throws {
        switch PQresultStatus(answer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: break
        }
        let new = ServerFault(answer, on: server, running: text)
        // A broken connection outdoes whatever went wrong before it.
        if fault == nil || new.isFatal { fault = new }
        throw new.error
    }
}

enum TransactionKind: Sendable {
    case reading, writing

    var opening: String {
        switch self {
        case .reading: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .writing: "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"
        }
    }
}
