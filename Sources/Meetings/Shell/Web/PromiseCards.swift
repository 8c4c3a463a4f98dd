import Kernel
import Markup
import MeetingRules
import People
import Site

/// A promise that is asked about: kept, carried to another day, changed or dropped.
struct PromiseCard: Sendable {
    let seen: SeenMeeting
    let asked: AskedPromise
    let token: String
    let refused: RefusedEntry?

    private var promise: Promise { asked.promise }
    private var id: String { MeetingLinks.cardID(promise.id) }
    private var errors: FieldErrors { refused?.errors ?? FieldErrors() }

    var html: HTML {
        let words = EntryWords(.promise(asked), today: seen.today)
        return entryCard(
            id: id, words, answer: answer, note: asked.words, form: promise.ended == nil ? forms : .nothing,
            isOpen: refused != nil)
    }

    private var answer: HTML? {
        switch promise.ended {
        case .kept: return tag("Kept", .good)
        case .dropped: return tag("Dropped")
        case .changed: return tag("Changed")
        case nil: return asked.carriedTo.map { tag("Carried to \($0.long)", .attention) }
        }
    }

    private var forms: HTML {
        let change = disclosure("Change it", isOpen: refused?.form.has("seat") == true, changing)
        return answering + change
    }

    private var answering: HTML {
        postForm(
            MeetingLinks.promise(seen.meeting.id, promise.id), token: token, version: promise.version,
            """
            \(textField(
                FormField("words", "A word on it", errors: errors, id: id + "-words", isOptional: true),
                value: refused?.form.text("words") ?? ""))\
            \(buttonRow("\(button("Kept", name: "outcome", value: "kept"))\(carrying)\(button("Drop it", .link, name: "outcome", value: "dropped"))"))\
            \(otherDay)
            """)
    }

    private var carrying: HTML {
        guard !promise.mustBeDecided, let next = seen.next else { return .nothing }
        return button("Carry to \(next.day.long)", name: "carry-to", value: next.day.description)
    }

    private var otherDay: HTML {
        guard !promise.mustBeDecided else { return .nothing }
        let typed = refused?.form.dayText("by") ?? ""
        return disclosure(
            "Carry to another day", isOpen: errors.sentence(for: "by") != nil,
            """
            \(textField(FormField("by", "By", hint: "A school day", errors: errors, id: id + "-by"), value: typed, kind: .date, width: .half))\
            \(buttonRow("\(button("Carry to this day", name: "outcome", value: "carried"))\(offerButton(typed, in: seen.calendar, today: seen.today))"))
            """)
    }

    private var changing: HTML {
        postForm(
            MeetingLinks.change(seen.meeting.id, promise.id), token: token, version: promise.version,
            PromiseFields(
                seen: seen, words: promise.words, seat: promise.seat.text, card: id,
                typed: refused?.form.has("seat") == true ? refused : nil, prefix: id + "-new"
            ).html + buttonRow(button("Promise this instead")))
    }
}

/// Writes a promise down.
struct NewPromise: Sendable {
    let seen: SeenMeeting
    let token: String
    let refused: RefusedEntry?

    var html: HTML {
        card(
            id: MeetingLinks.promiseCard,
            postForm(
                MeetingLinks.promises(seen.meeting.id), token: token,
                PromiseFields(
                    seen: seen, words: "", seat: seen.line.line.member.id.text, card: MeetingLinks.promiseCard,
                    typed: refused, prefix: MeetingLinks.promiseCard
                ).html + buttonRow(button("Write it down"))))
    }
}

/// Who does what by when: the next meeting, unless another day is named.
struct PromiseFields: Sendable {
    let seen: SeenMeeting
    let words: String
    let seat: String
    let card: String
    let typed: RefusedEntry?
    let prefix: String

    var html: HTML {
        let errors = typed?.errors ?? FieldErrors()
        let next = seen.next?.day ?? seen.calendar.adding(schoolWeeks: 2, to: seen.today)
        let day = typed?.form.dayText("by") ?? next?.description ?? ""
        return """
            \(textField(FormField("words", "What will be done", errors: errors, id: prefix + "-words"), value: typed?.form.text("words") ?? words))\
            \(selectField(FormField("seat", "Who", errors: errors, id: prefix + "-seat"), choices: seats, chosen: typed?.form.text("seat") ?? seat))\
            \(textField(FormField("by", "By when", hint: "A school day", errors: errors, id: prefix + "-by"), value: day, kind: .date, width: .half))\
            \(.when(errors.sentence(for: "by") != nil, buttonRow(offerButton(day, in: seen.calendar, today: seen.today))))
            """
    }

    private var seats: [Choice] {
        seen.seats.map { Choice($0.id.text, "\($0.holderName) (\($0.role.name.lowercased()))") }
    }
}
