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
        let signIn = routes.all.first { $0.method == .get && $0.path == FrameAddress.signIn }
        let pipeline = Pipeline(runtime: runtime, signIn: signIn)
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
        var response = try await answer(to: request, context)
        if let carried = context.onward.form {
            let next = Request.onward(to: carried.address, after: response, to: request)
            let cookies = response.headers[values: .setCookie]
            response = try await CarriedForm.$offered.withValue(carried) { try await answer(to: next, context) }
            for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        }
        response.headers[.requestID] = context.id
        return response
    }

    private func answer(to request: Request, _ context: WireContext) async throws -> Response {
        guard request.method == .head else { return try await answerWhole(request, context) }
        var head = request.head
        head.method = .get
        return try await answerWhole(Request(head: head, body: request.body), context).createHeadResponse()
    }

    private func answerWhole(_ request: Request, _ context: WireContext) async throws -> Response {
        // The router would take `//me` for `/me`.
        var response =
            request.hasPlainAddress
            ? try await router.respond(to: request, context: context)
            : await pipeline.respond(.missing(request.method), request, context)
        // The router's own refusal is empty; every answer of ours has a type.
        if response.status == .notFound, response.headers[.contentType] == nil {
            response = await pipeline.respond(.missing(request.method), request, context)
        }
        return response
    }
}

extension Routes.Route {
    /// Stands in where the router knows no route, so that even a wrong address gets a page in the trust's frame.
    static func missing(_ method: HTTPRequest.Method) -> Routes.Route {
        Routes.Route(
            method: method, path: "(none)", access: "open: a wrong address", gate: nil, size: nil
        ) { _ in throw Refusal.notFound }
    }
}
