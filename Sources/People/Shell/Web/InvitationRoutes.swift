import HTTPTypes
import Kernel
import PeopleRules
import Site

/// Whoever holds an invitation's link.
func invitationRoutes(_ routes: inout Routes, _ hasher: PasswordHasher) {
    let path = "/invitations/:secret"
    routes.open(.get, path, because: "the link itself is the proof") { arrival in
        .page(try await arrival.invitationPage().page)
    }
    routes.open(.post, path, because: "the link itself is the proof") { arrival in
        let input = PasswordInput(password: arrival.form.text("password"), again: arrival.form.text("again"))
        do {
            let token = try await acceptInvitation(
                try arrival.part("secret"), with: input, from: arrival.visitor, hasher: hasher, in: arrival.database)
            return arrival.signedIn(with: token, next: nil)
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
            name: open.person.name, email: open.person.email.text, trustName: trustName ?? "Your trust", secret: secret,
            token: cookies.formToken)
    }
}
