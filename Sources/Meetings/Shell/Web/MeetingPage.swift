import Kernel
import Markup
import MeetingRules
import Site

/// A form of the meeting's page that could not be taken, with what was typed.
struct RefusedEntry: Sendable {
    /// The id of the card that the form stands in.
    let card: String
    let form: Form
    let errors: FieldErrors
    /// Of other cards of the page.
    var others: [(card: String, errors: FieldErrors)] = []

    func errors(of card: String) -> FieldErrors? {
        card == self.card ? errors : others.first { $0.card == card }?.errors
    }

    /// For the page's summary, which links to ids: each card has its own.
    var pageErrors: FieldErrors {
        FieldErrors(
            ([(card, errors)] + others).flatMap { card, errors in
                errors.all.map { ("\(card)-\($0.field)", $0.sentence) }
            })
    }
}

/// One meeting before, during and after it.
struct MeetingPage: Sendable {
    let seen: SeenMeeting
    let token: String
    var refused: RefusedEntry?
    /// An item that was just taken off the agenda.
    var removed: AgendaItem?

    var meeting: LineMeeting { seen.meeting }

    private var title: String {
        "Line meeting \(seen.standpoint == .inIt ? "with" : "of") \(seen.with), \(meeting.day.long)"
    }

    var page: Page {
        Page(
            title, section: .meetings, crumbs: seen.line.crumbs,
            errors: refused?.pageErrors ?? FieldErrors(), body: "\(standing)\(stranded)\(body)")
    }

    private var standing: HTML {
        let times = seen.line.line.times
        let words = dayWords(meeting, on: seen.today, hasReasons: seen.standpoint == .inIt)
        return """
            <p class="row">\(stateTag(meeting, on: seen.today)) <span>\(meeting.day.weekday.name), \(times.startsAt), \
            \(times.minutes) minutes. \(seen.line.place).</span></p>\(.when(!words.isEmpty, "<p class=\"soft\">\(words)</p>"))
            """
    }

    private var body: HTML {
        guard seen.standpoint == .inIt else {
            return "<p>What is said stays between \(seen.line.pair). You see that they meet, and when.</p>"
        }
        return switch seen.state {
        case .planned, .moved: "\(onClosedDay)\(before)"
        case .missed:
            "<p>Nobody held this meeting on its day. Hold it now, move it, or say why it is called off.</p>\(before)"
        case .running: RunningMeeting(seen: seen, token: token, refused: refused).html
        case .held: after
        case .calledOff: .nothing
        }
    }

    /// Nobody's words go: what the other one was quicker than stays here until its writer is done with it.
    private var stranded: HTML {
        let words = MeetingFields(seen).stranded
        guard !words.isEmpty else { return .nothing }
        return """
            <div class="notice"><h2>What you wrote and did not say</h2>\(words.html { "<p class=\"typed\">\($0)</p>" })\
            \(postButton("Done with it", to: MeetingLinks.unsaidEnd(meeting.id), token: token, .link))</div>
            """
    }

    /// Why nobody is at school on its day: it was moved there by hand, so it stayed when the calendar changed.
    private var closed: String? {
        [.planned, .moved].contains(seen.state) ? seen.calendar.whyNoSchool(on: meeting.day) : nil
    }

    private var onClosedDay: HTML? {
        closed.map { "<p class=\"notice\">\($0) Move the meeting, or meet all the same.</p>" }
    }

    private var before: HTML {
        """
        \(buttonRow(postButton("Begin the meeting", to: MeetingLinks.beginning(meeting.id), token: token, .primary)))\
        <h2>Agenda</h2>\(undo)\(AgendaList(seen: seen, token: token).html)\(adding)\(moving)\(callingOff)
        """
    }

    private var undo: HTML {
        guard let removed, removed.isRemoved else { return .nothing }
        return """
            <div class="notice" role="status">\u{201C}\(removed.words)\u{201D} is off the agenda. \
            \(postButton("Undo", to: MeetingLinks.removalEnd(meeting.id, removed.id), token: token, .link))</div>
            """
    }

    private var adding: HTML {
        let typed = refused?.card == MeetingLinks.adding ? refused : nil
        return postForm(
            MeetingLinks.items(meeting.id), token: token, makes: true, isClosed: true,
            """
            \(textField(
                FormField("words", "Add to the agenda", errors: typed?.errors ?? FieldErrors(), id: "add-words"),
                value: typed?.form.text("words") ?? ""))\(buttonRow(button("Add it")))
            """)
    }

    private var moving: HTML {
        let typed = refused?.card == "move" ? refused : nil
        let errors = typed?.errors ?? FieldErrors()
        let offered = seen.calendar.nextSchoolDay(after: max(meeting.day, seen.today))?.description ?? ""
        let day = typed?.form.dayText("day") ?? offered
        return disclosure(
            "Move it to another day", isOpen: typed != nil || closed != nil,
            postForm(
                MeetingLinks.move(meeting.id), token: token, version: meeting.version, isClosed: true,
                """
                \(textField(FormField("day", "To", hint: "A school day", errors: errors, id: "move-day"), value: day, kind: .date, width: .half))\
                \(textField(FormField("reason", "Why", errors: errors, id: "move-reason"), value: typed?.form.text("reason") ?? ""))\
                \(buttonRow("\(button("Move it"))\(offerButton(day, in: seen.calendar, today: seen.today))"))
                """))
    }

    private var callingOff: HTML {
        let typed = refused?.card == "call-off" ? refused : nil
        return disclosure(
            "Call it off", isOpen: typed != nil,
            postForm(
                MeetingLinks.callingOff(meeting.id), token: token, version: meeting.version, isClosed: true,
                """
                \(textField(
                    FormField("reason", "Why", errors: typed?.errors ?? FieldErrors(), id: "call-off-reason"),
                    value: typed?.form.text("reason") ?? ""))\(buttonRow(button("Call it off", .warning)))
                """))
    }

    private var after: HTML {
        let next: HTML =
            seen.next.map {
                "<p>You meet next on <a href=\"\(MeetingLinks.meeting($0.id))\">\($0.day.weekday.name), \($0.day.long)</a>.</p>"
            } ?? .nothing
        return """
            \(lede("Both of you see this summary."))\(summaryBlock(seen.summary))\
            \(.when(!seen.notes.words.isEmpty, "<h2>Notes</h2><div class=\"typed\">\(paragraphs(seen.notes.words))</div>"))\
            \(next)\(printButton)
            """
    }
}

/// The first line as it is, and what was said to it below.
private func noted(_ words: String) -> HTML {
    let lines = words.split(separator: "\n", maxSplits: 1).map(String.init)
    return "\(lines.first ?? "")\(.when(lines.count > 1, "<br><span class=\"soft\">\(lines.last ?? "")</span>"))"
}

/// What happened, under its headings.
func summaryBlock(_ lines: [SummaryLine]) -> HTML {
    if lines.isEmpty { return "<p>The two met; nothing was written down.</p>" }
    return SummaryLine.Section.allCases.html { section in
        let own = lines.filter { $0.section == section }
        guard !own.isEmpty else { return .nothing }
        return "<h2>\(section.name)</h2><ul>\(own.html { "<li>\(noted($0.words))</li>" })</ul>"
    }
}
