package import HTTPTypes
import Kernel

/// What a route takes of a form, said on the route's line.
package struct FormSize: Sendable {
    package let bytes: Int
    package let fields: Int
    /// Bytes that are read so that the words around a file that is too large arrive; what is beyond `bytes` is not kept.
    var read: Int { hasFiles ? bytes + Bounds.passedOver : bytes }
    /// Whether it carries files.
    package let hasFiles: Bool

    /// An ordinary form.
    package static let usual = FormSize(bytes: Bounds.formBytes, fields: Bounds.fields, hasFiles: false)

    /// One with an ordinary form sealed in it, which is a third longer then.
    package static let carrying = FormSize(bytes: 2 * Bounds.formBytes, fields: Bounds.fields, hasFiles: false)

    /// - Parameter megabytes: of all files together that are kept.
    package static func files(megabytes: Int) -> FormSize {
        FormSize(bytes: megabytes * 1_000_000, fields: Bounds.parts, hasFiles: true)
    }
}

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
        /// Nil where no body is read.
        package let size: FormSize?
        /// Whether this person may send here, asked before a body with files is read.
        var asks: @Sendable (SignedIn) async throws -> Void = { _ in }
        /// Whether it is served before the database has a trust.
        var servesFirstUse = false
        let handle: @Sendable (Arrival) async throws -> Answer

        /// Whether the form carries files.
        package var takesUpload: Bool { size?.hasFiles == true }

        /// Whether it waits for somebody to sign in.
        func isClosed(to arrival: Arrival) -> Bool { gate != nil && arrival.entry == nil }

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
    ) {
        all.append(
            Route(method: .get, path: path, access: gate.name, gate: gate, size: nil) {
                try await handler(SignedIn($0))
            })
    }

    package mutating func post(
        _ path: String, _ gate: Gate, size: FormSize = .usual,
        _ handler: @escaping @Sendable (SignedIn) async throws -> Answer
    ) {
        all.append(
            Route(method: .post, path: path, access: gate.name, gate: gate, size: size) {
                try await handler(SignedIn($0))
            })
    }

    /// A form that carries files; the handler finds them in `uploads`.
    ///
    /// - Parameter asks: whether this person may send here, as far as it can be known without the form: then nobody else's
    ///   files are taken in at all. The handler asks once more, of the person as they are when everything has come.
    package mutating func upload(
        _ path: String, _ gate: Gate, megabytes: Int, asks: @escaping @Sendable (SignedIn) async throws -> Void,
        _ handler: @escaping @Sendable (SignedIn) async throws -> Answer
    ) {
        all.append(
            Route(
                method: .post, path: path, access: gate.name, gate: gate, size: .files(megabytes: megabytes), asks: asks
            ) { try await handler(SignedIn($0)) })
    }

    /// - Parameter firstUse: served even before the database has a trust.
    package mutating func open(
        _ method: HTTPRequest.Method, _ path: String, because reason: String, size: FormSize = .usual,
        firstUse: Bool = false,
        _ handler: @escaping @Sendable (Arrival) async throws -> Answer
    ) {
        all.append(
            Route(
                method: method, path: path, access: "open: \(reason)", gate: nil, size: method == .post ? size : nil,
                servesFirstUse: firstUse, handle: handler))
    }
}
