package import Database
package import Kernel

package typealias JobID = ID<JobKind>

/// A job as the operator sees it. What it carries is not shown: it may name people.
package struct JobLine: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case waiting(until: Instant)
        case running(until: Instant)
        case failed(at: Instant)
    }

    package let id: JobID
    package let kind: String
    package let turn: JobTurn
    /// When it was last asked for.
    package let asked: Instant
    package let state: State
    package let tries: Int
    /// Why the last try went wrong; empty when none has.
    package let lastError: String

    package init(
        id: JobID, kind: String, turn: JobTurn, asked: Instant, state: State, tries: Int, lastError: String
    ) {
        (self.id, self.kind, self.turn, self.asked, self.state) = (id, kind, turn, asked, state)
        (self.tries, self.lastError) = (tries, lastError)
    }
}

/// How many jobs there are in each state.
package struct JobCounts: Hashable, Sendable {
    package let waiting: Int
    package let running: Int
    package let failed: Int

    package init(waiting: Int, running: Int, failed: Int) {
        (self.waiting, self.running, self.failed) = (waiting, running, failed)
    }
}

extension Reading {
    /// Failed jobs first, then those that are due soonest.
    package func jobLines(limit: Int) throws -> [JobLine] {
        try rows(
            """
            SELECT id, kind, due_at, tries, leased_until, last_error, failed_at, turn, asked_at FROM job
            ORDER BY CASE WHEN failed_at IS NULL THEN 1 ELSE 0 END, due_at, id LIMIT \(limit)
            """
        ) { row in
            let leased: Instant = try row[4]
            let failed: Instant? = try row[6]
            let open: JobLine.State = leased > moment ? .running(until: leased) : .waiting(until: try row[2])
            return JobLine(
                id: try row[0], kind: try row[1], turn: try JobTurn.read(row, 7), asked: try row[8],
                state: failed.map { .failed(at: $0) } ?? open, tries: try row[3], lastError: try row[5])
        }
    }

    package func jobCounts() throws -> JobCounts {
        let counts = try first(
            """
            SELECT COUNT(*) FILTER (WHERE failed_at IS NULL AND leased_until <= \(moment)),
                   COUNT(*) FILTER (WHERE failed_at IS NULL AND leased_until > \(moment)),
                   COUNT(*) FILTER (WHERE failed_at IS NOT NULL)
            FROM job
            """
        ) { row in JobCounts(waiting: try row[0], running: try row[1], failed: try row[2]) }
        return counts ?? JobCounts(waiting: 0, running: 0, failed: 0)
    }
}

extension Transaction {
    /// Lets a failed job have all its tries again.
    /// - Throws: `Refusal.conflict` when it has not failed, or is gone.
    package func tryAgain(_ job: JobID) throws {
        let revived = try run(
            """
            UPDATE job SET failed_at = NULL, tries = 0, due_at = \(moment), leased_until = \(moment)
            WHERE id = \(job) AND failed_at IS NOT NULL
            """)
        if revived == 0 { throw Refusal.conflict("This job is not waiting for you any more.") }
    }
}
