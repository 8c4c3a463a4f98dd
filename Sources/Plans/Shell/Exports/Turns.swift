import Kernel
import Synchronization

/// Lets one at a time do its work, in the order of coming.
final class Turns: Sendable {
    private struct Waiter {
        let id: Int
        let caller: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var isTaken = false
        var waiting: [Waiter] = []
        var lastID = 0
    }

    private let most: Int
    private let refusal: String
    private let state = Mutex(State())

    /// - Parameters:
    ///   - most: how many may wait for their turn.
    ///   - refusal: what is said to one more.
    init(atMost most: Int, refusal: String) { (self.most, self.refusal) = (most, refusal) }

    /// How many wait for their turn.
    var waiting: Int { state.withLock { $0.waiting.count } }

    /// - Throws: `Refusal.conflict` when too many wait, `CancellationError`, and what the work throws.
    func inTurn<Value>(_ work: () async throws -> Value) async throws -> Value {
        try await enter()
        defer { leave() }
        return try await work()
    }

    private func enter() async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { caller in
                if let answer = stand(Waiter(id: id, caller: caller)) { caller.resume(with: answer) }
                // A cancellation that came before found nobody in the line.
                if Task.isCancelled { giveUp(id) }
            }
        } onCancel: {
            giveUp(id)
        }
    }

    /// - Returns: nil while it has to wait.
    private func stand(_ waiter: Waiter) -> Result<Void, any Error>? {
        state.withLock { state in
            guard state.isTaken else {
                state.isTaken = true
                return .success(())
            }
            guard state.waiting.count < most else { return .failure(Refusal.conflict(refusal)) }
            state.waiting.append(waiter)
            return nil
        }
    }

    private func giveUp(_ id: Int) {
        let leaving = state.withLock { state in
            state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0) }
        }
        leaving?.caller.resume(throwing: CancellationError())
    }

    private func leave() {
        let next = state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() as Waiter? }
            state.isTaken = false
            return nil
        }
        next?.caller.resume()
    }
}
