import HTTPTypes
import Kernel
import PeopleRules
import Site

/// Whoever holds the link of an invitation, or of a letter to whoever forgot a password.
func invitationRoutes(_ routes: inout Routes, _ hasher: PasswordHasher) {
    let path = "/invitations/:secret"
    routes.open(.get, path, because: "the link itself is the proof") { arrival in
        .page(try await arrival.invitationPage().page)
    }
    routes.open(.post, path, because: "the link itself is the proof") { arrival in
        let input = PasswordInput(password: arrival.form.secret("password"), again: arrival.form.secret("again"))
        do {
            let token = try await acceptInvitation(
                try arrival.part("secret"), with: input, from: arrival.visitor, hasher: hasher, in: arrival.database)
            return arrival.signedIn(with: token, next: nil).logged(.signedIn)
        } catch Refusal.invalid(let errors) {
            var page = try await arrival.invitationPage()
            page.errors = errors
            return .page(page.page, status: .unprocessableContent)
        }
    }
}

extension Arrival {
    fileprivate func invitationPage() async throws -> InvitationPage {
        let secret = try part("secret")
        let open = try await openInvitation(secret, in: database)
        return InvitationPage(
            open: open, trustName: trustName ?? "Your trust", secret: secret, token: cookies.formToken)
    }
}
