import Database
import Kernel
import Synchronization

/// A database that cannot be reached for one write.
final class FailingOnce: Database {
    private struct State {
        var isToFail = false
        var hasFailed = false
        var writes = 0
    }

    private let database: any Database
    private let state = Mutex(State())

    init(_ database: any Database) { self.database = database }

    func failNext() { state.withLock { $0.isToFail = true } }

    /// Those that ended well.
    var writesSinceFailure: Int { state.withLock { $0.hasFailed ? $0.writes : 0 } }

    var engine: Engine { database.engine }
    var world: World { database.world }
    var counts: StatementCounts { database.counts }

    func read<Value: Sendable>(_ work: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
        try await database.read(work)
    }

    func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        let fails = state.withLock { state in
            defer { (state.hasFailed, state.isToFail) = (state.hasFailed || state.isToFail, false) }
            if state.isToFail { state.writes = 0 }
            return state.isToFail
        }
        if fails { throw DatabaseError.unavailable(detail: "The server restarts.") }
        let value = try await database.write(work)
        state.withLock { $0.writes += 1 }
        return value
    }

    func backUp(to path: String) async throws { try await database.backUp(to: path) }
    func integrityFaults() async throws -> [String] { try await database.integrityFaults() }
    func checkRoom() async throws { try await database.checkRoom() }
    func close() async { await database.close() }
}
