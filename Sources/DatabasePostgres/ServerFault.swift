import CPostgres
import Database

/// Why the server, or the way to it, refused a sentence. From then on the transaction can only be rolled back.
struct ServerFault: Error {
    /// SQLSTATE; empty when the connection broke before the server could say why.
    let state: String
    let message: String
    let sql: String
    /// Whether the connection is gone with it.
    let isFatal: Bool

    /// Another transaction was in the way: the same verb may well succeed when it runs again.
    var isPassing: Bool { state == "40001" || state == "40P01" }

    /// A unique or a foreign key was broken. The snapshot may have been too old to show what is in the way: the same verb,
    /// run once more, sees it and refuses in its own words. A mistake of ours is still one the second time.
    var isCollision: Bool { state == "23505" || state == "23503" || state == "23001" }

    /// The server no longer knows a prepared statement, or its table changed under it.
    var isStale: Bool { state == "26000" || state == "0A000" }

    var error: DatabaseError {
        if isFatal { return .unavailable(detail: message) }
        return switch state {
        case "23505": .unique(detail: message)
        case "23503", "23001": .foreignKey(detail: message)
        case "23514", "23502": .check(detail: message)
        // Serialization, deadlock, lock timeout, statement timeout or cancellation.
        case "40001", "40P01", "55P03", "57014": .busy(detail: message)
        // No room, or one of the files could not be written for the want of it.
        case "53000", "53100": .full(detail: message)
        case "58030" where saysNoRoom(message): .full(detail: message)
        case "53300", "57P03": .unavailable(detail: message)
        default: .failed(code: state, message: message, sql: sql)
        }
    }
}

extension ServerFault {
    /// - Parameter answer: nil when libpq could not even make one.
    init(_ answer: OpaquePointer?, on server: OpaquePointer, running sql: String) {
        func field(_ code: Int32) -> String? { PQresultErrorField(answer, code).map { String(cString: $0) } }
        let severity = field(termwise_field_severity)
        state = field(termwise_field_state) ?? ""
        // The server's DETAIL is left out: it holds the values, which are people's.
        let named = field(termwise_field_constraint).map { " (\($0))" } ?? ""
        message = (field(termwise_field_message) ?? Self.lastWords(of: server)) + named
        isFatal = severity == "FATAL" || severity == "PANIC" || PQstatus(server) != CONNECTION_OK || state.isEmpty
        self.sql = sql
    }

    /// libpq's own message, without the line break at its end.
    static func lastWords(of server: OpaquePointer) -> String {
        let text = PQerrorMessage(server).map { String(cString: $0) } ?? ""
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
