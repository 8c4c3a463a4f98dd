import Foundation
package import Kernel

extension World {
    /// The machine's clock and its source of randomness: the only place that asks for either.
    package static let system = World(
        now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
        randomBytes: { count in
            // Each draw asks the system for eight bytes.
            var generator = SystemRandomNumberGenerator()
            let draws = (0..<(count + 7) / 8).map { _ in generator.next() as UInt64 }
            return (0..<count).map { UInt8(truncatingIfNeeded: draws[$0 / 8] >> UInt64($0 % 8 * 8)) }
        })
}

extension World {
    /// The same world with its clock put to `day`, at the time of day that it is; it goes on from there.
    package func travelled(to day: Day) -> World {
        let days = day - now().day
        return World(now: { self.now().adding(seconds: days * 86_400) }, randomBytes: randomBytes)
    }
}
