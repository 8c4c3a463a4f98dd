package import Kernel

/// Tries to sign in that are remembered against something.
package struct Failures: Hashable, Sendable {
    package let count: Int
    package let last: Instant?

    package init(count: Int, last: Instant?) { (self.count, self.last) = (count, last) }
}

/// Slows guessing down and never locks anybody out for good: after some free tries each further one doubles the wait.
package struct SignInThrottle: Hashable, Sendable {
    /// Tries without any wait.
    package let free: Int
    package let firstWait: Int
    package let longestWait: Int
    /// Seconds after which a failure is forgotten.
    package let memory: Int

    /// One account from one network, or from one browser that is known: half a minute after five tries, a quarter of an
    /// hour after ten, so at most about a hundred guesses a day.
    package static let pair = SignInThrottle(free: 5, firstWait: 30, longestWait: 900, memory: 24 * 60 * 60)

    /// The same for an account that many guess at from many networks. Each still has its first try, so that no stranger
    /// makes the owner wait who comes from a network of their own.
    package static let besieged = SignInThrottle(free: 1, firstWait: 30, longestWait: 900, memory: 24 * 60 * 60)

    /// Wrong tries for an account, from wherever, that make it `besieged`.
    package static let ceiling = 100

    /// One network, whatever the accounts: a whole school often shares one, so more is free.
    package static let network = SignInThrottle(free: 50, firstWait: 5, longestWait: 60, memory: 60 * 60)

    /// Letters with which one network may bother people who did not ask for them.
    package static let letters = SignInThrottle(free: 30, firstWait: 60, longestWait: 900, memory: 60 * 60)

    /// Tries that are kept, newest first; what a flood adds beyond them takes the place of its own beginning.
    package static let kept = 10_000

    package func remembers(since moment: Instant) -> Instant { moment.adding(seconds: -memory) }

    /// - Parameter failures: those that are remembered at `moment`.
    /// - Returns: seconds to wait before the next try is looked at; 0 for none.
    package func wait(after failures: Failures, at moment: Instant) -> Int {
        guard let last = failures.last, failures.count >= free else { return 0 }
        let doublings = min(failures.count - free, 20)
        let whole = min(longestWait, firstWait << doublings)
        return max(0, whole - moment.seconds(since: last))
    }
}
