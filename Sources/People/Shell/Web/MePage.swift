import Kernel
import Markup
import PeopleRules
import Site

/// What people keep of their own: posts to see, password and sign-ins to change.
struct MePage: Sendable {
    let me: Me
    let token: String
    var notice: String?
    var errors = FieldErrors()

    var page: Page {
        Page(
            me.person.name, errors: errors, notice: notice,
            body: """
                \(lede(me.person.email.text))\
                <p><a href="\(PeopleLinks.myNotices)">Your weekly letter and your calendar</a></p>\
                <h2>Your posts</h2>\(posts)\
                <h2>Where you are signed in</h2>\(sessions)\
                <h2>Your password</h2>\(password)
                """)
    }

    private var posts: HTML {
        dataTable(
            "Your posts", [Column("Role"), Column("Place"), Column("From"), Column("To")],
            me.posts.map { line in
                ["\(line.post.role.name)", "\(line.place)", "\(line.post.starts.short)", "\(line.post.endInWords)"]
            }, isCaptionHidden: true, layout: .stacking,
            empty: emptyState("You hold no post at present, so there is little that you can see here."))
    }

    private var sessions: HTML {
        let rows: [[HTML]] = me.sessions.map { session in
            [
                "\(BrowserName(session.browser).words)\(.when(session.isThisOne, " \(tag("This one", .good))"))",
                "\(session.address)", "\(session.life.seen.day.short), \(session.life.seen.clock)",
                session.isThisOne
                    ? .nothing : postButton("Sign out", to: PeopleLinks.mySession(session.id), token: token, .link),
            ]
        }
        let columns = [Column("Browser"), Column("Address"), Column("Last seen"), Column("End")]
        return """
            \(dataTable("Browsers that are signed in", columns, rows, isCaptionHidden: true, layout: .stacking))\
            \(postButton("Sign out everywhere", to: PeopleLinks.mySessions + "/end", token: token, .warning))
            """
    }

    private var password: HTML {
        guard me.hasPassword else {
            return "<p>You have no password. Ask whoever looks after people for an invitation to choose one.</p>"
        }
        let current = textField(
            FormField("current", "Present password", errors: errors), kind: .password,
            autocomplete: "current-password")
        return postForm(
            PeopleLinks.myPassword, token: token,
            "\(current)\(passwordFields(errors, label: "New password"))\(buttonRow(button("Change password", .primary)))"
        )
    }
}

extension Post {
    /// `Fri 31 Jul 2027`, or that none is known.
    var endInWords: String { hasEnd ? ends.short : "no end known" }
}

/// A browser's name for itself in words that its owner knows again: "Firefox on Windows".
struct BrowserName: Sendable {
    let words: String

    init(_ userAgent: String) {
        let browsers = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"),
            ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
        ]
        let browser = browsers.first { userAgent.contains($0.0) }?.1
        let system = systems.first { userAgent.contains($0.0) }?.1
        let known = [browser, system].compactMap { $0 }.joined(separator: " on ")
        words = known.isEmpty ? "A browser" : known
    }
}
