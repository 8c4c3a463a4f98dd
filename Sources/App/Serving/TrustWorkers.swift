import Database
import Jobs
import Logging
import ServiceLifecycle
import Site

/// Does the waiting jobs of every trust beside the pages, and stops when the server does.
struct TrustWorkers: Service {
    private let worker: JobWorker

    init(trusts: any Trusts, mail: Mail, logger: Logger) {
        worker = JobWorker(kinds: Features.all(mail: mail).flatMap(\.jobs), logger: logger) {
            try await trusts.all().map(\.database)
        }
    }

    func run() async throws {
        let worker = self.worker
        await withGracefulShutdownHandler {
            await worker.run()
        } onGracefulShutdown: {
            worker.stop()
        }
    }
}
