import Kernel
import Markup
import PlanRules
import Site

/// An outcome as it was typed, with the criteria of a new one, a line each.
struct OutcomeForm: PartForm {
    let horizon: String
    let words: String
    let by: TypedDay
    let criteria: String
    let isNew: Bool

    init(new horizon: String) {
        (self.horizon, words, by, criteria, isNew) = (horizon, "", TypedDay(nil), "", true)
    }

    init(_ outcome: Outcome) {
        (horizon, words, by) = (outcome.horizon.rawValue, outcome.words, TypedDay(outcome.by))
        (criteria, isNew) = ("", false)
    }

    init(_ form: Form, isNew: Bool) {
        (horizon, words, by) = (form.text("horizon"), form.text("words"), TypedDay(form, "by"))
        (criteria, self.isNew) = (form.text("criteria"), isNew)
    }

    /// A day that cannot be read is noted at its field.
    /// - Throws: `Refusal.invalid` without a horizon.
    func input(version: Int = 0) throws -> OutcomeInput {
        var errors = FieldErrors()
        let chosen = Horizon(rawValue: horizon)
        if chosen == nil { errors.add("horizon", "Choose how far away it is.") }
        let day = by.read("by", &errors)
        guard let chosen else { throw Refusal.invalid(errors) }
        return OutcomeInput(horizon: chosen, words: words, by: day, version: version, misread: errors)
    }

    var typedCriteria: [String] {
        criteria.split(separator: "\n").map { $0.drop { $0 == "-" || $0 == "•" || $0 == " " } }.map(String.init)
            .filter { !$0.isEmpty }
    }

    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        let asks = writing.proForma.horizons
        let hint = asks.first { $0.horizon.rawValue == horizon }?.hint ?? ""
        return """
            \(radioGroup(
                FormField("horizon", "How far away", errors: errors),
                choices: asks.map { Choice($0.horizon.rawValue, $0.label, hint: $0.by) }, chosen: horizon))\
            \(textArea(
                FormField("words", "What will be so", hint: hint.isEmpty ? nil : hint, errors: errors), value: words))\
            \(dayField(FormField("by", "By", errors: errors, isOptional: true), by, in: writing.days))\
            \(.when(isNew, textArea(
                FormField(
                    "criteria", "By what will one know?",
                    hint: "One on each line. Each gets a status of its own later on.", errors: errors,
                    isOptional: true), value: criteria, rows: 3)))
            """
    }

    func lines(_ writing: PlanWriting) -> [(label: String, text: String)] {
        let label = writing.proForma.horizons.first { $0.horizon.rawValue == horizon }?.label ?? horizon
        return [("How far away", label), ("What will be so", words), ("By", by.day?.long ?? by.text)].filter {
            !$0.1.isEmpty
        }
    }
}

/// The words of one criterion as they were typed.
struct CriterionForm: PartForm {
    let words: String

    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        textArea(FormField("criterion", "By what will one know?", errors: errors), value: words, rows: 2)
    }

    func lines(_ writing: PlanWriting) -> [(label: String, text: String)] { [("By what will one know?", words)] }
}

/// How a criterion stands, as it was said.
struct CriterionStatusForm: PartForm {
    let status: String
    let why: String

    init(_ criterion: Criterion) {
        // Nothing is ticked while nobody has said anything.
        status = criterion.judged == nil ? "" : criterion.status.rawValue
        why = criterion.why
    }

    init(_ form: Form) { (status, why) = (form.text("status"), form.text("why")) }

    func input(version: Int) -> CriterionStatusInput {
        CriterionStatusInput(status: CriterionStatus(rawValue: status), why: why, version: version)
    }

    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        """
        \(radioGroup(
            FormField("status", "How it stands", errors: errors),
            choices: CriterionStatus.allCases.map { Choice($0.rawValue, $0.name) }, chosen: status))\
        \(textArea(
            FormField(
                "why", "In words", hint: "What was seen, when. Where it cannot be judged: why not.", errors: errors,
                isOptional: true), value: why))
        """
    }

    func lines(_ writing: PlanWriting) -> [(label: String, text: String)] {
        [("How it stands", CriterionStatus(rawValue: status)?.name ?? ""), ("In words", why)].filter { !$0.1.isEmpty }
    }
}
