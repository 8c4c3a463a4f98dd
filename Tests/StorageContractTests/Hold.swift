import Database
import Dispatch

/// Verbs that have begun and do not end before the test says so, so that others have to wait.
final class Hold: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let tasks: [Task<Void, any Error>]

    /// Returns when `count` verbs on `database` hold what they write in.
    init(
        _ database: any Database, count: Int = 1,
        doing work: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    )
        async
    {
        let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
        let gate = gate
        tasks = (0..<count).map { _ in
            Task {
                try await database.write { tx in
                    try work(tx)
                    hasBegun.yield()
                    gate.wait()
                }
            }
        }
        var left = count
        for await _ in begun {
            left -= 1
            if left == 0 { break }
        }
    }

    func letGo() { for _ in tasks { gate.signal() } }

    /// Lets go and returns when all have ended.
    func end() async throws {
        letGo()
        for task in tasks { try await task.value }
    }
}
