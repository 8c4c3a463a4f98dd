import HTTPTypes
import Jobs
import Kernel
import NoticeRules
import Site

/// What everybody chooses for themselves.
func noticesRoutes(_ routes: inout Routes, _ mail: Mail) {
    routes.get(NoticesLinks.notices, .signedIn) { visit in .page(try await visit.noticesPage(mail).page) }
    routes.post(NoticesLinks.notices, .signedIn) { visit in try await choose(visit, mail) }
    routes.post(NoticesLinks.feed, .signedIn) { visit in
        let secret = try await renewFeed(by: visit.actor, in: visit.database)
        var page = try await visit.noticesPage(mail)
        page.newFeed = visit.arrival.siteAddress + NoticesLinks.feed(secret)
        var answer = Answer.page(page.page)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }
    routes.post(NoticesLinks.entries, .signedIn) { visit in
        guard let entries = Feed.Entries(rawValue: visit.form.text("entries")) else {
            throw Refusal.invalid("entries", "Choose what others see.")
        }
        try await chooseEntries(entries, by: visit.actor, in: visit.database)
        return .seeOther(NoticesLinks.notices + "?done=kept")
    }
    routes.post(NoticesLinks.endFeed, .signedIn) { visit in
        try await endFeed(by: visit.actor, in: visit.database)
        return .seeOther(NoticesLinks.notices + "?done=ended")
    }
}

/// The feed itself, for calendar programmes, which cannot sign in.
func feedRoutes(_ routes: inout Routes, _ collect: @escaping Collect) {
    routes.open(.get, "/feeds/:secret", because: "calendar programmes cannot sign in; the address is the secret") {
        arrival in
        let part = try arrival.part("secret")
        guard part.hasSuffix(".ics") else { throw Refusal.notFound }
        let file = try await readFeed(
            String(part.dropLast(4)), site: arrival.siteAddress, collecting: collect, in: arrival.database)
        var answer = Answer.text(file.text, type: "text/calendar; charset=utf-8")
        // What is compressed beside a secret tells about it by its length, and some calendars do not unpack.
        answer.headers[.cacheControl] = "private, no-cache, no-transform"
        return answer
    }
}

private func choose(_ visit: SignedIn, _ mail: Mail) async throws -> Answer {
    let input = NoticeInput(
        weekday: visit.form.text("weekday"), scope: visit.form.text("scope"),
        version: visit.form.version)
    do {
        try await chooseNotices(input, by: visit.actor, in: visit.database)
        return .seeOther(NoticesLinks.notices + "?done=kept")
    } catch Refusal.invalid(let errors) {
        var page = try await visit.noticesPage(mail)
        (page.errors, page.typed) = (errors, input)
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.stale {
        var page = try await visit.noticesPage(mail)
        page.typed = input
        page.errors = FieldErrors([
            (
                "weekday",
                "You changed this in another window meanwhile. Look at it again, then send yours if it still holds."
            )
        ])
        return .page(page.page, status: .conflict)
    }
}

extension SignedIn {
    fileprivate func noticesPage(_ mail: Mail) async throws -> NoticesPage {
        let done = ["kept": "Your choice is kept.", "ended": "The calendar has ended."]
        return NoticesPage(
            name: actor.name, view: try await readNotices(actor, in: database), isMailed: mail.isSetUp,
            token: formToken,
            notice: query("done").flatMap { done[$0] })
    }
}
