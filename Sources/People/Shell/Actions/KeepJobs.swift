package import Database
package import Jobs
package import Kernel
import PeopleRules
import Trail

/// What the operator sees of the work that waits.
package struct JobsView: Hashable, Sendable {
    package let counts: JobCounts
    package let lines: [JobLine]
    package let moment: Instant
    /// nil when letters go.
    package let atRest: LettersAtRest?
    /// nil when the mail server takes letters to many.
    package let pause: MailPause?

    package static let limit = 200

    package init(
        counts: JobCounts, lines: [JobLine], moment: Instant, atRest: LettersAtRest? = nil, pause: MailPause? = nil
    ) {
        (self.counts, self.lines, self.moment, self.atRest, self.pause) = (counts, lines, moment, atRest, pause)
    }
}

/// - Throws: `forbidden` to all but administrators.
package func readJobs(by actor: Actor, in database: any Database) async throws -> JobsView {
    _ = try MayKeepJobs(actor)
    return try await database.read { tx in
        JobsView(
            counts: try tx.jobCounts(), lines: try tx.jobLines(limit: JobsView.limit), moment: tx.moment,
            atRest: try tx.lettersAtRest(), pause: try tx.mailPause())
    }
}

/// Lets letters go again after a backup was restored. Those that were asked for before are dropped.
///
/// - Parameter actor: nil for whoever has the machine.
/// - Returns: how many were dropped.
/// - Throws: `forbidden`; `conflict` when letters do not rest.
@discardableResult
package func resumeLetters(by actor: Actor?, in database: any Database) async throws -> Int {
    if let actor { _ = try MayKeepJobs(actor) }
    return try await database.write { tx in
        let dropped = try tx.resumeLetters()
        try tx.record(
            "letters-resumed", "letters", tx.newID() as JobID, by: actor, orBy: "termwise letters resume",
            after: dropped == 0 ? "" : "\(dropped) dropped")
        return dropped
    }
}

/// Lets a failed job have all its tries again.
///
/// - Throws: `forbidden`; `conflict` when it has not failed, or is gone.
package func tryJobAgain(_ job: JobID, by actor: Actor, in database: any Database) async throws {
    _ = try MayKeepJobs(actor)
    try await database.write { tx in
        try tx.tryAgain(job)
        try tx.record("job-tried-again", "job", job, by: actor)
    }
}
