import Kernel
import Markup
import PeopleRules
import Site

/// One person, as a manager keeps them.
struct PersonPage: Sendable {
    let view: PersonView
    let token: String
    var notice: String?
    var errors = FieldErrors()
    /// What was typed into a form that was refused.
    var typed = Typed.nothing

    enum Typed: Sendable {
        case nothing
        case details(name: String, email: String)
        case post(PostForm)
        case lastDay(String, of: PostID)

        /// Where a refusal of the whole form is shown.
        var firstField: String {
            switch self {
            case .nothing, .details: "name"
            case .post: "role"
            case .lastDay: "last-day"
            }
        }
    }

    private var person: Person { view.person }
    private var today: Day { view.moment.day }

    var page: Page {
        Page(
            person.name, section: .administration, crumbs: [Page.Crumb("People", PeopleLinks.people)], errors: errors,
            notice: notice,
            body: """
                \(standing)<h2>Posts</h2>\(posts)\(giving)\
                <h2>Sign-in</h2>\(signIn)\(correction)\(leaving)\
                <h2>What happened</h2>\(history)
                """)
    }

    private var standing: HTML {
        guard let lastDay = person.lastDay else { return lede(person.email.text) }
        let verb = person.hasLeft(by: today) ? "left" : "leaves"
        return """
            \(lede(person.email.text))<p>\(person.name) \(verb) the trust: the last day is \(lastDay.long).</p>\
            \(.when(view.onlyOthersMay == nil, postButton("Take this back", to: PeopleLinks.endLeaving(person.id), token: token)))
            """
    }

    private var posts: HTML {
        dataTable(
            "Posts", [Column("Role"), Column("Place"), Column("From"), Column("To"), Column("End")],
            view.posts.map { line in
                [
                    "\(line.post.role.name)", "\(line.place)", "\(line.post.starts.short)", "\(line.post.endInWords)",
                    view.mayEnd.contains(line.post.id) ? ending(line) : .nothing,
                ]
            }, isCaptionHidden: true, layout: .stacking, empty: emptyState("\(person.name) holds no post."))
    }

    private func ending(_ line: PostLine) -> HTML {
        var value = today.description
        var isOpen = false
        if case .lastDay(let text, of: line.post.id) = typed { (value, isOpen) = (text, true) }
        let field = FormField(
            "last-day", "Last day", errors: isOpen ? errors : FieldErrors(),
            id: isOpen ? "last-day" : "last-day-\(line.post.id)")
        return disclosure(
            "End this post", isOpen: isOpen,
            postForm(
                PeopleLinks.endPost(line.post.id, of: person.id), token: token,
                "\(textField(field, value: value, kind: .date, width: .short))\(button("End it", .warning))"))
    }

    private var giving: HTML {
        guard person.lastDay == nil else { return .nothing }
        var form = PostForm(startingOn: today)
        var isOpen = false
        if case .post(let given) = typed { (form, isOpen) = (given, true) }
        let choices = PostChoices(roles: view.roles, places: view.places, today: today)
        return disclosure(
            "Give a post", isOpen: isOpen,
            postForm(
                PeopleLinks.posts(person.id), token: token, makes: true,
                "\(form.fields(choices, isOpen ? errors : FieldErrors()))\(button("Give this post", .primary))"))
    }

    private var signIn: HTML {
        let invitation = view.invitation.map { invitation -> HTML in
            let sent = ageText(invitation.sent.day, on: today, saying: "Invited")
            return invitation.isOpen(at: view.moment)
                ? "<p>\(sent); the invitation is open until \(invitation.expires.inWords).</p>" : "<p>\(sent).</p>"
        }
        let words = view.hasPassword ? "Invite again, to choose a new password" : "Invite"
        let button = buttonRow(postButton(words, to: PeopleLinks.invitations(person.id), token: token, makes: true))
        return """
            <p>\(view.hasPassword ? "Signs in with a password." : "Has no password yet.")</p>\(invitation)\
            \(view.onlyOthersMay.map { "<p>\($0)</p>" } ?? "\(browsers)\(.when(!person.hasLeft(by: today), button))")
            """
    }

    private var browsers: HTML {
        let number = view.browsers
        guard number > 0, !view.isSelf else { return .nothing }
        return """
            <p>Signed in at present in \(number == 1 ? "one browser" : "\(number) browsers").</p>\
            \(buttonRow(postButton("Sign out everywhere", to: PeopleLinks.endSessions(person.id), token: token, .warning)))
            """
    }

    private var correction: HTML {
        guard view.onlyOthersMay == nil else { return .nothing }
        var (name, email, isOpen) = (person.name, person.email.text, false)
        if case .details(let newName, let newEmail) = typed { (name, email, isOpen) = (newName, newEmail, true) }
        return disclosure(
            "Correct name or address", isOpen: isOpen,
            postForm(
                PeopleLinks.details(person.id), token: token, version: person.version,
                "\(detailsFields(name: name, email: email, isOpen ? errors : FieldErrors()))\(button("Correct"))"))
    }

    private var leaving: HTML {
        guard view.onlyOthersMay == nil, person.lastDay == nil, !view.isSelf else { return .nothing }
        return """
            <h2>Leaving</h2><p>\(linkButton("See out and hand over", to: PeopleLinks.leaving(person.id)))</p>
            """
    }

    private var history: HTML {
        dataTable(
            "What happened", [Column("When"), Column("What"), Column("By"), Column("Details")],
            view.history.map { event in
                [
                    "\(event.at.day.short), \(event.at.clock)", "\(event.verb.inSentence)", "\(event.who)",
                    "\(event.words)",
                ]
            }, isCaptionHidden: true, layout: .stacking, empty: emptyState("Nothing yet."))
    }
}

extension String {
    /// `post-given` as `Post given`.
    fileprivate var inSentence: String {
        let words = replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
