import Kernel
import Markup
import Site

/// What a change of the calendar would move, before it happens.
struct CalendarMovesPage: Sendable {
    let moves: [CalendarMove]
    let fingerprint: String
    /// The form as it was sent, to be sent once more.
    let form: Form
    let action: String
    let back: String
    let token: String

    /// More of a kind are counted, not listed.
    static let most = 60

    var page: Page {
        Page(
            "Check what this moves", section: .calendar, crumbs: [Page.Crumb("Calendar", back)], isWide: true,
            body: """
                \(lede("Nothing is saved yet. With these days in the calendar, \(moves.summed) would change:"))\
                \(CalendarMove.Kind.allCases.html(table))\
                \(postForm(action, token: token, makes: true, "\(sentAgain)\(buttonRow("\(button("Save, and move them", .primary)) \(linkButton("Leave the calendar as it is", to: back, .link))"))"))
                """)
    }

    private func table(_ kind: CalendarMove.Kind) -> HTML {
        let own = moves.filter { $0.kind == kind }
        if own.isEmpty { return .nothing }
        let rows = own.prefix(Self.most).map { ["\($0.what)", "\($0.place)", "\($0.days)"] as [HTML] }
        return """
            <h2>\(kind.heading)</h2>\
            \(dataTable(
                kind.heading, [Column(kind.subject), Column("Where"), Column("Days")], rows, isCaptionHidden: true,
                layout: .stacking))\
            \(.when(own.count > Self.most, "<p>And \(own.count - Self.most) more.</p>"))
            """
    }

    private var sentAgain: HTML {
        let fields = form.names.filter { ![formTokenField, onceField, "seen"].contains($0) }.map { ($0, form.text($0)) }
        return (fields + [("seen", fingerprint)]).html { name, value in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
    }
}

extension SignedIn {
    /// The fingerprint of the moves that a page showed.
    var movesSeen: String? { form.has("seen") ? form.text("seen") : nil }

    /// What would move, with the form to go on.
    func movesPage(_ unseen: CalendarMovesUnseen, back: String) -> Answer {
        .page(
            CalendarMovesPage(
                moves: unseen.moves, fingerprint: unseen.fingerprint, form: form, action: path, back: back,
                token: formToken
            ).page)
    }
}
