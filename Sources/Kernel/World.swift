import Synchronization

/// What a program cannot know by itself: the time and chance. Built once in `App`; rules never see it.
package struct World: Sendable {
    package let now: @Sendable () -> Instant
    package let randomBytes: @Sendable (Int) -> [UInt8]
    private let made = MakingOrder()

    package init(now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.now = now
        self.randomBytes = randomBytes
    }

    /// A new identity made at `moment`. Ids sort by their moment and, made in one world, by the order of their making:
    /// a counter fills the bits behind the milliseconds (RFC 9562, section 6.2, method 1), chance the rest.
    package func newID<Subject>(at moment: Instant) -> ID<Subject> {
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: moment.milliseconds >> (40 - 8 * $0)) }
        bytes += randomBytes(10)
        let place = made.next(at: moment)
        bytes[6] = UInt8(truncatingIfNeeded: place >> 22) & 0x0f | 0x70
        bytes[7] = UInt8(truncatingIfNeeded: place >> 14)
        bytes[8] = UInt8(truncatingIfNeeded: place >> 8) & 0x3f | 0x80
        bytes[9] = UInt8(truncatingIfNeeded: place)
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

/// The place of an id among those of the same millisecond.
private final class MakingOrder: Sendable {
    private let last = Mutex((moment: Int64.min, place: 0))

    func next(at moment: Instant) -> Int {
        last.withLock { last in
            last = (moment.milliseconds, moment.milliseconds == last.moment ? last.place + 1 : 0)
            return last.place
        }
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
