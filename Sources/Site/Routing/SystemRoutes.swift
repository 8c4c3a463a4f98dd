import Database
import HTTPTypes
import Hummingbird
import Kernel

/// Addresses that belong to no trust: assets, and what machines ask of this process.
struct SystemRoutes: Sendable {
    let pipeline: Pipeline

    func add(to router: Router<WireContext>) {
        router.get("/assets/:mark/:name") { request, context in
            let mark = context.parameters.get("mark") ?? ""
            let found = pipeline.runtime.assets.answer(mark: mark, name: context.parameters.get("name") ?? "")
            return respond(found ?? notFound, request)
        }
        router.get("/health") { request, _ in respond(.text("ok\n"), request) }
        router.get("/ready") { request, _ in respond(await readiness(), request) }
        router.get("/metrics") { request, _ in respond(try await metrics(request), request) }
    }

    private var notFound: Answer {
        Answer(status: .notFound, body: .text("Not found\n", type: "text/plain; charset=utf-8"))
    }

    private func respond(_ answer: Answer, _ request: Request) -> Response {
        pipeline.render(answer, for: .nobody(path: request.uri.path), request)
    }

    /// Ready means that every trust's database answers a question about its own schema, and that a save finds room there.
    private func readiness() async -> Answer {
        do {
            for home in try await pipeline.runtime.trusts.all() {
                _ = try await home.database.read {
                    try $0.first("SELECT COUNT(*) FROM schema_step") { try $0[0] as Int }
                }
                try await home.database.checkRoom()
            }
            return .text("ready\n")
        } catch {
            let why = meansNoRoom(error) ? "not ready: there is no room\n" : "not ready\n"
            return Answer(
                status: .serviceUnavailable, body: .text(why, type: "text/plain; charset=utf-8"))
        }
    }

    private func metrics(_ request: Request) async throws -> Answer {
        guard let token = pipeline.runtime.settings.metricsToken else { return notFound }
        guard request.headers[.authorization] == "Bearer \(token)" else {
            return Answer(status: .unauthorized, body: .text("A token is wanted\n", type: "text/plain; charset=utf-8"))
        }
        var lines = ["# TYPE termwise_statements_total counter"]
        for home in try await pipeline.runtime.trusts.all() {
            lines.append("termwise_statements_total{trust=\"\(home.key)\"} \(home.database.counts.statements)")
        }
        return .text(pipeline.runtime.metrics.text(extra: lines), type: "text/plain; version=0.0.4; charset=utf-8")
    }
}
