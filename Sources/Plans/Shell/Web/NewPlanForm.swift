import EvaluationRules
import Kernel
import PlanRules
import Site
import ToolRules

/// The page that begins a plan, as it was sent.
struct NewPlanForm: Sendable {
    var place = ""
    var proForma = ""
    var title = ""
    /// The value of a window, or `other` for days of its own.
    var when = ""
    var starts = TypedDay(nil)
    var ends = TypedDay(nil)
    var evaluation = ""
    var items: [String] = []
    /// `each` or `all`.
    var grouping = "each"
    var together = ""

    static let otherDays = "other"

    init() {}

    init(_ form: Form) {
        (place, proForma, title) = (form.text("place"), form.text("pro-forma"), form.text("title"))
        (when, starts, ends) = (form.text("when"), TypedDay(form, "from"), TypedDay(form, "to"))
        (evaluation, items) = (form.text("evaluation"), form.all("item"))
        (grouping, together) = (form.text("grouping"), form.text("together"))
        // Whoever takes an offered day wants days of their own.
        if form.has("take-from") || form.has("take-to") { when = Self.otherDays }
    }

    /// What was picked on an evaluation's sheet, if anything.
    var picked: PickedStatements? {
        guard let evaluation = ID<Evaluation>(evaluation) else { return nil }
        var seen: Set<ItemID> = []
        let ids = items.compactMap { ItemID($0) }.filter { seen.insert($0).inserted }
        return PickedStatements(evaluation, ids, together: grouping == "all" ? together : nil)
    }

    /// - Throws: `Refusal.invalid` naming every field without a usable answer.
    func input(_ choices: DraftChoices) throws -> DraftInput {
        var errors = FieldErrors()
        let spot = choices.places.first { $0.place.planChoice == place }
        let chosen = choices.proFormas.first { $0.id.text == proForma }
        if spot == nil { errors.add("place", "Choose a school or a department.") }
        if chosen == nil { errors.add("pro-forma", "Choose a kind of plan.") }
        let days = days(choices, &errors)
        let plan = PlanInput(title: title, from: days.from, to: days.to)
        for error in plan.titleErrors.all { errors.add(error.field, error.sentence) }
        if grouping == "all" { errors.limit("together", together, to: PlanLimits.longestName) }
        if !evaluation.isEmpty, picked?.items.isEmpty != false {
            errors.add("item", "Tick at least one statement, or begin a plan without any.")
        }
        try errors.check()
        guard let spot, let chosen else { throw Refusal.invalid(errors) }
        return DraftInput(
            at: spot.place, from: chosen.id, plan, picked: picked)
    }

    private func days(_ choices: DraftChoices, _ errors: inout FieldErrors) -> (from: Day?, to: Day?) {
        if let window = choices.windows.first(where: { $0.planChoice == when }) {
            // A kind of plan that counts its own weeks ends by itself.
            let countsWeeks = choices.proFormas.first { $0.id.text == proForma }?.weeks != nil
            return (window.first, countsWeeks ? nil : window.last)
        }
        if when != Self.otherDays && starts.text.isEmpty {
            errors.add("when", "Choose when the plan runs.")
            return (nil, nil)
        }
        return (starts.read("from", &errors), ends.read("to", &errors))
    }
}

extension Window {
    var planChoice: String { "\(first).\(last)" }
}

extension Place {
    /// - Returns: nil for what `planChoice` never gives.
    init?(planChoice text: String) {
        if text == "trust" {
            self = .trust
            return
        }
        let parts = text.split(separator: ".").map(String.init)
        guard let first = parts.first, let school = SchoolID(first) else { return nil }
        guard parts.count == 2 else {
            self = .school(school)
            return
        }
        guard let department = DepartmentID(parts[1]) else { return nil }
        self = .department(department, of: school)
    }
}
