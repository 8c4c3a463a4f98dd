import Foundation
package import Kernel

extension World {
    /// The machine's clock and its source of randomness: the only place that asks for either.
    package static let system = World(
        now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
        randomBytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        })
}
