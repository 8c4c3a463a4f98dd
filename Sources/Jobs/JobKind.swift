package import Database

/// A kind of work done later. At least once: `run` must be safe to repeat.
package struct JobKind: Sendable {
    /// Such as `people.forget-old-sessions`; stored with each job.
    package let name: String
    /// How often it comes back by itself, in seconds; nil for jobs that only verbs enqueue.
    package let every: Int?
    package let run: @Sendable (_ payload: String, _ database: any Database) async throws -> Void

    package init(
        _ name: String, every: Int? = nil,
        run: @escaping @Sendable (_ payload: String, _ database: any Database) async throws -> Void
    ) {
        self.name = name
        self.every = every
        self.run = run
    }
}
