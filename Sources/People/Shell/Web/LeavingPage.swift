import Kernel
import Markup
import PeopleRules
import Site

/// Somebody leaves: every duty in sight, and a successor in the same step.
struct LeavingPage: Sendable {
    let view: LeavingView
    let token: String
    var form: LeavingForm
    var errors = FieldErrors()

    init(view: LeavingView, token: String) {
        (self.view, self.token) = (view, token)
        form = LeavingForm(lastDay: view.today, handing: Set(view.duties.map(\.post.id)))
    }

    var page: Page {
        Page(
            "See \(view.person.name) out", section: .administration,
            crumbs: [
                Page.Crumb("People", PeopleLinks.people),
                Page.Crumb(view.person.name, PeopleLinks.person(view.person.id)),
            ], errors: errors,
            body: """
                \(lede("Every post ends after the last day. What was written keeps the name of \(view.person.name)."))\
                \(postForm(PeopleLinks.leaving(view.person.id), token: token, makes: true, "\(lastDay)\(duties)\(buttonRow(send))"))
                """)
    }

    private var send: HTML { button("See out and hand over", .primary) }

    private var lastDay: HTML {
        textField(
            FormField("last-day", "Last day", errors: errors), value: form.lastDay, kind: .date, width: .short)
    }

    private var duties: HTML {
        guard !view.duties.isEmpty else { return "<p>There are no duties to hand over.</p>" }
        let shown: HTML = view.duties.html { "<input type=\"hidden\" name=\"duty\" value=\"\($0.post.id.text)\">" }
        return """
            \(shown)\(checkboxGroup(
                FormField("handed", "Duties to hand over", hint: "Those without a tick end with nobody in them."),
                choices: view.duties.map { Choice($0.post.id.text, $0.inWords(on: view.today)) },
                chosen: Set(form.handed.map(\.text))))\
            \(selectField(
                FormField("successor", "Successor", errors: errors),
                choices: view.colleagues.map { Choice($0.email.text, $0.name) }, chosen: form.successor,
                nobody: "Nobody"))\
            \(textField(
                FormField("address", "Or the address of somebody else", errors: errors, isOptional: true),
                value: form.address, kind: .email, autocomplete: "off"))
            """
    }
}

/// The form as it was typed.
struct LeavingForm: Sendable {
    var lastDay: String
    var handed: Set<PostID>
    /// The duties that the page showed.
    var seen: Set<PostID>
    var successor = ""
    /// Goes before the choice when both are there.
    var address = ""

    init(lastDay: Day, handing: Set<PostID>) { (self.lastDay, handed, seen) = (lastDay.description, handing, handing) }

    init(_ form: Form) {
        lastDay = form.text("last-day")
        handed = Set(form.all("handed").compactMap { PostID($0) })
        seen = Set(form.all("duty").compactMap { PostID($0) })
        (successor, address) = (form.text("successor"), form.text("address"))
    }

    /// - Throws: `Refusal.invalid`.
    func input() throws -> LeavingInput {
        var errors = FieldErrors()
        let day = Day(lastDay)
        if day == nil { errors.add("last-day", "Enter the last day in the form 2027-08-31.") }
        let typed = address.isEmpty ? successor : address
        let email = EmailAddress(typed)
        if email == nil, !typed.isEmpty {
            errors.add("address", "Enter an email address in the form name@school.example.")
        }
        try errors.check()
        return LeavingInput(lastDay: day!, successor: email, handed: handed, seen: seen)
    }
}
