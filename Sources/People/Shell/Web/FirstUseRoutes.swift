import HTTPTypes
import Kernel
import Site

/// The page that makes the trust; closed as soon as there is one.
func firstUseRoutes(_ routes: inout Routes, _ hasher: PasswordHasher) {
    let reason = "there is nobody yet; a code printed at start guards it"
    routes.open(.get, PeopleLinks.firstUse, because: reason, firstUse: true) { arrival in
        guard arrival.trustName == nil else { return .seeOther(PeopleLinks.signIn) }
        guard arrival.settings.firstUseCode != nil else { throw Refusal.notFound }
        return .page(FirstUsePage(token: arrival.cookies.formToken).page)
    }
    routes.open(.post, PeopleLinks.firstUse, because: reason, firstUse: true) { arrival in
        guard arrival.trustName == nil else { return .seeOther(PeopleLinks.signIn) }
        return try await found(arrival, hasher)
    }
}

private func found(_ arrival: Arrival, _ hasher: PasswordHasher) async throws -> Answer {
    let form = arrival.form
    let input = FoundingInput(
        code: form.text("code"), trustName: form.text("trust"), name: form.text("name"), email: form.text("email"),
        password: PasswordInput(password: form.secret("password"), again: form.secret("again")))
    var page = FirstUsePage(
        token: arrival.cookies.formToken, code: input.code, trust: input.trustName, name: input.name,
        email: input.email)
    do {
        let token = try await foundTrust(
            input, code: arrival.settings.firstUseCode, from: arrival.visitor, hasher: hasher, in: arrival.database)
        return arrival.signedIn(with: token, next: nil).logged(.rightsChanged)
    } catch Refusal.invalid(let errors) {
        page.errors = errors
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.tooMany(let seconds) {
        page.errors = .tooManyTries(seconds, field: "code")
        return .waiting(seconds, page.page)
    }
}
