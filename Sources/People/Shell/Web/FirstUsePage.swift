import Kernel
import Markup
import Site

/// Makes the trust and its first administrator: the first page that anybody sees of an empty Termwise.
struct FirstUsePage: Sendable {
    let token: String
    var code = ""
    var trust = ""
    var name = ""
    var email = ""
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Set up Termwise", errors: errors,
            body: """
                \(lede("This Termwise is empty. Name your trust, and become its first administrator."))\
                \(postForm(
                    PeopleLinks.firstUse, token: token,
                    "\(proof)\(aboutTrust)\(aboutPerson)\(buttonRow(button("Set up the trust", .primary)))"))
                """)
    }

    private var proof: HTML {
        textField(
            FormField(
                "code", "One-time code",
                hint: "It was printed where Termwise was started, so that nobody else sets it up.",
                errors: errors), value: code, autocomplete: "off", width: .half)
    }

    private var aboutTrust: HTML {
        textField(
            FormField("trust", "Name of the trust", hint: "As people say it; it stands on every page.", errors: errors),
            value: trust, autocomplete: "organization")
    }

    private var aboutPerson: HTML {
        """
        \(textField(FormField("name", "Your name", errors: errors), value: name, autocomplete: "name"))\
        \(textField(
            FormField("email", "Your email address", errors: errors), value: email, kind: .email,
            autocomplete: "username"))\
        \(passwordFields(errors))
        """
    }
}
