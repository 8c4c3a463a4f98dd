import Foundation

/// Runs what takes long, or waits for something outside, on a thread made for it.
///
/// Tasks run on as many threads as the machine has cores, and Dispatch's global queues use the same ones: two pieces of
/// such work there keep every request waiting.
package func onOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { caller in
        Thread.detachNewThread { caller.resume(with: Result(catching: work)) }
    }
}
