import Kernel
import Markup
import MeetingRules
import People
import Site

/// A promise that is asked about: kept, carried to another day, changed or dropped.
struct PromiseCard: Sendable {
    let seen: SeenMeeting
    let asked: AskedPromise
    let errors: FieldErrors

    private var promise: Promise { asked.promise }
    private var id: String { MeetingLinks.cardID(promise.id) }
    private var fields: MeetingFields { MeetingFields(seen) }
    private var action: String { MeetingLinks.promise(seen.meeting.id, promise.id) }

    var html: HTML {
        let words = EntryWords(.promise(asked), today: seen.today)
        return entryCard(
            id: id, words, answer: answer, note: asked.words, form: promise.ended == nil ? forms : .nothing,
            isOpen: !errors.isEmpty || fields.waiting.contains(id))
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
        """
        <input type="hidden" name="\(id).version" value="\(promise.version)">\
        \(buttonRow(
            """
            \(button("Kept", name: "outcome", value: "kept", to: action))\(carrying)\
            \(button("Drop it", .link, name: "outcome", value: "dropped", to: action))
            """))\(wordField(id, "words", in: fields, errors))\(otherDay)\(changing)
        """
    }

    private var carrying: HTML {
        guard !promise.mustBeDecided, let next = seen.next else { return .nothing }
        return button("Carry to \(next.day.long)", name: "carry-to", value: next.day.description, to: action)
    }

    private var otherDay: HTML {
        guard !promise.mustBeDecided else { return .nothing }
        let typed = fields.text(id, "by")
        let field = FormField("\(id).by", "By", hint: "A school day", errors: errors.named(id), id: id + "-by")
        let offer = offerButton(typed, in: seen.calendar, today: seen.today, to: action)
        return disclosure(
            "Carry to another day", isOpen: !typed.isEmpty || errors.sentence(for: "by") != nil,
            """
            \(textField(field, value: typed, kind: .date, width: .half))\
            \(buttonRow("\(button("Carry to this day", name: "outcome", value: "carried", to: action))\(offer)"))
            """)
    }

    private var changing: HTML {
        let action = MeetingLinks.change(seen.meeting.id, promise.id)
        let isTyped = ["new-words", "new-seat", "new-by"].contains {
            fields.isTyped(id, $0) || errors.sentence(for: $0) != nil
        }
        return disclosure(
            "Change it", isOpen: isTyped,
            PromiseFields(seen: seen, card: id, prefix: "new-", action: action, errors: errors).html
                + buttonRow(button("Promise this instead", to: action)))
    }
}

/// Writes a promise down.
struct NewPromise: Sendable {
    let seen: SeenMeeting
    let errors: FieldErrors

    var html: HTML {
        let (id, action) = (MeetingLinks.promiseCard, MeetingLinks.promises(seen.meeting.id))
        return card(
            id: id,
            PromiseFields(seen: seen, card: id, prefix: "", action: action, errors: errors).html
                + buttonRow(button("Write it down", to: action)))
    }
}

/// Who does what by when: the next meeting, unless another day is named.
struct PromiseFields: Sendable {
    let seen: SeenMeeting
    let card: String
    /// Before the names, where the card has other fields too.
    let prefix: String
    let action: String
    let errors: FieldErrors

    var html: HTML {
        let fields = MeetingFields(seen)
        let day = fields.text(card, prefix + "by")
        let offer = buttonRow(offerButton(day, in: seen.calendar, today: seen.today, to: action))
        return """
            \(textField(field("words", "What will be done"), value: fields.text(card, prefix + "words")))\
            \(selectField(field("seat", "Who"), choices: seats, chosen: fields.text(card, prefix + "seat")))\
            \(textField(field("by", "By when", hint: "A school day"), value: day, kind: .date, width: .half))\
            \(.when(errors.sentence(for: prefix + "by") != nil, offer))
            """
    }

    private func field(_ name: String, _ label: String, hint: String? = nil) -> FormField {
        FormField(
            "\(card).\(prefix)\(name)", label, hint: hint, errors: errors.named(card), id: "\(card)-\(prefix)\(name)")
    }

    private var seats: [Choice] {
        seen.seats.map { Choice($0.id.text, "\($0.holderName) (\($0.role.name.lowercased()))") }
    }
}
