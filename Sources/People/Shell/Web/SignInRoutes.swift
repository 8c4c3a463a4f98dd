import HTTPTypes
import Kernel
import PeopleRules
import Site

/// Sign-in and sign-out.
func signInRoutes(_ routes: inout Routes, _ hasher: PasswordHasher) {
    routes.open(.get, PeopleLinks.signIn, because: "whoever signs in is not yet known") { arrival in
        guard arrival.entry == nil else { return .seeOther(PeopleLinks.next(arrival.query("next"))) }
        return .page(try await arrival.signInPage(next: arrival.query("next")).page)
    }
    routes.open(.post, PeopleLinks.signIn, because: "whoever signs in is not yet known", size: .carrying) { arrival in
        try await signInByPassword(arrival, hasher)
    }
    routes.open(
        .post, PeopleLinks.demoSignIn, because: "only a demo, where nobody is real, takes it", size: .carrying,
        signInByChoice)
    routes.open(.post, PeopleLinks.signOut, because: "a session that ended meanwhile must be let go as well") {
        arrival in
        if let session = arrival.cookies.sessionToken { try await signOut(session, in: arrival.database) }
        return arrival.signedOut
    }
}

private func signInByPassword(_ arrival: Arrival, _ hasher: PasswordHasher) async throws -> Answer {
    let input = SignInInput(email: arrival.form.text("email"), password: arrival.form.secret("password"))
    do {
        let token = try await signIn(input, from: arrival.visitor, hasher: hasher, in: arrival.database)
        return arrival.signedIn(with: token, next: arrival.form.text("next"))
            .logged(.signedIn, account: input.account.text)
    } catch Refusal.invalid(let errors) {
        return .page(try await arrival.refused(errors, email: input.email), status: .unprocessableContent)
            .logged(.signInFailed, account: input.account.text)
    } catch Refusal.tooMany(let seconds) {
        let page = try await arrival.refused(.tooManyTries(seconds, field: "email"), email: input.email)
        return .waiting(seconds, page).logged(.signInFailed, account: input.account.text)
    }
}

private func signInByChoice(_ arrival: Arrival) async throws -> Answer {
    guard arrival.settings.isDemo, let id = PersonID(arrival.form.text("person")) else { throw Refusal.notFound }
    let token = try await signInOnDemo(as: id, from: arrival.visitor, in: arrival.database)
    return arrival.signedIn(with: token, next: arrival.form.text("next"))
}

extension Arrival {
    var visitor: Visitor {
        Visitor(
            address: address, browser: header(.userAgent), browserSecret: cookies.passingSecret,
            session: cookies.sessionToken)
    }

    /// Goes on to an address of this site with the session's cookie set; the browser will be known again.
    func signedIn(with token: String, next: String?) -> Answer {
        var answer = Answer.seeOther(PeopleLinks.next(next))
        answer.cookies += [
            VisitCookies.set(VisitCookies.session, to: token, secure: settings.usesTLS),
            VisitCookies.set(
                VisitCookies.passing, to: cookies.passingSecret, secure: settings.usesTLS,
                keptFor: KnownBrowser.seconds),
        ]
        return answer
    }

    /// The session's cookie goes, and every page that the browser kept, so that "Back" shows nothing to whoever comes next.
    var signedOut: Answer {
        var answer = Answer.seeOther(PeopleLinks.signIn)
        answer.cookies.append(VisitCookies.clear(VisitCookies.session, secure: settings.usesTLS))
        answer.headers[.clearSiteData] = "\"cache\""
        return answer.logged(.sessionsEnded)
    }

    fileprivate func signInPage(next: String?) async throws -> SignInPage {
        let demo = settings.isDemo ? try await readDemoPeople(in: database) : nil
        let waiting = carried ?? form.text(carriedField)
        return SignInPage(
            token: cookies.formToken, next: PeopleLinks.next(next), carried: waiting.isEmpty ? nil : waiting, demo: demo
        )
    }

    fileprivate func refused(_ errors: FieldErrors, email: String) async throws -> Page {
        var page = try await signInPage(next: form.text("next"))
        (page.email, page.errors) = (email, errors)
        return page.page
    }
}

extension Answer {
    static func waiting(_ seconds: Int, _ page: Page) -> Answer {
        var answer = Answer.page(page, status: .tooManyRequests)
        answer.headers[.retryAfter] = String(seconds)
        return answer
    }
}

extension FieldErrors {
    static func tooManyTries(_ seconds: Int, field: String) -> FieldErrors {
        let wait = seconds < 120 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes"
        return FieldErrors([(field, "That was too many tries. Wait \(wait), then try again.")])
    }
}
