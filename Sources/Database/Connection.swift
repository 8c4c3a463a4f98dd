/// What an engine must do on the one connection that a transaction holds. Synchronous: a transaction never suspends.
package protocol Connection: AnyObject {
    /// Runs one sentence and visits each row of its answer.
    /// - Returns: the number of rows written.
    /// - Throws: `DatabaseError`, or what `visit` throws.
    func run(_ sql: SQL, _ visit: (borrowing Row) throws -> Void) throws -> Int

    /// Runs several sentences parted by semicolons, without bindings: migrations only.
    func run(script: String) throws

    /// How many instructions of the engine's own this connection has run so far; 0 where the engine does not tell.
    var steps: Int { get }
}

extension Connection {
    package var steps: Int { 0 }
}
