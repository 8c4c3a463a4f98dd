import Foundation
import Kernel
import Markup
import People
import PlanRules
import SchoolRules
import Site

// What the forms of a plan have in common.

/// A day as it was typed: in a field of its own, or taken by the button that offers the next school day.
struct TypedDay: Sendable, Hashable {
    let text: String

    init(_ day: Day?) { text = day?.description ?? "" }

    init(_ form: Form, _ field: String) {
        let taken = form.text(takeName(field))
        text = taken.isEmpty ? form.text(field) : taken
    }

    var day: Day? { try? WrittenDay.read(text) }

    /// - Returns: nil when nothing was typed, or what was typed is no day; then `errors` says so at `field`.
    func read(_ field: String, _ errors: inout FieldErrors) -> Day? {
        if text.isEmpty { return nil }
        do throws(Misread) {
            return try WrittenDay.read(text)
        } catch {
            errors.add(field, error.sentence)
            return nil
        }
    }
}

private func takeName(_ field: String) -> String { "take-\(field)" }

/// A day of a plan. Where the typed one cannot be used, a button takes the one that is offered instead.
func dayField(_ field: FormField, _ typed: TypedDay, in days: PlanDays?) -> HTML {
    let offered = field.error == nil ? nil : typed.day.flatMap { days?.refusal(of: $0)?.instead }
    let offer: HTML =
        offered.map { buttonRow(takeButton($0, name: takeName(field.name), value: $0.description)) } ?? .nothing
    let isPickable = typed.text.isEmpty || Day(typed.text) != nil
    return textField(field, value: typed.text, kind: isPickable ? .date : .text, width: .half) + offer
}

/// The first button of a form is what the Enter key presses: this one, out of sight, saves, where the first to be seen
/// takes an offered day.
func pressedByEnter(_ words: String) -> HTML {
    "<button class=\"vh\" tabindex=\"-1\" aria-hidden=\"true\">\(words)</button>"
}

/// Who may be given a duty; the present one is kept among them although nobody may sit there.
func seatField(
    _ field: FormField, _ writing: PlanWriting, chosen: String, nobody: String = "Choose", keeping kept: SeatID? = nil
) -> HTML {
    var choices = writing.seats.map { Choice($0.id.text, seatLabel($0)) }
    if let kept, !choices.contains(where: { $0.value == kept.text }), let seat = writing.opened.seats[kept] {
        choices.insert(Choice(kept.text, seatLabel(seat)), at: 0)
    }
    return selectField(field, choices: choices, chosen: chosen, nobody: nobody)
}

/// `Amir Hussain, middle leader`
func seatLabel(_ seat: Seat) -> String {
    let role = seat.role.name
    return "\(seat.holderName), \(role.prefix(1).lowercased() + role.dropFirst())"
}

/// A field of a priority or an action, asked for in the words of the pro-forma; nothing where it does not ask.
func asked(
    _ field: ProFormaField, _ proForma: ProForma, _ errors: FieldErrors, isWanted: Bool = false,
    _ control: (FormField) -> HTML
) -> HTML {
    let ask = proForma.field(field)
    guard ask.need != .notAsked || isWanted else { return .nothing }
    return control(
        FormField(
            field.rawValue, ask.label, hint: ask.hint.isEmpty ? nil : ask.hint, errors: errors,
            isOptional: ask.need != .required))
}
