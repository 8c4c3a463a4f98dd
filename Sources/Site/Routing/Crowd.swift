import Kernel
import Synchronization

/// How many requests of each network are in hand, so that none can take the whole server.
final class Crowd: Sendable {
    private let most: Int
    private let inside = Mutex<[VisitorNetwork: Int]>([:])

    init(most: Int) { self.most = most }

    /// - Throws: `Crowded` without doing the work when as many as may be are in hand.
    func letIn<Value>(_ visitor: VisitorNetwork, _ work: () async throws -> Value) async throws -> Value {
        let hasRoom = inside.withLock { inside in
            guard inside[visitor, default: 0] < most else { return false }
            inside[visitor, default: 0] += 1
            return true
        }
        guard hasRoom else { throw Crowded() }
        defer {
            inside.withLock { inside in
                let left = inside[visitor, default: 1] - 1
                inside[visitor] = left == 0 ? nil : left
            }
        }
        return try await work()
    }
}

struct Crowded: Error {}
