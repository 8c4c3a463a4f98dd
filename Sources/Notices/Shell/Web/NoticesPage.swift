import Kernel
import Markup
import NoticeRules
import Site

/// The addresses of this feature, made in one place.
enum NoticesLinks {
    static let notices = "/me/notices"
    static let feed = notices + "/feed"
    static let entries = feed + "/entries"
    static let endFeed = feed + "/end"

    static func feed(_ secret: String) -> String { "/feeds/\(secret).ics" }
}

/// When the weekly letter comes and what it tells; the calendar feed.
struct NoticesPage: Sendable {
    /// The reader's, which names their own page.
    let name: String
    let view: NoticesView
    let isMailed: Bool
    let token: String
    /// What was typed, when it could not be taken.
    var typed: NoticeInput?
    /// The feed's address, in the one answer that shows it.
    var newFeed: String?
    var notice: String?
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Letters and calendar", crumbs: [Page.Crumb(name, "/me")], errors: errors, notice: notice,
            body: "<h2>The weekly letter</h2>\(letter)<h2>Your calendar</h2>\(feed)")
    }

    private var letter: HTML {
        let days = Weekday.allCases.filter { !$0.isWeekend }.map { Choice(String($0.rawValue), $0.name) }
        let scopes = [
            Choice("everything", "Everything that waits for you"),
            Choice("own", "Only your own impact checks, promises and blockages"),
        ]
        let weekday = typed?.weekday ?? String(view.choice.weekday ?? 0)
        let fields: HTML = """
            \(radioGroup(
                FormField("weekday", "When it comes", errors: errors), choices: days + [Choice("0", "No letter")],
                chosen: weekday))\
            \(radioGroup(
                FormField("scope", "What it holds", errors: errors), choices: scopes,
                chosen: typed?.scope ?? view.choice.scope.rawValue))\
            \(buttonRow(button("Save the choice", .primary)))
            """
        return """
            <p>Once a week in term time, in the morning: what you missed, what waits for you and what comes in seven \
            days. When nothing does, or in a holiday, there is no letter.</p>\
            \(.when(!isMailed, "<p>No mail is set up here yet, so no letter goes out.</p>"))\
            \(postForm(NoticesLinks.notices, token: token, version: view.choice.version, fields))
            """
    }

    private var feed: HTML {
        """
        <p>A calendar programme that subscribes to your own address shows your checks, promises, meetings and the dates \
        of the school year, and keeps them fresh. Whoever has the address can read them.</p>\(address)
        """
    }

    private func entries(_ feed: Feed) -> HTML {
        let choices = [
            Choice(Feed.Entries.private.rawValue, "Only that you are busy"),
            Choice(Feed.Entries.shared.rawValue, "What each entry says"),
        ]
        return postForm(
            NoticesLinks.entries, token: token,
            """
            \(radioGroup(
                FormField("entries", "What others see with whom you share your calendar"), choices: choices,
                chosen: feed.entries.rawValue))\(buttonRow(button("Save")))
            """)
    }

    /// The same address as a phone's calendar takes it in one press.
    private func subscription(_ feed: String) -> String {
        feed.firstRange(of: "://").map { "webcal" + feed[$0.lowerBound...] } ?? feed
    }

    private var address: HTML {
        if let newFeed {
            return """
                <p>This is the address. It is not shown again:</p><p><code>\(newFeed)</code></p>\
                <p><a href="\(subscription(newFeed))">Open it in your calendar</a>, or look there for "subscribe" or "add a \
                calendar by address".</p>
                """
        }
        guard let feed = view.feed else {
            return postButton("Make my calendar address", to: NoticesLinks.feed, token: token)
        }
        return """
            <p>Your address is from \(feed.made.day.long). A new one ends it, and so do a new password and a time without a \
            post.</p>\(entries(feed))<div class="buttons">\
            \(postButton("Make a new address", to: NoticesLinks.feed, token: token))\
            \(postButton("End the calendar", to: NoticesLinks.endFeed, token: token, .warning))</div>
            """
    }
}
