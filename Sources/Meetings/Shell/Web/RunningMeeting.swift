import Kernel
import Markup
import MeetingRules
import PlanRules
import Plans
import Site

/// The page that a meeting is held with: every entry takes one press and, for those who want, a word.
struct RunningMeeting: Sendable {
    let seen: SeenMeeting
    let token: String
    let refused: RefusedEntry?

    var html: HTML {
        """
        <h2>Agenda</h2>\(cards)\(more)\(checked)<h2>Notes</h2>\
        \(NotesCard(meeting: seen.meeting.id, notes: seen.notes, today: seen.today).html(token: token))\
        <h2>Promises made today</h2>\(made)\(NewPromise(seen: seen, token: token, refused: own(MeetingLinks.promiseCard)).html)\
        \(finishing)
        """
    }

    /// What was refused, if it was in that card.
    private func own(_ card: String) -> RefusedEntry? { refused?.card == card ? refused : nil }

    private var cards: HTML {
        let entries = seen.agenda.entries
        return entries.isEmpty ? "<p class=\"soft\">Nothing waits.</p>\(adding)" : entries.html(card) + adding
    }

    private var more: HTML {
        let more = seen.agenda.more
        guard !more.isEmpty else { return .nothing }
        return disclosure("\(more.count) more if there is time", isOpen: refused != nil, more.html(card))
    }

    private func card(_ entry: Agenda.Entry) -> HTML {
        switch entry {
        case .item(let item):
            return itemCard(item, refused: own(MeetingLinks.cardID(item.id)))
        case .promise(let asked):
            return PromiseCard(
                seen: seen, asked: asked, token: token, refused: own(MeetingLinks.cardID(asked.promise.id))
            ).html
        case .check(let check): return card(of: check)
        case .statement(let statement):
            return saying(
                entry, .statement, statement.item.text,
                [(.nextJudgement, "Talk about it at the next judgement"), (.left, "Leave it")])
        case .celebration(let news): return saying(entry, .celebration, news.id, [(.celebrated, "Celebrated")])
        }
    }

    /// Recorded in place by whoever may; for the other one it is a link.
    private func card(of check: AgendaCheck) -> HTML {
        let words = EntryWords(.check(check), today: seen.today)
        return liveCard(
            id: "check-\(check.id)", label: "Check: \(check.looked)",
            """
            <h3>\(words.title)</h3><p>\(words.tags) <span class="soft">\(words.detail)</span></p>\
            \(seen.checks.first { $0.id == check.id }.map(recording) ?? opening(check))
            """)
    }

    private func recording(_ line: CheckLine) -> HTML {
        checkCard(line, token: token, back: MeetingLinks.meeting(seen.meeting.id), today: seen.today)
    }

    private func opening(_ check: AgendaCheck) -> HTML {
        buttonRow(linkButton("Open the check", to: CheckLinks.check(check.id)))
    }

    private func itemCard(_ item: AgendaItem, refused: RefusedEntry?) -> HTML {
        let words = EntryWords(.item(item), today: seen.today)
        let id = MeetingLinks.cardID(item.id)
        let note = FormField(
            "note", "A word on it", errors: refused?.errors ?? FieldErrors(), id: id + "-note", isOptional: true)
        let form = postForm(
            MeetingLinks.item(seen.meeting.id, item.id), token: token, version: item.version,
            """
            \(textField(note, value: refused?.form.text("note") ?? item.note))\
            \(buttonRow(
                """
                \(button("Talked about", name: "outcome", value: AgendaItem.Outcome.talked.rawValue))\
                \(.when(!item.mustBeDecided, button("For next time", name: "outcome", value: AgendaItem.Outcome.carried.rawValue)))\
                \(button("Drop it", .link, name: "outcome", value: AgendaItem.Outcome.dropped.rawValue))
                """))
            """)
        let answer: HTML? =
            switch item.outcome {
            case .open: nil
            case .talked: tag("Talked about", .good)
            case .carried: tag("For next time", .attention)
            case .dropped: tag("Dropped")
            }
        return entryCard(id: id, words, answer: answer, note: item.note, form: form, isOpen: refused != nil)
    }

    private func saying(
        _ entry: Agenda.Entry, _ kind: SaidWord.Kind, _ subject: String, _ choices: [(SaidWord.Outcome, String)]
    ) -> HTML {
        let id = MeetingLinks.cardID(kind, subject)
        let said = seen.said.first { $0.kind == kind && $0.subjectID == subject }
        let refused = own(id)
        let field = FormField(
            "words", "A word on it", errors: refused?.errors ?? FieldErrors(), id: id + "-words", isOptional: true)
        let form = postForm(
            MeetingLinks.entry(seen.meeting.id, kind, subject), token: token,
            """
            \(textField(field, value: refused?.form.text("words") ?? said?.words ?? ""))\
            \(buttonRow(choices.html { button($0.1, name: "outcome", value: $0.0.rawValue) }))
            """)
        let answer = said.flatMap { said in choices.first { $0.0 == said.outcome } }.map { tag($0.1, .good) }
        return entryCard(
            id: id, EntryWords(entry, today: seen.today), answer: answer, note: said?.words ?? "", form: form,
            isOpen: refused != nil)
    }

    /// Checks that were recorded in this meeting.
    private var checked: HTML {
        guard !seen.looks.isEmpty else { return .nothing }
        return """
            <h3>Checks recorded</h3>\
            <ul>\(seen.looks.html { "<li>\($0.looked) \(ratingTag($0.rating)) \($0.finding)</li>" })</ul>
            """
    }

    private var made: HTML {
        let made = seen.promises.filter { $0.promise.meeting == seen.meeting.id }
        guard !made.isEmpty else { return .nothing }
        return
            "<ul>\(made.html { "<li><b>\($0.who)</b>: \($0.promise.words), by \($0.promise.by.long)</li>" })</ul>"
    }

    private var adding: HTML {
        let typed = own("add")
        return disclosure(
            "Add to the agenda", isOpen: typed != nil,
            postForm(
                MeetingLinks.items(seen.meeting.id), token: token,
                """
                \(textField(
                    FormField("words", "What to talk about", errors: typed?.errors ?? FieldErrors(), id: "add-words"),
                    value: typed?.form.text("words") ?? ""))\(buttonRow(button("Add it")))
                """))
    }

    private var finishing: HTML {
        let problem = own("finish")?.errors.sentence(for: "button")
        let waiting: HTML = problem.map { "<p class=\"error\">\($0)</p>" } ?? .nothing
        return """
            <div id="finish-button" tabindex="-1">\(waiting)\
            \(buttonRow(postButton("Finish the meeting", to: MeetingLinks.finish(seen.meeting.id), token: token, .primary)))\
            <p class="soft">What was not reached goes to the next meeting\(seen.next.map { HTML(", on \($0.day.long)") } ?? .nothing).</p></div>
            """
    }
}

/// A card of the agenda: what it is, what became of it, and the form that says so. An answered one folds its form away.
func entryCard(
    id: String, _ words: EntryWords, answer: HTML?, note: String, form: HTML, isOpen: Bool
) -> HTML {
    let head: HTML = "<h3>\(words.title)</h3><p>\(words.tags) <span class=\"soft\">\(words.detail)</span></p>"
    let tail: HTML =
        answer.map { "<p>\($0) \(note)</p>\(disclosure("Change this", isOpen: isOpen, form))" } ?? form
    return liveCard(id: id, label: words.title, head + tail)
}

/// How well something works, in the trust's colours with its word.
private func ratingTag(_ rating: Rating) -> HTML {
    switch rating {
    case .red: tag(rating.name, .red)
    case .amber: tag(rating.name, .amber)
    case .green: tag(rating.name, .green)
    }
}
