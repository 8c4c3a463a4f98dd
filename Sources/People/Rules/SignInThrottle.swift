package import Kernel

/// Failed sign-ins remembered for one account, or for one address.
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

    /// Half a minute after five tries, a quarter of an hour after ten: at most about a hundred guesses a day.
    package static let account = SignInThrottle(free: 5, firstWait: 30, longestWait: 900, memory: 24 * 60 * 60)

    /// A whole school often shares one address, so more is free.
    package static let address = SignInThrottle(free: 50, firstWait: 10, longestWait: 900, memory: 60 * 60)

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
