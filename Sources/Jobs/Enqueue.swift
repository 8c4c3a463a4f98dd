package import Database
package import Kernel

package let jobMigrations = [Migration("0001-jobs", PackageResources._001_jobs_sql)]

extension Transaction {
    /// Asks for work to be done after this transaction is kept; nothing remains of the wish when it is not.
    ///
    /// - Parameters:
    ///   - kind: the name of a `JobKind`.
    ///   - turn: what it is.
    ///   - key: jobs with the same key are one job while they wait: the newest payload counts, and the earlier due
    ///     moment. One that is running runs once more; one that failed waits anew. nil for a job of its own.
    ///   - dueAt: nil for as soon as may be.
    package func enqueue(
        _ kind: String, _ turn: JobTurn = .work, payload: String = "", key: String? = nil, dueAt: Instant? = nil
    ) throws {
        let id: ID<JobKind> = newID()
        try run(
            """
            INSERT INTO job (id, kind, turn, asked_at, payload, dedupe_key, revision, due_at, tries, claim, leased_until,
                             last_error)
            VALUES (\(id), \(kind), \(turn.rawValue), \(moment), \(payload),
                    \(key.map { "\(kind) \($0)" } ?? id.text), 1, \(dueAt ?? moment), 0, '', \(moment), '')
            ON CONFLICT (dedupe_key) DO UPDATE SET
                payload = excluded.payload, asked_at = excluded.asked_at, revision = job.revision + 1, failed_at = NULL,
                tries = CASE WHEN job.failed_at IS NULL THEN job.tries ELSE 0 END,
                due_at = CASE WHEN job.failed_at IS NULL AND job.due_at < excluded.due_at THEN job.due_at
                              ELSE excluded.due_at END
            """)
    }
}
