/// How long a job that went wrong rests, and when it has had its chances: ten tries over some six hours, so that a mail
/// server may be away for a morning.
enum RetryRule {
    static let tries = 10

    /// Seconds: 15, 60, 240, 960, then an hour each.
    static func rest(afterTry number: Int) -> Int { min(3_600, 15 << (2 * min(max(number - 1, 0), 10))) }
}
