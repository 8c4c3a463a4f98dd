import Kernel
import Markup
import PeopleRules
import Site

/// Somebody new, with a first post and an invitation.
struct NewPersonPage: Sendable {
    let choices: PostChoices
    let token: String
    var name = ""
    var email = ""
    var post: PostForm
    var errors = FieldErrors()

    init(choices: PostChoices, token: String) {
        (self.choices, self.token) = (choices, token)
        post = PostForm(startingOn: choices.today)
    }

    var page: Page {
        Page(
            "Add somebody", section: .administration, crumbs: [Page.Crumb("People", PeopleLinks.people)],
            errors: errors,
            body: """
                \(lede("Everybody begins with a post: it decides what they may see and do."))\
                \(postForm(
                    PeopleLinks.people, token: token, makes: true,
                    """
                    \(detailsFields(name: name, email: email, errors))\(post.fields(choices, errors))\
                    \(buttonRow(button("Add and invite", .primary)))
                    """))
                """)
    }
}

/// Name and address of somebody else, so a browser must not fill in its owner's.
func detailsFields(name: String, email: String, _ errors: FieldErrors) -> HTML {
    """
    \(textField(FormField("name", "Name", errors: errors), value: name, autocomplete: "off"))\
    \(textField(FormField("email", "Email address", errors: errors), value: email, kind: .email, autocomplete: "off"))
    """
}

/// After an invitation: its link, shown this once.
struct InvitedPage: Sendable {
    let person: PersonID
    let name: String
    let link: String
    let until: Instant?
    let isMailed: Bool

    var page: Page {
        let letter =
            isMailed
            ? "A letter with a link is on its way. You can also pass this one on yourself:"
            : "No mail is set up here, so pass this link on yourself:"
        return Page(
            "\(name) is invited", section: .administration,
            crumbs: [Page.Crumb("People", PeopleLinks.people), Page.Crumb(name, PeopleLinks.person(person))],
            body: """
                \(lede(letter))<p><code>\(link)</code></p>\
                <p>It works once\(until.map { ", until \($0.inWords)," } ?? "") and is not shown again. Whoever has it can come in as \
                \(name), so give it to nobody else.</p>\
                <p><a href="\(PeopleLinks.person(person))">Go to \(name)</a></p>
                """)
    }
}
