import Kernel
import Synchronization

/// A clock that tests move; ids and secrets are counted.
final class Clock: Sendable {
    private let moment: Mutex<Instant>

    init(_ start: String = "2026-11-21T09:30") { moment = Mutex(Instant(start)!) }

    var now: Instant { moment.withLock { $0 } }

    func advance(seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
    func advance(days: Int) { advance(seconds: days * 86_400) }

    var world: World {
        let counted = World.fixed(now)
        return World(now: { self.now }, randomBytes: counted.randomBytes)
    }
}

/// Things that happened in other tasks, in their order.
final class Noted<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    func add(_ value: Value) { values.withLock { $0.append(value) } }
    var all: [Value] { values.withLock { $0 } }
}
