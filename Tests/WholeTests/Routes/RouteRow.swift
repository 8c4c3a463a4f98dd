import HTTPTypes
import TestKit

/// What one route answers to four kinds of person. `path` is the pattern with things of the fixture in it.
struct RouteRow: Sendable {
    let method: HTTPRequest.Method
    let pattern: String
    let path: String
    var fields: [String: String] = [:]
    /// Whose route it is.
    let right: String
    let nobody: Int
    /// Helen Marsh, headteacher of another school.
    let stranger: Int
    /// David Unwin, governor of the academy.
    let reader: Int
    let success: Int
    /// The page on which its form stands, for what carries the version that the page showed.
    var page: String?

    var name: String { "\(method.rawValue) \(pattern)" }
}

extension RouteRow {
    func pressed(on page: String) -> RouteRow {
        var row = self
        row.page = page
        return row
    }
}

/// The things of the fixture that the rows name.
struct Things {
    let academy: String
    let evaluation: String
    let item: String
    let english: String
    let person: String
    let post: String
    let missing = String(repeating: "0", count: 25)
    let year: Int
    let plans: PlanThings
    let meetings: MeetingThings
    let checks: CheckThings
    let tool = "curriculum-intent"
}

extension RouteRow {
    /// Behind sign-in, for anybody of the trust.
    static func anybody(_ pattern: String, _ path: String? = nil, success: Int = 200) -> RouteRow {
        RouteRow(
            method: .get, pattern: pattern, path: path ?? pattern, right: "James Oyelaran", nobody: 303,
            stranger: success, reader: success, success: success)
    }

    /// About something of the academy: a stranger finds nothing, a governor may read, the head may.
    static func read(
        _ pattern: String, _ path: String, reader: Int = 200, right: String = "James Oyelaran", success: Int = 200
    ) -> RouteRow {
        RouteRow(
            method: .get, pattern: pattern, path: path, right: right, nobody: 303, stranger: 404, reader: reader,
            success: success)
    }

    static func write(
        _ pattern: String, _ path: String, _ fields: [String: String] = [:], right: String = "James Oyelaran",
        stranger: Int = 404, reader: Int = 403, success: Int = 303
    ) -> RouteRow {
        RouteRow(
            method: .post, pattern: pattern, path: path, fields: fields, right: right, nobody: 303, stranger: stranger,
            reader: reader, success: success)
    }

    /// For administrators alone.
    static func administration(
        _ method: HTTPRequest.Method, _ pattern: String, _ path: String? = nil, _ fields: [String: String] = [:],
        stranger: Int = 403, success: Int = 200
    ) -> RouteRow {
        RouteRow(
            method: method, pattern: pattern, path: path ?? pattern, fields: fields, right: "Sam Okafor", nobody: 303,
            stranger: stranger, reader: 403, success: success)
    }

    /// Without sign-in; everybody gets the same.
    static func open(_ method: HTTPRequest.Method, _ pattern: String, _ path: String? = nil, _ status: Int) -> RouteRow
    {
        RouteRow(
            method: method, pattern: pattern, path: path ?? pattern, right: "James Oyelaran", nobody: status,
            stranger: status, reader: status, success: status)
    }
}
