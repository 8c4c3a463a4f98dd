import HTTPTypes
package import Hummingbird
import Kernel
import Markup

/// The whole site as one responder: the features' routes, the assets, and the three addresses for machines.
package struct SiteResponder: HTTPResponder {
    package typealias Context = WireContext

    private let router: RouterResponder<WireContext>
    private let pipeline: Pipeline
    /// What the router serves, for the test that walks every route.
    package let routes: [Routes.Route]

    package init(routes: Routes, runtime: SiteRuntime) {
        let pipeline = Pipeline(runtime: runtime)
        let router = Router(context: WireContext.self)
        for route in routes.all + routes.formAddresses {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await pipeline.respond(route, request, context)
            }
        }
        SystemRoutes(pipeline: pipeline).add(to: router)
        self.router = router.buildResponder()
        self.pipeline = pipeline
        self.routes = routes.all
    }

    /// HEAD is answered as GET is, without the body: what monitors, link checkers and calendar programmes ask first.
    package func respond(to request: Request, context: WireContext) async throws -> Response {
        guard request.method == .head else { return try await answer(request, context) }
        var head = request.head
        head.method = .get
        return try await answer(Request(head: head, body: request.body), context).createHeadResponse()
    }

    private func answer(_ request: Request, _ context: WireContext) async throws -> Response {
        var response = try await router.respond(to: request, context: context)
        // The router's own refusal is empty; every answer of ours has a type.
        if response.status == .notFound, response.headers[.contentType] == nil {
            response = await pipeline.respond(.missing(request.method), request, context)
        }
        response.headers[.requestID] = context.id
        return response
    }
}

extension Routes.Route {
    /// Stands in where the router knows no route, so that even a wrong address gets a page in the trust's frame.
    static func missing(_ method: HTTPRequest.Method) -> Routes.Route {
        Routes.Route(
            method: method, path: "(none)", access: "open: a wrong address", gate: nil,
            handle: { _ in throw Refusal.notFound }, takesUpload: false, servesFirstUse: false)
    }
}
