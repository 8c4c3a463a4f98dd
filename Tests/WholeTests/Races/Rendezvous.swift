import Database
import Foundation
import Kernel
import Synchronization

/// Where two transactions wait for each other, so that neither sees what the other does.
final class Rendezvous: Sendable {
    private let wanted = DispatchSemaphore(value: 0)
    private let arrived = Mutex(0)

    /// Waits until the other one has arrived too.
    func arrive() {
        let isSecond = arrived.withLock { count in
            count += 1
            return count >= 2
        }
        if isSecond { wanted.signal() } else { wanted.wait() }
    }

    /// Somebody will not come any more: whoever waits goes on alone, and nobody waits from now on.
    func leave() {
        let somebodyWaits = arrived.withLock { count in
            defer { count += 2 }
            return count == 1
        }
        if somebodyWaits { wanted.signal() }
    }
}

/// The database as one of two people uses it who press at the same moment. On PostgreSQL the first transaction of each takes
/// its snapshot before either goes on, which is the worst that chance can do. On SQLite writers stand in line.
final class RacingDatabase: Database {
    private let inner: any Database
    private let rendezvous: Rendezvous
    private let isFirst = Mutex(true)

    init(_ inner: any Database, _ rendezvous: Rendezvous) { (self.inner, self.rendezvous) = (inner, rendezvous) }

    var engine: Engine { inner.engine }
    var world: World { inner.world }
    var counts: StatementCounts { inner.counts }

    func read<Value: Sendable>(_ work: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
        try await inner.read(work)
    }

    func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await inner.write { [self] tx in
            let meets = isFirst.withLock { isFirst in
                defer { isFirst = false }
                return isFirst
            }
            if meets && engine == .postgres {
                _ = try tx.rows("SELECT 1") { try $0[0] as Int }
                rendezvous.arrive()
            }
            return try work(tx)
        }
    }

    func backUp(to path: String) async throws { try await inner.backUp(to: path) }
    func integrityFaults() async throws -> [String] { try await inner.integrityFaults() }
    func checkRoom() async throws { try await inner.checkRoom() }
    func close() async { await inner.close() }
}
