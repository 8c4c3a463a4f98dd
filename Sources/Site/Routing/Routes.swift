package import HTTPTypes

/// The list that features add their routes to. Every method demands a gate, or a reason why the route is open, so a
/// route without an access line cannot be written; a test walks the list as every kind of person.
package struct Routes: Sendable {
    package struct Route: Sendable {
        package let method: HTTPRequest.Method
        /// Such as `/schools/:school`.
        package let path: String
        /// The gate's name, or `open: reason`.
        package let access: String
        let gate: Gate?
        let handle: @Sendable (Arrival) async throws -> Answer
        /// Whether the form carries files.
        package let takesUpload: Bool
        /// Whether it is served before the database has a trust.
        let servesFirstUse: Bool

        /// Whether its address is itself a key, such as an invitation's.
        var isSecret: Bool { path.contains("/:secret") }

        /// Who may come in is decided before the body is read.
        func check(_ entry: Entry?) throws {
            guard let gate else { return }
            guard let entry else { throw NeedsSignIn() }
            try gate.check(entry.actor)
        }
    }

    package private(set) var all: [Route] = []

    package init() {}

    package mutating func get(
        _ path: String, _ gate: Gate, _ handler: @escaping @Sendable (SignedIn) async throws -> Answer
    ) { add(.get, path, gate, handler) }

    package mutating func post(
        _ path: String, _ gate: Gate, _ handler: @escaping @Sendable (SignedIn) async throws -> Answer
    ) { add(.post, path, gate, handler) }

    /// A form that carries files; the handler finds them in `uploads`.
    package mutating func upload(
        _ path: String, _ gate: Gate, _ handler: @escaping @Sendable (SignedIn) async throws -> Answer
    ) { add(.post, path, gate, handler, takesUpload: true) }

    /// - Parameter firstUse: served even before the database has a trust.
    package mutating func open(
        _ method: HTTPRequest.Method, _ path: String, because reason: String, firstUse: Bool = false,
        _ handler: @escaping @Sendable (Arrival) async throws -> Answer
    ) {
        all.append(
            Route(
                method: method, path: path, access: "open: \(reason)", gate: nil, handle: handler, takesUpload: false,
                servesFirstUse: firstUse))
    }

    private mutating func add(
        _ method: HTTPRequest.Method, _ path: String, _ gate: Gate,
        _ handler: @escaping @Sendable (SignedIn) async throws -> Answer, takesUpload: Bool = false
    ) {
        all.append(
            Route(
                method: method, path: path, access: gate.name, gate: gate,
                handle: { try await handler(SignedIn($0)) }, takesUpload: takesUpload, servesFirstUse: false))
    }
}
