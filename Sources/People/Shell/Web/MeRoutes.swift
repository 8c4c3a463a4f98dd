import HTTPTypes
import Kernel
import Site

/// What everybody keeps of their own.
func meRoutes(_ routes: inout Routes, _ hasher: PasswordHasher) {
    routes.get(PeopleLinks.me, .signedIn) { visit in .page(try await visit.mePage().page) }
    routes.post(PeopleLinks.myPassword, .signedIn) { visit in try await changeOwn(visit, hasher) }
    routes.post(PeopleLinks.mySessions + "/end", .signedIn) { visit in
        try await signOutEverywhere(visit.actor, in: visit.database)
        return visit.arrival.signedOut
    }
    routes.post(PeopleLinks.mySessions + "/:session/end", .signedIn) { visit in
        try await endSession(try visit.id("session"), by: visit.actor, in: visit.database)
        return .seeOther(PeopleLinks.me + PeopleNotice.sessionEnded.query).logged(.sessionsEnded)
    }
}

private func changeOwn(_ visit: SignedIn, _ hasher: PasswordHasher) async throws -> Answer {
    let input = PasswordInput(password: visit.form.secret("password"), again: visit.form.secret("again"))
    do {
        let token = try await changePassword(
            from: visit.form.secret("current"), to: input, by: visit.actor, from: visit.arrival.visitor, hasher: hasher,
            in: visit.database)
        return visit.arrival.signedIn(with: token, next: PeopleLinks.me + PeopleNotice.passwordChanged.query)
            .logged(.sessionsEnded)
    } catch Refusal.invalid(let errors) {
        var page = try await visit.mePage()
        page.errors = errors
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.tooMany(let seconds) {
        var page = try await visit.mePage()
        page.errors = .tooManyTries(seconds, field: "current")
        return .waiting(seconds, page.page)
    }
}

extension SignedIn {
    fileprivate func mePage() async throws -> MePage {
        let me = try await readMe(actor, token: arrival.cookies.sessionToken, in: database)
        return MePage(me: me, token: formToken, notice: done)
    }

    /// The sentence about what was just done.
    var done: String? { query("done").flatMap(PeopleNotice.init(rawValue:))?.sentence }
}
