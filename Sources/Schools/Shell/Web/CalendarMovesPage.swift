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

    /// More are counted, not listed.
    static let most = 60

    var page: Page {
        Page(
            "Check what this moves", section: .calendar, crumbs: [Page.Crumb("Calendar", back)], isWide: true,
            body: """
                \(lede("Nothing is saved yet. With these days in the calendar, \(counted(moves.count, "day")) that people plan with would change:"))\
                \(dataTable(
                    "What moves", [Column("What"), Column("Where"), Column("From"), Column("To")],
                    moves.prefix(Self.most).map(row), isCaptionHidden: true, layout: .stacking))\
                \(.when(moves.count > Self.most, "<p>And \(moves.count - Self.most) more.</p>"))\
                \(postForm(action, token: token, "\(sentAgain)\(buttonRow("\(button("Save, and move them", .primary)) \(linkButton("Leave the calendar as it is", to: back, .link))"))"))
                """)
    }

    private func row(_ move: CalendarMove) -> [HTML] {
        [
            "\(move.what)", "\(move.place)", move.from.map { "\($0.short)" } ?? "new",
            move.to.map { "\($0.short)" } ?? "called off",
        ]
    }

    private var sentAgain: HTML {
        let fields = form.names.filter { $0 != formTokenField && $0 != "seen" }.map { ($0, form.text($0)) }
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
