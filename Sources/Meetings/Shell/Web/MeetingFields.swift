import Kernel
import MeetingRules
import PlanRules
import Plans
import Site

/// What stands in the fields of a meeting that is under way. They are all of one form, so that whatever is pressed brings
/// along what was typed elsewhere. A field is named after its card, as `item-….note`.
struct MeetingFields: Sendable {
    let seen: SeenMeeting
    /// What the page shows where nobody typed.
    private let shown: [String: String]

    init(_ seen: SeenMeeting) {
        self.seen = seen
        var shown: [String: String] = [:]
        let next = seen.firstDayForPromises?.description ?? ""
        for item in seen.items { shown["\(MeetingLinks.cardID(item.id)).note"] = item.note }
        for word in seen.said { shown["\(MeetingLinks.cardID(word.kind, word.subjectID)).words"] = word.words }
        for asked in seen.promises {
            let (card, promise) = (MeetingLinks.cardID(asked.promise.id), asked.promise)
            shown["\(card).new-words"] = promise.words
            (shown["\(card).new-seat"], shown["\(card).new-by"]) = (promise.seat.text, next)
        }
        shown["\(MeetingLinks.promiseCard).seat"] = seen.line.line.member.id.text
        shown["\(MeetingLinks.promiseCard).by"] = next
        self.shown = shown
    }

    func text(_ card: String, _ name: String) -> String {
        let field = "\(card).\(name)"
        return seen.unsaid[field] ?? shown[field] ?? ""
    }

    func isTyped(_ card: String, _ name: String) -> Bool { seen.unsaid["\(card).\(name)"] != nil }

    /// The fields of one card as a form, by their own names.
    func form(of card: String) -> Form { Form(seen.unsaid.map { ($0.key, $0.value) }).part(card) }

    /// What was typed and not said yet, once `form` came in.
    ///
    /// - Parameters:
    ///   - card: the one that was pressed, whose fields may stand in the form by their own names.
    ///   - isSaid: whether what was typed in it is said with that.
    func unsaid(after form: Form, at card: String, isSaid: Bool) -> [String: String] {
        let named = form.names.map { $0.contains(".") ? $0 : "\(card).\($0)" }
        var unsaid = seen.unsaid.filter { !named.contains($0.key) }
        for (name, field) in zip(form.names, named) {
            let (part, text) = (field.split(separator: ".").last.map(String.init) ?? "", form.text(name))
            // The notes are both people's, and saved as such.
            guard name != "notes", Self.words.contains(part) || Self.choices.contains(part), field.utf8.count <= 100
            else { continue }
            if !text.isEmpty, text != shown[field] ?? "" { unsaid[field] = text }
        }
        return isSaid ? unsaid.filter { !$0.key.hasPrefix("\(card).") } : unsaid
    }

    /// The cards in which somebody wrote words and pressed nothing.
    var waiting: [String] { cards.filter { card in Self.words.contains { isTyped(card, $0) } } }

    /// Words whose card is gone, because the other one said something there or the meeting is over.
    var stranded: [String] { strandedFields.sorted { $0.key < $1.key }.map(\.value) }

    var withoutStranded: [String: String] {
        let stranded = strandedFields
        return seen.unsaid.filter { stranded[$0.key] == nil }
    }

    private var strandedFields: [String: String] {
        let cards = Set(cards)
        return seen.unsaid.filter { field, _ in
            let parts = field.split(separator: ".").map(String.init)
            return parts.count == 2 && Self.words.contains(parts[1]) && !cards.contains(parts[0])
        }
    }

    /// Those that words can be typed into, in the order of the page.
    private var cards: [String] {
        guard seen.state == .running else { return [] }
        let entries = (seen.agenda.entries + seen.agenda.more).compactMap { entry -> String? in
            switch entry {
            case .item(let item): MeetingLinks.cardID(item.id)
            case .check(let check): seen.checks.contains { $0.id == check.id } ? MeetingLinks.cardID(check.id) : nil
            case .promise(let asked): asked.promise.ended == nil ? MeetingLinks.cardID(asked.promise.id) : nil
            case .statement(let statement): MeetingLinks.cardID(.statement, statement.item.text)
            case .celebration(let news): MeetingLinks.cardID(.celebration, news.id)
            }
        }
        return entries + [MeetingLinks.adding, MeetingLinks.promiseCard]
    }

    private static let words: Set = ["words", "note", "new-words", "finding", "reason", "notes"]
    /// Kept too, so that the page comes back as it was left.
    private static let choices: Set = ["by", "seat", "new-by", "new-seat", "rating", "response", "next"]
}

extension SeenMeeting {
    /// By when something is promised unless another day is named: the next meeting.
    var firstDayForPromises: Day? { next?.day ?? calendar.adding(schoolWeeks: 2, to: today) }
}

extension Form {
    /// The fields of one card by their own names, before those that stand in the form without a card.
    func part(_ card: String) -> Form {
        let own = names.filter { $0.hasPrefix("\(card).") }.map { (String($0.dropFirst(card.count + 1)), text($0)) }
        return Form(own + names.filter { !$0.contains(".") }.map { ($0, text($0)) })
    }

    /// Whether the notes of this form are no longer those that its page showed.
    var hasNewNotes: Bool { has("notes") && (!has("notes-shown") || text("notes") != text("notes-shown")) }
}
