import Database
import Dispatch
import Synchronization

/// Lends sessions to one transaction at a time, in the order of asking, and only for so long a wait.
final class SessionPool: Sendable {
    private struct Waiter {
        let id: Int
        let deadline: DispatchTime
        let caller: CheckedContinuation<Session, any Error>
    }

    private struct State {
        var idle: [Session]
        var lent: [Session] = []
        var waiting: [Waiter] = []
        var lastID = 0
        var isWatching = false
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let all: [Session]
    private let limits: PostgresLimits
    private let state: Mutex<State>

    init(_ place: PostgresPlace, _ limits: PostgresLimits, count: Int) {
        all = (0..<max(1, count)).map { _ in Session(place, limits) }
        self.limits = limits
        state = Mutex(State(idle: all))
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }
    var waiting: Int { state.withLock { $0.waiting.count } }

    /// - Throws: `.busy` after too long a wait, `.unavailable` when closed, `CancellationError` for a cancelled task.
    func lend<Value: Sendable>(_ work: (Session) async throws -> Value) async throws -> Value {
        let session = try await take()
        defer { giveBack(session) }
        return try await work(session)
    }

    private func take() async throws -> Session {
        try Task.checkCancellation()
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { caller in
                stand(Waiter(id: id, deadline: .now() + .milliseconds(limits.wait), caller: caller))
                // A cancellation that came before found nobody in the line.
                if Task.isCancelled { giveUp(CancellationError()) { $0.id == id } }
            }
        } onCancel: {
            giveUp(CancellationError()) { $0.id == id }
        }
    }
}

extension SessionPool {
    private func stand(_ waiter: Waiter) {
        let now = state.withLock { state -> Result<Session, any Error>? in
            guard !state.isClosed else { return .failure(Self.closed) }
            if let session = state.idle.popLast() {
                state.lent.append(session)
                return .success(session)
            }
            state.waiting.append(waiter)
            if !state.isWatching {
                state.isWatching = true
                watch()
            }
            return nil
        }
        if let now { waiter.caller.resume(with: now) }
    }

    private func giveBack(_ session: Session) {
        let (next, closing) = state.withLock { state -> (Waiter?, [CheckedContinuation<Void, Never>]) in
            guard state.waiting.isEmpty else { return (state.waiting.removeFirst(), []) }
            state.lent.removeAll { $0 === session }
            state.idle.append(session)
            guard state.isClosed, state.lent.isEmpty else { return (nil, []) }
            defer { state.closing = [] }
            return (nil, state.closing)
        }
        next?.caller.resume(returning: session)
        for caller in closing { caller.resume() }
    }

    private func giveUp(_ error: any Error, where isMeant: (Waiter) -> Bool) {
        let leaving = state.withLock { state in
            defer { state.waiting.removeAll(where: isMeant) }
            return state.waiting.filter(isMeant)
        }
        for waiter in leaving { waiter.caller.resume(throwing: error) }
    }

    /// Looks now and then, as long as somebody waits, for those who have waited too long.
    private func watch() {
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(max(1, min(limits.wait / 4, 100)))) {
            let now = DispatchTime.now()
            self.giveUp(DatabaseError.busy(detail: "Every connection stayed in use.")) { $0.deadline <= now }
            let goesOn = self.state.withLock { state in
                state.isWatching = !state.waiting.isEmpty
                return state.isWatching
            }
            if goesOn { self.watch() }
        }
    }

    /// Refuses everybody who comes or waits, lets those at work finish, cancels what lasts longer than the grace, and
    /// disconnects.
    func close() async {
        state.withLock { $0.isClosed = true }
        giveUp(Self.closed) { _ in true }
        cancelLent(after: limits.grace)
        await withCheckedContinuation { caller in
            let isQuiet = state.withLock { state in
                if !state.lent.isEmpty { state.closing.append(caller) }
                return state.lent.isEmpty
            }
            if isQuiet { caller.resume() }
        }
        for session in all { await session.disconnect() }
    }

    /// Asks again and again, as long as somebody works: between two sentences there is nothing that could be cancelled.
    private func cancelLent(after milliseconds: Int) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
            guard let self else { return }
            let lent = state.withLock { $0.lent }
            for session in lent { session.cancelRunning() }
            if !lent.isEmpty { cancelLent(after: 200) }
        }
    }

    static var closed: DatabaseError { .unavailable(detail: "The database was closed.") }
}
