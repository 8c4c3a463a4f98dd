package import Kernel
import Synchronization

/// A clock that is set to each day of an invented past, and lots that fall alike every time, so that the demo trust is
/// the same trust on every machine.
package final class DemoClock: Sendable {
    private struct State {
        var now: Instant
        var lot: UInt64
    }

    private let state: Mutex<State>

    /// - Parameter seed: the same seed draws the same lots.
    package init(at now: Instant, seed: UInt64 = 0x5eed_0f_1110) { state = Mutex(State(now: now, lot: seed)) }

    package var world: World {
        World(
            now: { self.state.withLock { $0.now } },
            randomBytes: { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: self.next() >> 24) } })
    }

    /// Half past nine on `day`, plus minutes.
    package func set(to day: Day, minute: Int = 0) {
        let midnight = Int64(day.number) * 86_400_000
        state.withLock { $0.now = Instant(milliseconds: midnight + Int64(570 + minute) * 60_000) }
    }

    /// A minute later: people do one thing after another.
    func tick() { state.withLock { $0.now = $0.now.adding(seconds: 60) } }

    /// A whole number from `range`.
    func pick(_ range: Range<Int>) -> Int { range.lowerBound + Int(next() >> 33) % range.count }

    func pick<Element>(_ elements: [Element]) -> Element { elements[pick(0..<elements.count)] }

    /// SplitMix64 (Steele, Lea and Flood 2014): evenly spread, and the same on every machine.
    private func next() -> UInt64 {
        state.withLock { state in
            state.lot &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state.lot
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }
}
