import HTTPTypes
import Jobs
import Kernel
import PeopleRules
import Site

/// Whoever forgot a password asks for a letter.
func forgottenRoutes(_ routes: inout Routes, _ mail: Mail) {
    let reason = "whoever forgot a password cannot sign in"
    routes.open(.get, PeopleLinks.forgotten, because: reason) { arrival in
        .page(ForgottenPage(token: arrival.cookies.formToken, isMailed: mail.isSetUp).page)
    }
    routes.open(.post, PeopleLinks.forgotten, because: reason) { arrival in
        let email = arrival.form.text("email")
        var page = ForgottenPage(token: arrival.cookies.formToken, isMailed: mail.isSetUp, email: email)
        guard mail.isSetUp else { return .page(page.page, status: .conflict) }
        guard EmailAddress(email) != nil else {
            page.errors = FieldErrors([("email", "Enter an email address in the form name@school.example.")])
            return .page(page.page, status: .unprocessableContent)
        }
        do {
            try await askForNewPassword(
                email, at: SiteAddress(arrival.siteAddress), from: arrival.visitor, in: arrival.database)
            return .page(ForgottenPage.sent)
        } catch Refusal.tooMany(let seconds) {
            page.errors = .tooManyTries(seconds, field: "email")
            return .waiting(seconds, page.page)
        }
    }
}
