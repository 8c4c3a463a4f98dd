import Database
import Kernel

/// A job that this worker has for the time of its lease.
struct ClaimedJob: Sendable {
    let id: ID<JobKind>
    let kind: String
    let turn: JobTurn
    let payload: String
    let revision: Int
    let tries: Int
    let claim: ID<ClaimedJob>

    /// Longer than a worker that lives can fail to renew it.
    static let leaseSeconds = 300
}

extension Reading {
    /// Whether `claimJob` would find one; asks without taking the writer's place.
    func hasDueJob(of kinds: [JobKind]) throws -> Bool {
        try first("SELECT 1 FROM job WHERE \(claimable(kinds)) LIMIT 1") { try $0[0] as Int } != nil
    }

    fileprivate func claimable(_ kinds: [JobKind]) -> SQL {
        """
        failed_at IS NULL AND due_at <= \(moment) AND leased_until <= \(moment)
            AND kind IN (\(SQL.joined(kinds.map { "\($0.name)" })))
            AND (turn = \(JobTurn.work.rawValue) OR NOT EXISTS (SELECT 1 FROM restoration WHERE resumed_at IS NULL))
            AND (turn <> \(JobTurn.letterToMany.rawValue)
                 OR NOT EXISTS (SELECT 1 FROM mail_pause WHERE until_at > \(moment)))
        """
    }
}

extension Transaction {
    /// Takes the job whose turn is first and, of those, the one that is due for longest. The condition stands twice on purpose: where another worker takes the same
    /// row first, PostgreSQL looks at the outer one again and the row is left alone; then the next one is tried.
    func claimJob(of kinds: [JobKind]) throws -> ClaimedJob? {
        let claim: ID<ClaimedJob> = newID()
        for _ in 0..<3 {
            let claimed = try first(
                """
                UPDATE job SET tries = tries + 1, claim = \(claim),
                    leased_until = \(moment.adding(seconds: ClaimedJob.leaseSeconds))
                WHERE leased_until <= \(moment) AND failed_at IS NULL AND id = (
                    SELECT id FROM job WHERE \(claimable(kinds)) ORDER BY turn, due_at, id LIMIT 1)
                RETURNING id, kind, turn, payload, revision, tries
                """
            ) { row in
                ClaimedJob(
                    id: try row[0], kind: try row[1], turn: try JobTurn.read(row, 2), payload: try row[3],
                    revision: try row[4], tries: try row[5], claim: claim)
            }
            guard let claimed else { continue }
            if claimed.tries <= RetryRule.tries { return claimed }
            try giveUp(claimed, because: "The program stopped each time while it did this.")
        }
        return nil
    }

    func renew(_ job: ClaimedJob) throws {
        try run(
            """
            UPDATE job SET leased_until = \(moment.adding(seconds: ClaimedJob.leaseSeconds))
            WHERE id = \(job.id) AND claim = \(job.claim)
            """)
    }

    /// Done. When it was enqueued again meanwhile, it waits to be done again.
    func finish(_ job: ClaimedJob) throws {
        let gone = try run(
            "DELETE FROM job WHERE id = \(job.id) AND claim = \(job.claim) AND revision = \(job.revision)")
        guard gone == 0 else { return }
        try run(
            """
            UPDATE job SET tries = 0, claim = '', leased_until = \(moment)
            WHERE id = \(job.id) AND claim = \(job.claim)
            """)
    }

    /// Went wrong: rests, or waits for the operator when it has had its chances.
    func putOff(_ job: ClaimedJob, because reason: String) throws {
        guard job.tries < RetryRule.tries else { return try giveUp(job, because: reason) }
        try run(
            """
            UPDATE job SET claim = '', leased_until = \(moment), last_error = \(reason),
                due_at = \(moment.adding(seconds: RetryRule.rest(afterTry: job.tries)))
            WHERE id = \(job.id) AND claim = \(job.claim)
            """)
    }

    private func giveUp(_ job: ClaimedJob, because reason: String) throws {
        try run(
            """
            UPDATE job SET failed_at = \(moment), claim = '', leased_until = \(moment), last_error = \(reason)
            WHERE id = \(job.id) AND claim = \(job.claim)
            """)
    }
}

extension JobTurn {
    static func read(_ row: borrowing Row, _ column: Int) throws -> JobTurn {
        guard let turn = JobTurn(rawValue: try row[column]) else {
            throw DatabaseError.unreadable(column: column, as: "turn of a job")
        }
        return turn
    }
}
