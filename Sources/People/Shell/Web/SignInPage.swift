import Kernel
import Markup
import Site

/// Sign-in by address and password; on a demo, also by choosing one of its people.
struct SignInPage: Sendable {
    let token: String
    /// Where to go afterwards.
    let next: String
    /// A form that waits for its writer, sealed.
    var carried: String?
    var email = ""
    var errors = FieldErrors()
    /// nil where there is no demo.
    var demo: [DemoPerson]?

    var page: Page {
        Page(
            "Sign in", errors: errors,
            body: "\(.when(carried != nil, waiting))\(demo.map(demoChoice) ?? .nothing)\(form)")
    }

    private var form: HTML {
        postForm(
            PeopleLinks.signIn, token: token,
            """
            \(hiddenFields)\
            \(textField(
                FormField("email", "Email address", errors: errors), value: email, kind: .email,
                autocomplete: "username"))\
            \(textField(
                FormField("password", "Password", errors: errors), kind: .password, autocomplete: "current-password"))\
            \(buttonRow(button("Sign in", demo == nil ? .primary : .quiet)))\
            <p><a href="\(PeopleLinks.forgotten)">Forgotten your password?</a></p>\
            <p class="soft">No password yet? Ask whoever looks after people in your school or trust for an invitation.</p>
            """)
    }

    private var hiddenFields: HTML {
        """
        <input type="hidden" name="next" value="\(next)">\
        \(carried.map { "<input type=\"hidden\" name=\"\(carriedField)\" value=\"\($0)\">" } ?? .nothing)
        """
    }

    private var waiting: HTML {
        """
        <p class="notice" role="status">You were signed out before this was saved. Sign in, and everything you wrote is \
        there. A file has to be chosen again.</p>
        """
    }

    private func demoChoice(_ people: [DemoPerson]) -> HTML {
        let places = people.reduce(into: [String]()) { if $0.last != $1.place { $0.append($1.place) } }
        return """
            \(lede("Choose who you would like to be. Nobody here is real, and nothing you do can go wrong."))\
            \(postForm(
                PeopleLinks.demoSignIn, token: token,
                "\(hiddenFields)\(places.html { place in group(place, people.filter { $0.place == place }) })"))\
            <h2>Or with a password</h2>
            """
    }

    private func group(_ place: String, _ people: [DemoPerson]) -> HTML {
        """
        <h2>\(place)</h2><ul class="tasks">\(people.html { person in
            "<li><div>\(button(person.name, .link, name: "person", value: person.id.text))<span class=\"hint\">\(person.post)</span></div></li>"
        })</ul>
        """
    }
}
