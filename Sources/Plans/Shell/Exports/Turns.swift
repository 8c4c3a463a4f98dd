import Kernel
import Synchronization

/// Lets one at a time do its work, in the order of coming.
final class Turns: Sendable {
    private struct State {
        var isTaken = false
        var waiting: [CheckedContinuation<Void, any Error>] = []
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

    /// Whoever gave up meanwhile passes the turn on when it comes.
    ///
    /// - Throws: `Refusal.conflict` when too many wait, `CancellationError`, and what the work throws.
    func inTurn<Value>(_ work: () async throws -> Value) async throws -> Value {
        try await enter()
        defer { leave() }
        try Task.checkCancellation()
        return try await work()
    }

    private func enter() async throws {
        try await withCheckedThrowingContinuation { caller in
            let answer = state.withLock { state -> Result<Void, any Error>? in
                guard state.isTaken else {
                    state.isTaken = true
                    return .success(())
                }
                guard state.waiting.count < most else { return .failure(Refusal.conflict(refusal)) }
                state.waiting.append(caller)
                return nil
            }
            if let answer { caller.resume(with: answer) }
        }
    }

    private func leave() {
        let next = state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() as CheckedContinuation? }
            state.isTaken = false
            return nil
        }
        next?.resume()
    }
}
