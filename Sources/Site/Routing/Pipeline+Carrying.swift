import HTTPTypes
import Hummingbird
import Kernel
import Markup

/// No word is lost because a session ended while somebody wrote. The form comes with a token that says whose page it stood
/// on: for them it is shown again, at once or after signing in; for nobody else.
extension Pipeline {
    /// The sign-in page, with the form that came too late sealed in it.
    ///
    /// - Throws: `NeedsSignIn` where there are no words of a known person to carry.
    func carry(
        _ route: Routes.Route, _ request: Request, _ arrival: Arrival, _ key: FormKey
    ) async throws -> Answer {
        guard let size = route.size, !arrival.wantsFragment, let signIn,
            let late = try await lateForm(size, request, key), late.form.isFilled
        else { throw NeedsSignIn() }
        var arrival = arrival
        arrival.carried = try key.seal(CarriedForm(late.form, of: late.person, to: request.uri.description))
        var answer = try await signIn.handle(arrival)
        answer.status = .forbidden
        return answer
    }

    /// - Returns: nil for a form that no page of this trust carried, and for what cannot be read.
    private func lateForm(
        _ size: FormSize, _ request: Request, _ key: FormKey
    ) async throws -> (form: Form, person: PersonID)? {
        do { _ = try await readBody(size, request, key, accepts: { _ in false }) } catch let forged as ForgedForm {
            return forged.person.map { (forged.form, $0) }
        } catch { return nil }
        return nil
    }

    /// The form's own page with everything that was filled in, and nothing done. Of files that are too large, the handler
    /// says so at their fields. Where the page cannot draw it again, what
    /// was written stands on one that sends it.
    func offer(
        _ form: Form, _ uploads: [Upload] = [], because sentence: String, _ route: Routes.Route, _ arrival: Arrival
    ) async throws -> Answer {
        var arrival = arrival
        (arrival.form, arrival.uploads) = (form, uploads)
        let database = arrival.home.database
        arrival.home = TrustHome(
            key: arrival.home.key,
            database: uploads.isEmpty ? OfferedDatabase(database) : RefusingDatabase(database))
        var page: Page?
        do {
            if case .page(let drawn) = try await route.handle(arrival).body { page = drawn }
        } catch Refusal.invalid(let errors) where errors.isEmpty {}
        var shown = page ?? resending(form, route, arrival)
        shown.notice = sentence
        var answer = Answer.page(shown, status: .unprocessableContent)
        answer.drawn = form.has(onceField) ? form.text(onceField) : nil
        return answer
    }

    private func resending(_ form: Form, _ route: Routes.Route, _ arrival: Arrival) -> Page {
        let fields = form.names.filter { $0 != formTokenField }
        let hidden: HTML = fields.html { name in
            form.all(name).html { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" }
        }
        return Page(
            "What you wrote",
            body: """
                \(form.writing.html { "<div class=\"card\">\(paragraphs($0))</div>" })\
                \(postForm(
                    arrival.request.uri.description, token: arrival.cookies.formToken,
                    marks: route.takesUpload ? .upload : .plain, "\(hidden)\(buttonRow(button("Send it now", .primary)))"))
                """)
    }

    static let tooLarge =
        "A file is larger than what can be sent here. Everything you wrote is still here; nothing is saved yet."
    static let signedOutMeanwhile =
        "You were signed out before this was saved. Everything you wrote is here; nothing is saved yet: look through it and send it again."
    static let signedInMeanwhile =
        "This page was of an earlier sign-in. Everything you wrote is here; nothing is saved yet: look through it and send it again."
}

extension Form {
    /// Whether somebody filled anything in; a lone button is pressed again sooner than explained.
    fileprivate var isFilled: Bool {
        names.contains { name in
            ![formTokenField, onceField, "version"].contains(name) && all(name).contains { !$0.isEmpty }
        }
    }
}

extension Request {
    /// Asks for another form's page within the answer to a sign-in, with the cookies that this answer sets.
    static func onward(to address: String, after response: Response, to request: Request) -> Request {
        var headers = request.headers
        for name in [HTTPField.Name.contentLength, .contentType, .transferEncoding] { headers[name] = nil }
        let set = response.headers[values: .setCookie].map { String($0.prefix { $0 != ";" }) }
        headers[.cookie] = (set + [request.headers[.cookie]].compactMap(\.self)).joined(separator: "; ")
        let head = HTTPRequest(
            method: .post, scheme: request.head.scheme, authority: request.head.authority, path: address,
            headerFields: headers)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }
}
