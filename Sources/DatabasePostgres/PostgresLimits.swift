/// How long anything may take, in milliseconds.
package struct PostgresLimits: Sendable {
    /// One sentence.
    package var statement = 30_000
    /// Waiting for a row or table that another transaction holds; running again what another was in the way of.
    package var lock = 5_000
    /// A transaction between two sentences; then the server gives up on us.
    package var idle = 60_000
    /// Waiting for a connection of the pool.
    package var wait = 5_000
    /// What is under way when the database is closed; then it is cancelled.
    package var grace = 10_000

    package init() {}
}
