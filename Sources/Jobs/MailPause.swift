package import Database
package import Kernel

/// Letters to many rest, because the mail server said that it is too much.
package struct MailPause: Hashable, Sendable {
    package let until: Instant
    /// In the server's words.
    package let reason: String

    package init(until: Instant, reason: String) { (self.until, self.reason) = (until, reason) }

    /// Seconds: a minute, then twice as long each time, up to a quarter of an hour.
    static func rest(afterTime number: Int) -> Int { min(900, 60 << min(max(number - 1, 0), 4)) }

    /// So often the same letter is tried first again; then it may be its address that is at fault, and the next one is.
    static let timesInOrder = 3
}

extension Reading {
    /// - Returns: nil when letters to many go.
    package func mailPause() throws -> MailPause? {
        try first("SELECT until_at, reason FROM mail_pause WHERE until_at > \(moment)") {
            MailPause(until: try $0[0], reason: try $0[1])
        }
    }
}

extension Transaction {
    /// The server could not take this letter because of how many there are. Letters to many rest in their order, and this
    /// try does not count: none of them is given up because there were too many.
    func slowDown(after job: ClaimedJob, because reason: String) throws {
        let times = (try first("SELECT times FROM mail_pause") { try $0[0] as Int } ?? 0) + 1
        let until = moment.adding(seconds: MailPause.rest(afterTime: times))
        try run(
            """
            INSERT INTO mail_pause (one, until_at, times, reason) VALUES (1, \(until), \(times), \(reason))
            ON CONFLICT (one) DO UPDATE SET until_at = excluded.until_at, times = excluded.times,
                reason = excluded.reason
            """)
        guard job.turn == .letterToMany else { return try putOff(job, because: reason) }
        try run(
            """
            UPDATE job SET claim = '', leased_until = \(moment), last_error = \(reason), tries = tries - 1,
                due_at = CASE WHEN \(times) % \(MailPause.timesInOrder) = 0 THEN \(moment) ELSE due_at END
            WHERE id = \(job.id) AND claim = \(job.claim)
            """)
    }

    /// One of many went: the server takes them again.
    func endMailPause(after job: ClaimedJob) throws {
        if job.turn == .letterToMany { try run("DELETE FROM mail_pause") }
    }
}
