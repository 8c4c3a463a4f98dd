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

    package static let limit = 200

    package init(counts: JobCounts, lines: [JobLine], moment: Instant) {
        (self.counts, self.lines, self.moment) = (counts, lines, moment)
    }
}

/// - Throws: `forbidden` to all but administrators.
package func readJobs(by actor: Actor, in database: any Database) async throws -> JobsView {
    _ = try MayKeepJobs(actor)
    return try await database.read { tx in
        JobsView(
            counts: try tx.jobCounts(), lines: try tx.jobLines(limit: JobsView.limit), moment: tx.moment)
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
