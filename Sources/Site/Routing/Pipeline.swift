import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// One request from the socket to the response, in the order that nothing may skip: how many at once, trust, session,
/// gate, permission to send files, size, form token, session and gate once more, handler, answer.
struct Pipeline: Sendable {
    let runtime: SiteRuntime
    let crowd: Crowd
    /// The page that lets people in, for a form whose session ended.
    let signIn: Routes.Route?
    private let keys = FormKeys()

    init(runtime: SiteRuntime, signIn: Routes.Route?) {
        (self.runtime, self.signIn) = (runtime, signIn)
        crowd = Crowd(most: runtime.settings.atOnce)
    }

    /// What is known of a request while it is dealt with, for the answer to whatever becomes of it.
    private struct Course {
        var reader: Reader
        /// Who is signed in, as was found when it was looked up last.
        var entry: Entry?
        var sent = SentForm()
        /// Whether nothing is left to come from the sender.
        var isRead: Bool
    }

    func respond(_ route: Routes.Route, _ request: Request, _ context: WireContext) async -> Response {
        let started = ContinuousClock.now
        var logger = context.logger
        let peer = visitorAddress(request, context)
        var course = Course(reader: .nobody(path: request.uri.path), isRead: !request.hasBody)
        var answer: Answer
        do {
            answer = try await crowd.letIn(VisitorNetwork(peer)) {
                try await answered(route, request, context, peer, &course, logger)
            }
        } catch {
            if let forged = error as? ForgedForm, forged.person == nil { course.sent.form = forged.form }
            answer = answerTo(error, wrote: course.sent.form, request, context, logger)
        }
        Uploads.discard(course.sent.uploads)
        context.onward.form = answer.onward
        if !course.isRead {
            answer.headers[.connection] = "close"
            context.hangUp()
        }
        // An address that is a key goes to nobody, not even in what the browser tells our own proxy.
        if route.isSecret { answer.headers[.referrerPolicy] = "no-referrer" }
        let response = render(answer, for: course.reader, request)
        let took = ContinuousClock.now - started
        let seconds = Double(took.components.attoseconds) / 1e18 + Double(took.components.seconds)
        logger[metadataKey: "peer"] = "\(peer)"
        logger.info(
            "answered",
            metadata: [
                "method": "\(request.method)", "route": "\(route.path)", "status": "\(response.status.code)",
                "ms": "\((seconds * 10_000).rounded(.down) / 10)",
            ])
        note(answer, response.status, route, by: course.entry, context, logger)
        runtime.metrics.answered(
            method: request.method.rawValue, route: route.path, status: response.status.code, seconds: seconds)
        return response
    }

    private func answered(
        _ route: Routes.Route, _ request: Request, _ context: WireContext, _ peer: String, _ course: inout Course,
        _ logger: Logger
    ) async throws -> Answer {
        var arrival = try await arrive(request, context, peer, &course, logger)
        if arrival.trustName == nil && !route.servesFirstUse { throw NeedsFirstUse() }
        let (cookies, key) = (arrival.cookies, try await keys.key(of: arrival.home))
        var answer: Answer
        if let carried = CarriedForm.offered {
            try route.check(arrival.entry)
            guard carried.person == arrival.entry?.actor.person.text else { return .seeOther("/") }
            return try await offer(carried.form, because: Self.signedOutMeanwhile, route, arrival)
        } else if route.size != nil, route.isClosed(to: arrival) {
            answer = try await carry(route, request, arrival, key)
        } else {
            try route.check(arrival.entry)
            do {
                if let size = route.size {
                    if size.hasFiles { try await route.asks(SignedIn(arrival)) }
                    course.sent = try await readBody(size, request, key) { cookies.accepts(token: $0) }
                    course.isRead = course.sent.isWhole
                    // What came may have taken long: it counts who its sender is now.
                    arrival = try await arrive(request, context, peer, &course, logger)
                    try route.check(arrival.entry)
                    if course.sent.uploads.contains(where: \.isCut) {
                        return try await offer(
                            course.sent.form, course.sent.uploads, because: Self.tooLarge, route, arrival)
                    }
                    arrival.take(course.sent)
                }
                answer = try await route.handle(arrival)
            } catch let forged as ForgedForm {
                let reader = arrival.entry?.actor.person
                // The page that a sign-in led to, loaded anew.
                if let carried = key.open(forged.form.text(carriedField)), carried.person == reader?.text {
                    return .going(on: carried)
                }
                // Words of somebody who is not the reader are not shown.
                guard let reader, forged.person == reader, !arrival.wantsFragment else { throw forged }
                return try await offer(forged.form, because: Self.signedInMeanwhile, route, arrival)
            }
            if answer.signsIn, let carried = key.open(course.sent.form.text(carriedField)) { answer.onward = carried }
        }
        if cookies.isNew {
            answer.cookies.append(
                VisitCookies.set(VisitCookies.passing, to: cookies.passingSecret, secure: runtime.settings.usesTLS))
        }
        return answer
    }

    private func arrive(
        _ request: Request, _ context: WireContext, _ peer: String, _ course: inout Course, _ logger: Logger
    ) async throws -> Arrival {
        guard request.hasPlainAddress else { throw WrongAddress() }
        var cookies = VisitCookies(
            header: request.headers[.cookie], secure: runtime.settings.usesTLS, world: runtime.world)
        guard let home = try await runtime.trusts.home(host: host(of: request, context)) else { throw UnknownTrust() }
        var entry: Entry?
        if let token = cookies.sessionToken {
            entry = try await runtime.doorkeeper.entry(token: token, in: home.database)
        }
        var trustName = entry?.trustName
        if trustName == nil { trustName = try await runtime.doorkeeper.trustName(in: home.database) }
        if let person = entry?.actor.person { cookies.formToken += try await keys.key(of: home).mark(of: person) }
        course.entry = entry
        course.reader = Reader(
            trustName: trustName ?? "Termwise", person: entry?.actor.name,
            links: entry.map { runtime.links($0.actor) } ?? [], formToken: cookies.formToken, path: request.uri.path,
            isDemo: runtime.settings.isDemo, id: entry?.actor.person)
        return Arrival(
            home: home, trustName: trustName, entry: entry, settings: runtime.settings, logger: logger, address: peer,
            cookies: cookies, request: request, parameters: context.parameters, assetsMark: runtime.assets.mark,
            reader: course.reader)
    }

    /// - Throws: `ForgedForm` when a form came without its token: nothing below has run then.
    func readBody(
        _ size: FormSize, _ request: Request, _ key: FormKey, accepts: @escaping @Sendable (String) -> Bool
    ) async throws -> SentForm {
        if !size.hasFiles, let said = request.headers[.contentLength], Int(written: said, 0...size.bytes) == nil {
            throw TooLarge.bytes(size.bytes)
        }
        let headers = request.headers
        return try await request.body.read(upTo: size.read, Patience(bytes: size.bytes)) { pieces in
            if size.hasFiles {
                return try await Uploads.read(
                    pieces, keeping: size.bytes, contentType: headers[.contentType] ?? "", accepts: accepts,
                    person: key.person(markedIn:))
            }
            let form = try Form(urlEncoded: try await pieces.collected(), most: size.fields)
            let token = headers[.formToken] ?? form.text(formTokenField)
            guard accepts(token) else { throw ForgedForm(form: form, person: key.person(markedIn: token)) }
            return SentForm(form: form)
        }
    }

    private func host(of request: Request, _ context: WireContext) -> String {
        let forwarded = runtime.settings.trustedProxies.contains(context.peer) ? request.headers[.forwardedHost] : nil
        let authority = forwarded ?? request.head.authority ?? ""
        if authority.hasPrefix("[") { return String(authority.prefix { $0 != "]" }).lowercased() + "]" }
        return String(authority.prefix { $0 != ":" }).lowercased()
    }

    /// The nearest address that is not one of our proxies, without the port that some proxies write behind it.
    private func visitorAddress(_ request: Request, _ context: WireContext) -> String {
        guard runtime.settings.trustedProxies.contains(context.peer) else { return context.peer }
        let hops = (request.headers[.forwardedFor] ?? "").split(separator: ",").map { String($0).trimmed.withoutPort }
        return hops.last { !runtime.settings.trustedProxies.contains($0) } ?? context.peer
    }
}

extension Request {
    fileprivate var hasBody: Bool {
        headers[.transferEncoding] != nil || !["0", nil].contains(headers[.contentLength])
    }
}

extension String {
    /// `203.0.113.7` of `203.0.113.7:4711`, `2001:db8::7` of `[2001:db8::7]:4711`; what has no port as it is.
    var withoutPort: String {
        if hasPrefix("[") { return String(dropFirst().prefix { $0 != "]" }) }
        return count { $0 == ":" } == 1 ? String(prefix { $0 != ":" }) : self
    }
}

struct UnknownTrust: Error {}
struct NeedsFirstUse: Error {}
struct WrongAddress: Error {}

extension Request {
    /// Whether the address can be one of ours. Told again in a link or a redirect, `//host` would lead a browser to that
    /// host, as would `/\\host`; and no text of ours holds the character of number 0.
    var hasPlainAddress: Bool {
        let address = head.path ?? ""
        return address.hasPrefix("/") && !address.hasPrefix("//") && !address.hasPrefix("/\\")
            && !address.contains("%00")
    }
}

extension Reader {
    static func nobody(path: String) -> Reader {
        Reader(trustName: "Termwise", person: nil, links: [], formToken: "", path: path)
    }
}
