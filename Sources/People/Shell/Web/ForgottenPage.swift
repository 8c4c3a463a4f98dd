import Kernel
import Markup
import PeopleRules
import Site

/// Asks where the letter goes with which a forgotten password is replaced.
struct ForgottenPage: Sendable {
    let token: String
    let isMailed: Bool
    var email = ""
    var errors = FieldErrors()

    var page: Page {
        Page("Forgotten your password?", errors: errors, body: "\(isMailed ? form : withoutMail)\(Self.back)")
    }

    private var form: HTML {
        """
        \(lede("We send you a letter with a link. Behind it you choose a new password, and then you are signed in."))\
        \(postForm(
            PeopleLinks.forgotten, token: token,
            """
            \(textField(
                FormField("email", "Email address", hint: "The one that you sign in with.", errors: errors), value: email,
                kind: .email, autocomplete: "username"))\
            \(buttonRow(button("Send the letter", .primary)))
            """))
        """
    }

    private var withoutMail: HTML {
        """
        \(lede("No mail is set up here, so no letter can go out."))\
        <p>Ask whoever looks after people in your school or trust for an invitation. With it you choose a new password.</p>
        """
    }

    private static let back: HTML = "<p><a href=\"\(PeopleLinks.signIn)\">Back to sign-in</a></p>"

    /// The same whether there is such an account or not.
    static let sent = Page(
        "Look at your letters",
        body: """
            \(lede("If somebody signs in with a password under this address, a letter is on its way."))\
            <p>Its link works once, for \(InvitationLife.forgottenSeconds / 3_600) hours. There is at most one letter in \
            \(InvitationLife.betweenLetters / 60) minutes, so look for one that came before, too, and among the unwanted.</p>\
            <p>None came? Ask whoever looks after people in your school or trust for an invitation.</p>\(back)
            """)
}
