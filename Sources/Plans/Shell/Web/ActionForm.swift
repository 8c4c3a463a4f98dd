import Kernel
import Markup
import People
import PeopleRules
import PlanRules
import Site

/// An action as it was typed.
struct ActionForm: PartForm {
    let text: ActionText
    let owner: String
    let supporter: String
    let starts: TypedDay
    let ends: TypedDay
    let days: String
    let money: String

    init() {
        text = ActionText(what: "")
        (owner, supporter, days, money) = ("", "", "", "")
        (starts, ends) = (TypedDay(nil), TypedDay(nil))
    }

    init(_ action: PlannedAction) {
        text = ActionText(
            what: action.what, aspects: action.aspects, seen: action.seen, how: action.how, support: action.support)
        (owner, supporter) = (action.owner.text, action.supporter?.text ?? "")
        (starts, ends) = (TypedDay(action.starts), TypedDay(action.ends))
        days = action.cost.halfDays == 0 ? "0" : action.cost.daysTyped
        money = action.cost.pence == 0 ? "0" : action.cost.moneyTyped
    }

    init(_ form: Form) {
        text = ActionText(
            what: form.text("what"), aspects: form.text("aspects"), seen: form.text("seen"), how: form.text("how"),
            support: form.text("support"))
        (owner, supporter) = (form.text("owner"), form.text("supporter"))
        (starts, ends) = (TypedDay(form, "from"), TypedDay(form, "to"))
        (days, money) = (form.text("days"), form.text("money"))
    }

    /// Days and sums that cannot be read are noted at their fields.
    func input(version: Int = 0) throws -> ActionInput {
        var errors = FieldErrors()
        let from = starts.read("from", &errors)
        let to = ends.read("to", &errors)
        let halfDays = try errors.collecting { try TypedCost.halfDays(days) }
        let pence = try errors.collecting { try TypedCost.pence(money) }
        return ActionInput(
            text, owner: SeatID(owner), supporter: SeatID(supporter), from: from, to: to,
            cost: Cost(halfDays: halfDays ?? 0, pence: pence ?? 0), unsaid: unsaid, version: version,
            misread: errors)
    }

    private var unsaid: Set<ProFormaField> {
        Set([(ProFormaField.days, days), (.money, money)].filter { $0.1.isEmpty }.map(\.0))
    }

    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        let form = writing.proForma
        let areas: [(ProFormaField, String)] = [
            (.aspects, text.aspects), (.seen, text.seen), (.how, text.how), (.support, text.support),
        ]
        return """
            \(asked(.what, form, errors) { textArea($0, value: text.what, rows: 2) })\
            \(areas.html { field, words in
                asked(field, form, errors, isWanted: !words.isEmpty) { textArea($0, value: words, rows: 3) }
            })\
            \(asked(.owner, form, errors) { seatField($0, writing, chosen: owner, keeping: SeatID(owner)) })\
            \(asked(.supporter, form, errors, isWanted: !supporter.isEmpty) {
                seatField($0, writing, chosen: supporter, nobody: "Nobody", keeping: SeatID(supporter))
            })\
            \(asked(.from, form, errors) { dayField($0, starts, in: writing.days) })\
            \(asked(.to, form, errors) { dayField($0, ends, in: writing.days) })\
            \(asked(.days, form, errors, isWanted: !days.isEmpty) { textField($0, value: days, width: .short) })\
            \(asked(.money, form, errors, isWanted: !money.isEmpty) { textField($0, value: money, width: .short) })
            """
    }

    func lines(_ writing: PlanWriting) -> [(label: String, text: String)] {
        let form = writing.proForma
        let name = { (id: String) in
            SeatID(id).flatMap { seat in
                writing.seats.first { $0.id == seat }.map(seatLabel) ?? writing.opened.seats[seat].map(seatLabel)
            } ?? ""
        }
        let all: [(ProFormaField, String)] = [
            (.what, text.what), (.aspects, text.aspects), (.seen, text.seen), (.how, text.how),
            (.support, text.support), (.owner, name(owner)), (.supporter, name(supporter)),
            (.from, starts.day?.long ?? starts.text), (.to, ends.day?.long ?? ends.text), (.days, days),
            (.money, money),
        ]
        return all.filter { !$0.1.isEmpty }.map { (form.field($0.0).label, $0.1) }
    }
}
