import Database
import Synchronization

/// Knows how many calls are inside, so that closing can wait for them and refuse those that come later.
final class Gate: Sendable {
    private struct State {
        var inside = 0
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func enter() throws {
        try state.withLock { state in
            guard !state.isClosed else { throw DatabaseError.unavailable(detail: "The database was closed.") }
            state.inside += 1
        }
    }

    func leave() {
        let freed = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.inside -= 1
            guard state.inside == 0 else { return [] }
            defer { state.closing = [] }
            return state.closing
        }
        for caller in freed { caller.resume() }
    }

    /// Lets nobody in any more and returns when the last one has left.
    /// - Returns: whether it was open until now.
    func close() async -> Bool {
        let wasOpen = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        await withCheckedContinuation { caller in
            let isEmpty = state.withLock { state in
                if state.inside > 0 { state.closing.append(caller) }
                return state.inside == 0
            }
            if isEmpty { caller.resume() }
        }
        return wasOpen
    }
}
