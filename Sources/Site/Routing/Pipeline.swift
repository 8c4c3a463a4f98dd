import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// One request from the socket to the response, in the order that nothing may skip: trust, session, gate, size, form
/// token, handler, answer.
struct Pipeline: Sendable {
    let runtime: SiteRuntime

    func respond(_ route: Routes.Route, _ request: Request, _ context: WireContext) async -> Response {
        let started = ContinuousClock.now
        var logger = context.logger
        let peer = clientAddress(request, context)
        var reader = Reader.nobody(path: request.uri.path)
        var answer: Answer
        var uploads: [Upload] = []
        var form = Form.empty
        var entry: Entry?
        do {
            let arrival = try await arrive(route, request, context, peer, &reader, &entry, logger)
            (uploads, form) = (arrival.uploads, arrival.form)
            answer = try await route.handle(arrival)
            if arrival.cookies.isNew {
                answer.cookies.append(
                    VisitCookies.set(
                        VisitCookies.passing, to: arrival.cookies.passingSecret, secure: runtime.settings.usesTLS))
            }
        } catch {
            if let forged = error as? ForgedForm { form = forged.form }
            answer = answerTo(error, wrote: form, request, context, logger)
        }
        Uploads.discard(uploads)
        // An address that is a key goes to nobody, not even in what the browser tells our own proxy.
        if route.isSecret { answer.headers[.referrerPolicy] = "no-referrer" }
        let response = render(answer, for: reader, request)
        let took = ContinuousClock.now - started
        let seconds = Double(took.components.attoseconds) / 1e18 + Double(took.components.seconds)
        logger[metadataKey: "peer"] = "\(peer)"
        logger.info(
            "answered",
            metadata: [
                "method": "\(request.method)", "route": "\(route.path)", "status": "\(response.status.code)",
                "ms": "\(Int(seconds * 10_000) / 10)",
            ])
        note(answer, response.status, route, by: entry, context, logger)
        runtime.metrics.answered(
            method: request.method.rawValue, route: route.path, status: response.status.code, seconds: seconds)
        return response
    }

    private func arrive(
        _ route: Routes.Route, _ request: Request, _ context: WireContext, _ peer: String, _ reader: inout Reader,
        _ entry: inout Entry?, _ logger: Logger
    ) async throws -> Arrival {
        guard let home = try await runtime.trusts.home(host: host(of: request, context)) else { throw UnknownTrust() }
        let cookies = VisitCookies(
            header: request.headers[.cookie], secure: runtime.settings.usesTLS, world: runtime.world)
        if let token = cookies.sessionToken {
            entry = try await runtime.doorkeeper.entry(token: token, in: home.database)
        }
        var trustName = entry?.trustName
        if trustName == nil { trustName = try await runtime.doorkeeper.trustName(in: home.database) }
        if trustName == nil && !route.servesFirstUse { throw NeedsFirstUse() }
        reader = Reader(
            trustName: trustName ?? "Termwise", person: entry?.actor.name,
            links: entry.map { runtime.links($0.actor) } ?? [], formToken: cookies.formToken, path: request.uri.path,
            isDemo: runtime.settings.isDemo)
        try route.check(entry)
        let sent = try await readBody(route, request, cookies)
        return Arrival(
            home: home, trustName: trustName, entry: entry, settings: runtime.settings, logger: logger, address: peer,
            cookies: cookies, form: sent.form, uploads: sent.uploads, request: request, parameters: context.parameters,
            assetsMark: runtime.assets.mark, reader: reader)
    }

    /// - Throws: `Refusal.forbidden` when a form came without its token: nothing below has run then.
    private func readBody(
        _ route: Routes.Route, _ request: Request, _ cookies: VisitCookies
    ) async throws -> (form: Form, uploads: [Upload]) {
        guard request.method != .get, request.method != .head else { return (.empty, []) }
        if route.takesUpload {
            return try await Uploads.read(request, limit: runtime.settings.uploadLimit) { cookies.accepts(token: $0) }
        }
        let body: String
        do {
            body = String(buffer: try await request.body.collect(upTo: runtime.settings.formLimit))
        } catch { throw TooLarge(limit: runtime.settings.formLimit) }
        guard let form = Form(urlEncoded: body) else { throw Malformed() }
        guard cookies.accepts(token: request.headers[.formToken] ?? form.text("form-token")) else {
            throw ForgedForm(form: form)
        }
        return (form, [])
    }

    private func host(of request: Request, _ context: WireContext) -> String {
        let forwarded = runtime.settings.trustedProxies.contains(context.peer) ? request.headers[.forwardedHost] : nil
        let authority = forwarded ?? request.head.authority ?? ""
        if authority.hasPrefix("[") { return String(authority.prefix { $0 != "]" }).lowercased() + "]" }
        return String(authority.prefix { $0 != ":" }).lowercased()
    }

    /// The nearest address that is not one of our proxies.
    private func clientAddress(_ request: Request, _ context: WireContext) -> String {
        guard runtime.settings.trustedProxies.contains(context.peer) else { return context.peer }
        let hops = (request.headers[.forwardedFor] ?? "").split(separator: ",").map { String($0).trimmed }
        return hops.last { !runtime.settings.trustedProxies.contains($0) } ?? context.peer
    }
}

struct UnknownTrust: Error {}
struct NeedsFirstUse: Error {}
struct TooLarge: Error { let limit: Int }
struct Malformed: Error {}
struct ForgedForm: Error { let form: Form }

extension Reader {
    static func nobody(path: String) -> Reader {
        Reader(trustName: "Termwise", person: nil, links: [], formToken: "", path: path)
    }
}
