import Synchronization

/// What a program cannot know by itself: the time and chance. Built once in `App`; rules never see it.
package struct World: Sendable {
    package let now: @Sendable () -> Instant
    package let randomBytes: @Sendable (Int) -> [UInt8]

    package init(now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.now = now
        self.randomBytes = randomBytes
    }

    /// A new identity made at `moment`; ids made later sort later, to the millisecond.
    ///
    /// - Parameter sequence: puts ids of one moment in order, for whoever makes several; chance decides when nil.
    package func newID<Subject>(at moment: Instant, sequence: Int? = nil) -> ID<Subject> {
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: moment.milliseconds >> (40 - 8 * $0)) }
        bytes += randomBytes(10)
        if let sequence {
            bytes[6] = UInt8(truncatingIfNeeded: sequence >> 8)
            bytes[7] = UInt8(truncatingIfNeeded: sequence)
        }
        bytes[6] = bytes[6] & 0x0f | 0x70
        bytes[8] = bytes[8] & 0x3f | 0x80
        return ID(bytes: bytes)
    }

    /// A secret for links and sessions: `count` random bytes in hexadecimal.
    package func secret(bytes count: Int = 32) -> String {
        randomBytes(count).hexadecimal
    }

    /// A world that stands still at `moment` and counts instead of drawing lots, so that what tests print reads alike
    /// on every run.
    package static func fixed(_ moment: Instant) -> World {
        let drawn = Counter()
        return World(now: { moment }, randomBytes: { drawn.next($0) })
    }
}

/// Bytes of a counter, most significant first; never twice the same within one world.
private final class Counter: Sendable {
    private let value = Mutex<UInt64>(0)

    func next(_ count: Int) -> [UInt8] {
        let drawn = value.withLock { value in
            value += 1
            return value
        }
        return (0..<count).map { place in
            let shift = 8 * (count - 1 - place)
            return shift < 64 ? UInt8(truncatingIfNeeded: drawn >> UInt64(shift)) : 0
        }
    }
}
