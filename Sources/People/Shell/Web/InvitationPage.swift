import Kernel
import Markup
import PeopleRules
import Site

/// Behind the link of an invitation or of a letter about a forgotten password: choose a password and come in.
struct InvitationPage: Sendable {
    let open: OpenInvitation
    let trustName: String
    let secret: String
    let token: String
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Choose your password", errors: errors,
            body: """
                \(lede(open.invitation.kind == .invited ? "\(trustName) has invited you, \(name)." : "Welcome back, \(name)."))\
                <p>This link works once, until \(open.invitation.expires.inWords).</p>\
                \(postForm(
                    PeopleLinks.invitation(secret), token: token,
                    """
                    \(emailField(open.person.email.text))\(passwordFields(errors))\(buttonRow(button("Come in", .primary)))
                    """))
                """)
    }

    private var name: String { open.person.name }

    /// Tells a browser's keeper of passwords whose password this is.
    private func emailField(_ email: String) -> HTML {
        """
        <p>You sign in as <b>\(email)</b>.</p>\
        <input type="hidden" name="email" value="\(email)" autocomplete="username">
        """
    }
}

/// The two fields of a new password, the same wherever one is chosen.
func passwordFields(_ errors: FieldErrors, label: String = "Password") -> HTML {
    let hint = """
        At least \(NewPassword.shortest) characters. Three words that have nothing to do with you or each other are hard \
        to guess and easy to keep in mind.
        """
    return """
        \(textField(
            FormField("password", label, hint: hint, errors: errors), kind: .password, autocomplete: "new-password"))\
        \(textField(
            FormField("again", "The same once more", errors: errors), kind: .password, autocomplete: "new-password"))
        """
}
