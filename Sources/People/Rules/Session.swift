package import Kernel

/// How long a sign-in lasts. An hour without a touch ends it, so that a laptop left in a classroom is nobody's by the
/// end of the lesson; twelve hours end it whatever happens, so that everybody signs in once a working day.
package struct SessionLife: Hashable, Sendable {
    package static let idleSeconds = 60 * 60
    package static let wholeSeconds = 12 * 60 * 60
    /// The last touch is written at most this often, so that reading pages seldom writes.
    package static let touchSeconds = 5 * 60

    package let started: Instant
    package let seen: Instant

    package init(started: Instant, seen: Instant) { (self.started, self.seen) = (started, seen) }

    /// The first moment at which it is over unless touched again.
    package var ends: Instant {
        min(seen.adding(seconds: Self.idleSeconds), started.adding(seconds: Self.wholeSeconds))
    }

    package func isOver(at moment: Instant) -> Bool { moment >= ends }

    package func wantsTouch(at moment: Instant) -> Bool { moment >= seen.adding(seconds: Self.touchSeconds) }
}
