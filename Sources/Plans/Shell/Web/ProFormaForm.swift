import PlanRules
import Site

extension ProFormaInput {
    /// What was typed into the form of an edition.
    init(_ form: Form) {
        self.init()
        (name, purpose, audience) = (form.text("name"), form.text("purpose"), form.text("for"))
        (priorities, actions, weeks) = (form.text("priorities"), form.text("actions"), form.text("weeks"))
        (review, hasBlockages) = (form.text("review"), form.has("blockages"))
        for horizon in Horizon.allCases {
            let part = { form.text(Self.horizonField(horizon, $0)) }
            horizons[horizon] = HorizonInput(
                isAsked: form.has(Self.horizonField(horizon, "asked")), label: part("label"), hint: part("hint"),
                by: part("by"))
        }
        for field in ProFormaField.allCases {
            let part = { form.text(Self.askField(field, $0)) }
            fields[field] = FieldInput(label: part("label"), hint: part("hint"), need: part("need"))
        }
    }
}
