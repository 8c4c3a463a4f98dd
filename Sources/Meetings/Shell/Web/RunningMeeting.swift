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

    private var fields: MeetingFields { MeetingFields(seen) }

    /// One form for everything, which its first button, and Enter with it, saves as it stands.
    var html: HTML {
        postForm(
            MeetingLinks.notes(seen.meeting.id), token: token, marks: .autosave, isClosed: true,
            """
            <button class="vh" tabindex="-1" aria-hidden="true">Save</button>\
            <h2>Agenda</h2>\(cards)\(more)\(checked)<h2>Promises made today</h2>\(made)\
            \(NewPromise(seen: seen, errors: errors(MeetingLinks.promiseCard)).html)\
            <h2>Notes</h2>\(NotesCard(notes: seen.notes, today: seen.today, errors: errors(MeetingLinks.notesCard)).html)\
            \(finishing)
            """)
    }

    /// What was refused in a card; none when it was in another.
    private func errors(_ card: String) -> FieldErrors { refused?.errors(of: card) ?? FieldErrors() }

    private var cards: HTML {
        let entries = seen.agenda.entries
        return entries.isEmpty ? "<p class=\"soft\">Nothing waits.</p>\(adding)" : entries.html(card) + adding
    }

    private var more: HTML {
        let more = seen.agenda.more
        guard !more.isEmpty else { return .nothing }
        return disclosure(
            "\(more.count) more if there is time", isOpen: refused != nil || !fields.waiting.isEmpty, more.html(card))
    }

    private func card(_ entry: Agenda.Entry) -> HTML {
        switch entry {
        case .item(let item): return itemCard(item)
        case .promise(let asked):
            return PromiseCard(seen: seen, asked: asked, errors: errors(MeetingLinks.cardID(asked.promise.id))).html
        case .check(let check): return card(of: check)
        case .statement(let statement):
            return saying(
                entry, .statement, statement.item.text,
                [(.nextJudgement, "For the next judgement"), (.left, "Not today")])
        case .celebration(let news): return saying(entry, .celebration, news.id, [(.celebrated, "Celebrated")])
        }
    }

    /// Recorded in place by whoever may; for the other one it is a link.
    private func card(of check: AgendaCheck) -> HTML {
        let words = EntryWords(.check(check), today: seen.today)
        return liveCard(
            id: MeetingLinks.cardID(check.id), label: "Check: \(check.looked)",
            """
            <h3>\(words.title)</h3><p>\(words.tags) <span class="soft">\(words.detail)</span></p>\
            \(seen.checks.first { $0.id == check.id }.map(recording) ?? opening(check))
            """)
    }

    private func recording(_ line: CheckLine) -> HTML {
        let card = MeetingLinks.cardID(line.id)
        return checkEntry(
            line, card: card, typed: fields.form(of: card), errors: errors(card),
            to: MeetingLinks.check(seen.meeting.id, line.id), today: seen.today)
    }

    private func opening(_ check: AgendaCheck) -> HTML {
        buttonRow(linkButton("Open the check", to: CheckLinks.check(check.id)))
    }

    private func itemCard(_ item: AgendaItem) -> HTML {
        let words = EntryWords(.item(item), today: seen.today)
        let (id, action) = (MeetingLinks.cardID(item.id), MeetingLinks.item(seen.meeting.id, item.id))
        let outcome = { (words: String, look: ButtonLook, outcome: AgendaItem.Outcome) in
            button(words, look, name: "outcome", value: outcome.rawValue, to: action)
        }
        let form: HTML = """
            <input type="hidden" name="\(id).version" value="\(item.version)">\
            \(buttonRow(
                """
                \(outcome("Talked about", .quiet, .talked))\
                \(.when(!item.mustBeDecided, outcome("For next time", .quiet, .carried)))\
                \(outcome("Drop it", .link, .dropped))
                """))\(word(id, "note"))
            """
        let answer: HTML? =
            switch item.outcome {
            case .open: nil
            case .talked: tag("Talked about", .good)
            case .carried: tag("For next time", .attention)
            case .dropped: tag("Dropped")
            }
        return entryCard(id: id, words, answer: answer, note: item.note, form: form, isOpen: isOpen(id, "note"))
    }

    private func saying(
        _ entry: Agenda.Entry, _ kind: SaidWord.Kind, _ subject: String, _ choices: [(SaidWord.Outcome, String)]
    ) -> HTML {
        let id = MeetingLinks.cardID(kind, subject)
        let said = seen.said.first { $0.kind == kind && $0.subjectID == subject }
        let action = MeetingLinks.entry(seen.meeting.id, kind, subject)
        let buttons = choices.html { button($0.1, name: "outcome", value: $0.0.rawValue, to: action) }
        let answer = said.flatMap { said in choices.first { $0.0 == said.outcome } }.map { tag($0.1, .good) }
        return entryCard(
            id: id, EntryWords(entry, today: seen.today), answer: answer, note: said?.words ?? "",
            form: "\(buttonRow(buttons))\(word(id, "words"))", isOpen: isOpen(id, "words"))
    }

    private func isOpen(_ card: String, _ name: String) -> Bool {
        !errors(card).isEmpty || fields.isTyped(card, name)
    }

    private func word(_ card: String, _ name: String) -> HTML { wordField(card, name, in: fields, errors(card)) }

    /// Checks that were recorded in this meeting.
    private var checked: HTML {
        guard !seen.looks.isEmpty else { return .nothing }
        return """
            <h3 id="checked" tabindex="-1">Checks recorded</h3>\
            <ul>\(seen.looks.html { "<li>\($0.looked) \($0.rating.html) \($0.finding)</li>" })</ul>
            """
    }

    private var made: HTML {
        let made = seen.promises.filter { $0.promise.meeting == seen.meeting.id }
        guard !made.isEmpty else { return .nothing }
        return
            "<ul>\(made.html { "<li><b>\($0.who)</b>: \($0.promise.words), by \($0.promise.by.long)</li>" })</ul>"
    }

    private var adding: HTML {
        let card = MeetingLinks.adding
        let field = FormField("\(card).words", "What to talk about", errors: errors(card).named(card), id: "add-words")
        return disclosure(
            "Add to the agenda", isOpen: isOpen(card, "words"),
            textField(field, value: fields.text(card, "words"))
                + buttonRow(button("Add it", to: MeetingLinks.items(seen.meeting.id), makes: true)))
    }

    private var finishing: HTML {
        let problem = errors("finish").sentence(for: "button")
        let waiting: HTML = problem.map { "<p class=\"error\">\($0)</p>" } ?? .nothing
        let looks = seen.agenda.checks
        let unchecked: HTML = .when(
            looks > 0, "<p class=\"soft\">\(looks == 1 ? "1 check is" : "\(looks) checks are") not recorded.</p>")
        return """
            <div id="finish-button" tabindex="-1">\(waiting)\(unchecked)\
            \(buttonRow(button("Finish the meeting", .primary, to: MeetingLinks.finish(seen.meeting.id))))\
            <p class="soft">What was not reached goes to the next meeting\(seen.next.map { HTML(", on \($0.day.long)") } ?? .nothing).</p></div>
            """
    }
}

extension Agenda {
    fileprivate var checks: Int {
        (entries + more).count { if case .check = $0 { true } else { false } }
    }
}

extension FieldErrors {
    /// Under the names that the fields of a card have in the meeting's form.
    func named(_ card: String) -> FieldErrors { FieldErrors(all.map { ("\(card).\($0.field)", $0.sentence) }) }
}

/// A word on an entry for those who want one, folded away until it is typed.
func wordField(_ card: String, _ name: String, in fields: MeetingFields, _ errors: FieldErrors) -> HTML {
    let text = fields.text(card, name)
    let field = FormField(
        "\(card).\(name)", "A word on it", errors: errors.named(card), id: "\(card)-\(name)", isOptional: true)
    return disclosure("Add a word", isOpen: !text.isEmpty || !errors.isEmpty, textField(field, value: text))
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
