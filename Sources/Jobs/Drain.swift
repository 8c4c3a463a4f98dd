package import Database
import Kernel
package import Logging

/// Does what a worker would do now, until nothing is due: fires schedules, then runs the jobs one after another.
/// - Parameter renewing: how often the worker says that it is still at a job; by default often enough.
/// - Returns: how many jobs ran, whether they went well or not.
@discardableResult
package func drain(
    _ database: any Database, _ kinds: [JobKind], logger: Logger = .quiet, renewing: Duration? = nil
) async throws -> Int {
    let work = WorkAtHand(kinds: kinds, logger: logger, renewing: renewing ?? Lease.renewing)
    try await work.fireSchedules(in: database)
    var ran = 0
    while try await work.runNext(in: database) { ran += 1 }
    return ran
}

/// One step of a worker in one trust's database.
struct WorkAtHand: Sendable {
    let kinds: [JobKind]
    let logger: Logger
    var renewing = Lease.renewing

    func fireSchedules(in database: any Database) async throws {
        for kind in try await database.read({ try $0.schedulesDue(of: kinds) }) {
            try await database.write { try $0.fire(kind) }
        }
    }

    /// - Returns: whether there was a job to run.
    func runNext(in database: any Database) async throws -> Bool {
        guard try await database.read({ try $0.hasDueJob(of: kinds) }),
            let job = try await database.write({ try $0.claimJob(of: kinds) }),
            let kind = kinds.first(where: { $0.name == job.kind })
        else { return false }
        do {
            try await Lease(job: job, database: database, pause: renewing, logger: logger).keeping {
                try await kind.run(job.payload, database)
            }
            try await database.write { tx in
                try tx.finish(job)
                try tx.endMailPause(after: job)
            }
            logger.info("job done", metadata: ["kind": "\(job.kind)", "job": "\(job.id)"])
        } catch {
            let reason = String("\(error)".prefix(500))
            logger.warning(
                "job put off", metadata: ["kind": "\(job.kind)", "try": "\(job.tries)", "error": "\(reason)"])
            let isTooMuch = (error as? MailFault)?.isTooMuch == true
            try await database.write { tx in
                if isTooMuch {
                    try tx.slowDown(after: job, because: reason)
                } else {
                    try tx.putOff(job, because: reason)
                }
            }
        }
        return true
    }
}
