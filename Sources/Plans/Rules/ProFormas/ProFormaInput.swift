/// A trust's edition as it was typed. Names of fields in refusals are those of its form.
package struct ProFormaInput: Hashable, Sendable {
    package var name = ""
    package var purpose = ""
    package var audience = ""
    package var priorities = ""
    /// Empty for as many as one likes.
    package var actions = ""
    /// Empty where the plan itself says.
    package var weeks = ""
    package var review = ""
    package var hasBlockages = false
    package var horizons: [Horizon: HorizonInput] = [:]
    package var fields: [ProFormaField: FieldInput] = [:]

    package init() {}

    package struct HorizonInput: Hashable, Sendable {
        package var isAsked: Bool
        package var label: String
        package var hint: String
        package var by: String

        package init(isAsked: Bool = false, label: String = "", hint: String = "", by: String = "") {
            (self.isAsked, self.label, self.hint, self.by) = (isAsked, label, hint, by)
        }
    }

    package struct FieldInput: Hashable, Sendable {
        package var label: String
        package var hint: String
        package var need: String

        package init(label: String = "", hint: String = "", need: String = "") {
            (self.label, self.hint, self.need) = (label, hint, need)
        }
    }

    package func horizon(_ horizon: Horizon) -> HorizonInput { horizons[horizon] ?? HorizonInput() }

    package func field(_ field: ProFormaField) -> FieldInput { fields[field] ?? FieldInput() }
}

extension ProFormaInput {
    /// What a form begins with. A horizon that is not asked for begins with the usual words.
    package init(_ proForma: ProForma) {
        (name, purpose, audience) = (proForma.name, proForma.purpose, proForma.audience)
        priorities = String(proForma.maxPriorities)
        actions = proForma.maxActions.map { String($0) } ?? ""
        weeks = proForma.weeks.map { String($0) } ?? ""
        (review, hasBlockages) = (proForma.review.rawValue, proForma.hasBlockages)
        for ask in HorizonAsk.usual + proForma.horizons {
            let isAsked = proForma.horizons.contains(ask)
            horizons[ask.horizon] = HorizonInput(isAsked: isAsked, label: ask.label, hint: ask.hint, by: ask.by)
        }
        for field in ProFormaField.allCases {
            let ask = proForma.field(field)
            fields[field] = FieldInput(label: ask.label, hint: ask.hint, need: ask.need.rawValue)
        }
    }
}

extension ProFormaInput {
    package static func horizonField(_ horizon: Horizon, _ part: String) -> String {
        "horizon-\(horizon.rawValue)-\(part)"
    }

    package static func askField(_ field: ProFormaField, _ part: String) -> String { "ask-\(field.rawValue)-\(part)" }
}
