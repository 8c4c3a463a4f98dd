package import Kernel

package enum Engine: String, Sendable, CaseIterable {
    case sqlite, postgres
}

/// One trust's database. The closures are synchronous on purpose: nothing can be awaited while a transaction is open.
package protocol Database: AnyObject, Sendable {
    var engine: Engine { get }
    var world: World { get }
    var counts: StatementCounts { get }

    /// Runs `work` on one snapshot.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Reading) throws -> Value) async throws -> Value

    /// Runs `work` in one transaction and returns only after what it wrote is durable. When `work` throws, nothing it
    /// did remains. An engine may run `work` more than once when another transaction was in the way, so it must have
    /// no effect outside the transaction. Once a sentence has failed, the others are refused for the same reason and
    /// nothing is kept, even when `work` catches the error: PostgreSQL knows no other way, so SQLite does the same.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value

    /// Copies the whole database, while it is in use, to a new file (SQLite: a database file; PostgreSQL: a dump).
    /// - Throws: `DatabaseError.failed` when the file exists or cannot be written; `full`, and then nothing is left of it.
    func backUp(to path: String) async throws

    /// What is wrong with the stored data, in sentences; empty when all is well.
    func integrityFaults() async throws -> [String]

    /// Whether the next save finds room, as far as the engine can tell without saving anything.
    /// - Throws: `DatabaseError.full`.
    func checkRoom() async throws

    /// Finishes what is under way, then lets go of every connection. Later calls throw `.unavailable`.
    func close() async
}
