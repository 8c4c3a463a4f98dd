import CPostgres
import Database
import Dispatch
import Foundation
import Synchronization

/// One place in the pool: a connection that is made when it is first needed and again when it broke, on a queue of its
/// own because libpq blocks.
actor Session {
    private let place: PostgresPlace
    private let limits: PostgresLimits
    private let executor = QueueExecutor()
    private var connection: PostgresConnection?
    nonisolated private let canceller = Mutex<Canceller?>(nil)

    init(_ place: PostgresPlace, _ limits: PostgresLimits) {
        self.place = place
        self.limits = limits
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Runs `work` in one transaction; again after a conflict, once more when it made what another had just made or pointed
    /// at what another had just taken away, since now it sees that, and once more when the connection broke before COMMIT was
    /// sent, since then nothing of it can remain.
    func transact<Value: Sendable>(
        _ kind: TransactionKind, _ work: @Sendable (PostgresConnection) throws -> Value
    ) throws -> Value {
        var tries = Tries(patience: limits.lock)
        while true {
            do {
                return try attempt(kind, work)
            } catch let failure as Failure {
                guard let pause = tries.pause(before: failure.remedy) else { throw failure.reason }
                Thread.sleep(forTimeInterval: pause)
            }
        }
    }

    func disconnect() {
        connection = nil
        canceller.withLock { $0 = nil }
    }

    /// Asks the server to give up what this session is running. Callable from anywhere.
    nonisolated func cancelRunning() {
        canceller.withLock { $0 }?.cancel()
    }

    private func attempt<Value>(
        _ kind: TransactionKind, _ work: (PostgresConnection) throws -> Value
    ) throws -> Value {
        let connection = try connected()
        var hasSentCommit = false
        do {
            try connection.begin(kind)
            let value = try work(connection)
            if let fault = connection.fault { throw fault.error }
            hasSentCommit = true
            try connection.commit()
            return value
        } catch {
            let fault = connection.fault
            if !connection.rollBack() || fault?.isStale == true { disconnect() }
            throw Failure(error, fault, isUnknown: hasSentCommit && kind == .writing && fault?.isFatal == true)
        }
    }

    private func connected() throws -> PostgresConnection {
        if let connection { return connection }
        let new = try PostgresConnection(to: place, limits)
        canceller.withLock { $0 = Canceller(new.server) }
        connection = new
        return new
    }
}

/// Why an attempt failed, and what may help.
private struct Failure: Error {
    let reason: any Error
    let remedy: Remedy

    enum Remedy {
        case nothing, again, onceMore, reconnection
    }

    /// - Parameter isUnknown: whether COMMIT was sent and no answer came: then nothing may be run again.
    init(_ error: any Error, _ fault: ServerFault?, isUnknown: Bool) {
        if isUnknown {
            reason = DatabaseError.unavailable(
                detail: "The connection broke while saving; it is not known whether it was saved.")
            remedy = .nothing
            return
        }
        reason = error
        remedy =
            switch fault {
            case let fault? where fault.isPassing: .again
            case let fault? where fault.isFatal || fault.isStale: .reconnection
            case let fault? where fault.isCollision: .onceMore
            default: .nothing
            }
    }
}

/// How often one transaction was tried, and since when.
private struct Tries {
    private static let fewestConflicts = 30
    private let end: DispatchTime
    private var conflicts = 0
    private var collisions = 0
    private var reconnections = 0

    /// - Parameter patience: milliseconds for which a transaction that others are in the way of goes on trying, and longer
    ///   until it was tried often enough: where many save to one row on a busy machine, either alone is soon used up.
    init(patience: Int) { end = .now() + .milliseconds(patience) }

    /// - Returns: seconds to wait before trying again; nil when it is enough.
    mutating func pause(before remedy: Failure.Remedy) -> Double? {
        switch remedy {
        case .nothing: return nil
        case .again:
            conflicts += 1
            if conflicts > Self.fewestConflicts && .now() > end { return nil }
            return Double(min(conflicts, 20)) / 1_000
        case .onceMore:
            collisions += 1
            return collisions > 1 ? nil : 0
        case .reconnection:
            reconnections += 1
            return reconnections > 1 ? nil : 0
        }
    }
}

/// What libpq needs to ask the server to cancel; it may be used by any thread while the connection is busy.
private final class Canceller: @unchecked Sendable {
    private let pointer: OpaquePointer?

    init(_ server: OpaquePointer) { pointer = PQgetCancel(server) }

    deinit { PQfreeCancel(pointer) }

    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(pointer, &message, Int32(message.count))
    }
}

private final class QueueExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "termwise.postgres")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
