import Database
import Jobs
import Logging
import ServiceLifecycle
import Site

/// Does the waiting jobs of every trust beside the pages, and stops when the server does.
struct TrustWorkers: Service {
    private let worker: JobWorker

    init(trusts: any Trusts, settings: SiteSettings, mail: Mail, logger: Logger) {
        let features = Features.all(mail: mail, site: settings.findingSites(among: trusts))
        worker = JobWorker(kinds: features.flatMap(\.jobs), logger: logger) {
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
