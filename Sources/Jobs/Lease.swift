import Database
import Logging

/// Keeps a job claimed for as long as its work lasts.
struct Lease: Sendable {
    /// A quarter of the lease, so that two renewals in a row may fail, as while the database restarts.
    static let renewing = Duration.seconds(ClaimedJob.leaseSeconds / 4)

    let job: ClaimedJob
    let database: any Database
    let pause: Duration
    let logger: Logger

    func keeping(_ work: () async throws -> Void) async throws {
        let renewal = Task {
            while true {
                try await Task.sleep(for: pause)
                await renew()
            }
        }
        defer { renewal.cancel() }
        try await work()
    }

    private func renew() async {
        do {
            try await database.write { try $0.renew(job) }
        } catch is CancellationError {
            return
        } catch {
            logger.warning("lease not renewed", metadata: ["job": "\(job.id)", "error": "\(error)"])
        }
    }
}
