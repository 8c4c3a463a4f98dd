import Foundation
import Synchronization

/// Runs what takes long, or waits for something outside, on a thread of its own, one piece after the other: however many
/// come, the other cores are left to requests.
///
/// Tasks run on as many threads as the machine has cores, and Dispatch's global queues use the same ones: two pieces of
/// such work there keep every request waiting.
package func onOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { caller in
        OwnThread.shared.add { caller.resume(with: Result(catching: work)) }
    }
}

private final class OwnThread: Sendable {
    static let shared = OwnThread()

    private struct State {
        var isRunning = false
        var waiting: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    func add(_ work: @escaping @Sendable () -> Void) {
        let isIdle = state.withLock { state in
            state.waiting.append(work)
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if isIdle { Thread.detachNewThread { self.run() } }
    }

    private func run() {
        while let next = next() { next() }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            state.isRunning = !state.waiting.isEmpty
            return state.isRunning ? state.waiting.removeFirst() : nil
        }
    }
}
