import Kernel
package import Markup
package import PlanRules
import Site
import ToolRules

// The fields of what was found: finding first, then how well it works, then what follows.

struct CheckFields: Sendable {
    let form: CheckForm
    /// The next school day, where a typed one was refused.
    var offered: Day?
    var errors = FieldErrors()
    /// Sets the ids of one form apart from those of the others on the page.
    var prefix = ""
    /// Sets their names apart where several are of one form.
    var names = ""

    private func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = false) -> FormField {
        let own = FieldErrors(errors.all.map { (names + $0.field, $0.sentence) })
        return FormField(names + name, label, hint: hint, errors: own, id: prefix + name, isOptional: isOptional)
    }

    /// The version and the way back, which every form carries.
    var hidden: HTML {
        """
        <input type="hidden" name="\(names)version" value="\(form.version)">\
        \(.when(!form.back.isEmpty, "<input type=\"hidden\" name=\"back\" value=\"\(form.back)\">"))\
        \(.when(form.isCorrection, "<input type=\"hidden\" name=\"correcting\" value=\"yes\">"))
        """
    }

    func finding(rows: Int) -> HTML {
        textArea(
            field("finding", "What was found", hint: "What you saw, before you rate it. No names of teachers."),
            value: form.finding, rows: rows)
    }

    var shortFinding: HTML { textField(field("finding", "What was found"), value: form.finding) }

    var rating: HTML {
        tonedChoice(
            field("rating", "How well does it work?"),
            choices: Rating.allCases.map { (Choice($0.rawValue, $0.name), $0.tone) }, chosen: form.rating)
    }

    /// Wanted where it does not work fully; the style sheet folds it away for green.
    var response: HTML {
        """
        <div class="follows">\(radioGroup(
            field("response", "What follows?", hint: "Wanted unless it works."),
            choices: ResponseKind.allCases.map { Choice($0.rawValue, $0.name, hint: $0.meaning) },
            chosen: form.response))\
        \(textArea(field("words", "In words", hint: "What is done differently, or why it stops."),
            value: form.words, rows: 2))\(next)</div>
        """
    }

    private var next: HTML {
        let offer: HTML =
            offered.map { buttonRow(takeButton($0, name: "instead", value: $0.description)) } ?? .nothing
        let next = field("next", "The next look", hint: "Only where it is too early to say.")
        return textField(
            next, value: form.next, kind: Day(form.next) != nil || form.next.isEmpty ? .date : .text, width: .half)
            + offer
    }

    func evidence(takesFile: Bool) -> HTML {
        let refused = ["kind", "seen", "note", "link", "file"].contains { errors.sentence(for: $0) != nil }
        let choices = EvidenceKind.allCases.map { Choice($0.rawValue, $0.name) }
        let file = fileField(
            field(
                "file", "A file",
                hint:
                    "PDF, picture, Word, Excel or text, up to \(FileSent.largest / 1_000_000) MB. Choose it again after an error."
            ),
            // A phone that is asked for JPEG by its type makes one of a photo that it keeps otherwise.
            accept: "image/jpeg,image/png,.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.doc,.xls,.txt,.csv")
        return disclosure(
            "Add evidence (optional)", isOpen: refused || !form.note.isEmpty || !form.link.isEmpty,
            """
            \(selectField(field("kind", "What kind"), choices: choices, chosen: form.kind))\
            \(textField(field("seen", "Seen on", hint: "Today, unless you say otherwise."), value: form.seen,
                kind: Day(form.seen) != nil || form.seen.isEmpty ? .date : .text, width: .half))\
            \(textArea(field("note", "Note", isOptional: true), value: form.note, rows: 2))\
            \(textField(field("link", "Link", isOptional: true), value: form.link, kind: .url))\
            \(.when(takesFile, file))
            """)
    }

    /// The errors with the ids that the fields have on this page.
    var pointedErrors: FieldErrors { FieldErrors(errors.all.map { (prefix + $0.field, $0.sentence) }) }
}

extension Rating {
    /// How a page shows it: its colour with its word.
    package var html: HTML { tag(name, tone) }

    fileprivate var tone: TagTone {
        switch self {
        case .red: .red
        case .amber: .amber
        case .green: .green
        }
    }
}
