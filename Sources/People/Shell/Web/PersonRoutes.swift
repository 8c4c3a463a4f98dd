import HTTPTypes
import Jobs
import Kernel
import PeopleRules
import Site

/// One person: details, posts, invitation, leaving.
func personRoutes(_ routes: inout Routes, _ mail: Mail) {
    let one = "/people/:person"
    routes.get(one, .managers) { visit in .page(try await visit.personPage().page) }
    routes.post(one + "/details", .managers, correct)
    routes.post(one + "/posts", .managers, give)
    routes.post(one + "/posts/:post/end", .managers, end)
    routes.post(one + "/invitations", .managers) { visit in
        let id: PersonID = try visit.id("person")
        let link = try await invite(id, to: visit.site, by: visit.actor, in: visit.database)
        return .page(try await visit.invitedPage(id, link, mail).page).logged(.rightsChanged)
    }
    routes.post(one + "/sessions/end", .managers) { visit in
        let id: PersonID = try visit.id("person")
        try await endSessions(of: id, by: visit.actor, in: visit.database)
        return .seeOther(PeopleLinks.person(id) + PeopleNotice.signedOut.query).logged(.sessionsEnded)
    }
    routes.get(one + "/leaving", .managers) { visit in .page(try await visit.leavingPage().page) }
    routes.post(one + "/leaving", .managers, seeOut)
    routes.post(one + "/leaving/end", .managers) { visit in
        let id: PersonID = try visit.id("person")
        try await letStay(id, by: visit.actor, in: visit.database)
        return .seeOther(PeopleLinks.person(id) + PeopleNotice.stays.query).logged(.rightsChanged)
    }
}

private func correct(_ visit: SignedIn) async throws -> Answer {
    let id: PersonID = try visit.id("person")
    let (name, email) = (visit.form.text("name"), visit.form.text("email"))
    let version = visit.form.version
    return try await visit.doing(.corrected, typed: .details(name: name, email: email)) {
        let details = try PersonDetails(name: name, email: email)
        try await correctPerson(id, to: details, over: version, by: visit.actor, in: visit.database)
    }
}

private func give(_ visit: SignedIn) async throws -> Answer {
    let id: PersonID = try visit.id("person")
    let form = PostForm(visit.form)
    return try await visit.doing(.postGiven, typed: .post(form)) {
        try await givePost(try form.input(), to: id, by: visit.actor, in: visit.database)
    }
}

private func end(_ visit: SignedIn) async throws -> Answer {
    let (id, post): (PersonID, PostID) = (try visit.id("person"), try visit.id("post"))
    let text = visit.form.text("last-day")
    return try await visit.doing(.postEnded, typed: .lastDay(text, of: post)) {
        guard let day = Day(text) else {
            throw Refusal.invalid("last-day", "Enter the last day in the form 2027-08-31.")
        }
        try await endPost(post, of: id, after: day, by: visit.actor, in: visit.database)
    }
}

private func seeOut(_ visit: SignedIn) async throws -> Answer {
    let id: PersonID = try visit.id("person")
    let form = LeavingForm(visit.form)
    do {
        let input = try form.input()
        try await handOver(input, from: id, by: visit.actor, in: visit.database)
        let notice = input.handed.isEmpty ? PeopleNotice.leftOpen : .left
        return .seeOther(PeopleLinks.person(id) + notice.query).logged(.rightsChanged)
    } catch Refusal.invalid(let errors) {
        var page = try await visit.leavingPage()
        (page.form, page.errors) = (form, errors)
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.conflict(let sentence) {
        var page = try await visit.leavingPage()
        (page.form, page.errors) = (form, FieldErrors([("last-day", sentence)]))
        return .page(page.page, status: .conflict)
    } catch Refusal.stale {
        var page = try await visit.leavingPage()
        let sentence = "There are other duties by now. Look again at which of them somebody takes up."
        (page.form, page.errors) = (form, FieldErrors([("last-day", sentence)]))
        return .page(page.page, status: .conflict)
    }
}

extension SignedIn {
    fileprivate func personPage() async throws -> PersonPage {
        let view = try await readPerson(try id("person"), by: actor, in: database)
        return PersonPage(view: view, token: formToken, notice: done)
    }

    /// The link of somebody who was invited just now, with how long it holds.
    func invitedPage(_ id: PersonID, _ link: String, _ mail: Mail) async throws -> InvitedPage {
        let view = try await readPerson(id, by: actor, in: database)
        return InvitedPage(
            person: id, name: view.person.name, link: link, until: view.invitation?.expires, isMailed: mail.isSetUp)
    }

    fileprivate func leavingPage() async throws -> LeavingPage {
        let view = try await readLeaving(try id("person"), by: actor, in: database)
        return LeavingPage(view: view, token: formToken)
    }

    /// Does what a form of the person's page asks for; when its fields are refused, shows the page with what was typed.
    fileprivate func doing(
        _ notice: PeopleNotice, typed: PersonPage.Typed, _ work: () async throws -> Void
    ) async throws -> Answer {
        do {
            try await work()
            return .seeOther(PeopleLinks.person(try id("person")) + notice.query).logged(.rightsChanged)
        } catch Refusal.invalid(let errors) {
            return try await refused(errors, typed, .unprocessableContent)
        } catch Refusal.conflict(let sentence) {
            return try await refused(FieldErrors([(typed.firstField, sentence)]), typed, .conflict)
        } catch Refusal.stale {
            let sentence = "Somebody else changed this meanwhile. Look at the page as it is now, then send yours again."
            return try await refused(FieldErrors([(typed.firstField, sentence)]), typed, .conflict)
        }
    }

    private func refused(
        _ errors: FieldErrors, _ typed: PersonPage.Typed, _ status: HTTPResponse.Status
    ) async throws -> Answer {
        var page = try await personPage()
        (page.typed, page.errors, page.notice) = (typed, errors, nil)
        return .page(page.page, status: status)
    }
}
