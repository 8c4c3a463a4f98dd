package import Database
import Kernel
package import Logging
import Synchronization

/// Runs what is due in every trust, one job at a time, until it is told to stop; more of them may run in other
/// processes beside it.
package final class JobWorker: Sendable {
    private struct State {
        var isStopped = false
        var nap: Task<Void, any Error>?
    }

    /// Jobs of one trust in a row before the next trust has its turn.
    private static let turn = 20

    private let work: WorkAtHand
    private let databases: @Sendable () async throws -> [any Database]
    private let pause: Duration
    private let state = Mutex(State())

    /// - Parameters:
    ///   - pause: between two looks when nothing was due.
    ///   - databases: asked at each look, because trusts come and go.
    package init(
        kinds: [JobKind], logger: Logger = .quiet, pause: Duration = .seconds(2),
        databases: @escaping @Sendable () async throws -> [any Database]
    ) {
        work = WorkAtHand(kinds: kinds, logger: logger)
        self.databases = databases
        self.pause = pause
    }

    /// Returns after `stop()`, when the job in hand is finished.
    package func run() async {
        while !isStopped {
            if await look() == 0 { await rest() }
        }
    }

    package func stop() {
        state.withLock { state in
            state.isStopped = true
            state.nap?.cancel()
        }
    }

    private var isStopped: Bool { state.withLock(\.isStopped) || Task.isCancelled }

    /// - Returns: how many jobs ran.
    private func look() async -> Int {
        var ran = 0
        do {
            for database in try await databases() where !isStopped { ran += await takeTurn(in: database) }
        } catch {
            work.logger.error("cannot find the trusts", metadata: ["error": "\(error)"])
        }
        return ran
    }

    /// A database that cannot be reached costs the other trusts nothing.
    private func takeTurn(in database: any Database) async -> Int {
        var ran = 0
        do {
            try await work.fireSchedules(in: database)
            while ran < Self.turn, !isStopped, try await work.runNext(in: database) { ran += 1 }
        } catch {
            work.logger.error("jobs wait", metadata: ["error": "\(error)"])
        }
        return ran
    }

    private func rest() async {
        let nap = state.withLock { state -> Task<Void, any Error>? in
            guard !state.isStopped else { return nil }
            let nap = Task { [pause] in try await Task.sleep(for: pause) }
            state.nap = nap
            return nap
        }
        await withTaskCancellationHandler {
            _ = await nap?.result
        } onCancel: {
            nap?.cancel()
        }
    }
}
