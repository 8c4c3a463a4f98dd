import EvaluationRules
import Kernel
import Site
import ToolRules
import Tools

/// The opening page as it was sent: place, tool and window as the values of its choices.
struct OpeningForm {
    let place: String
    let tool: String
    let window: String

    init(place: String = "", tool: String = "", window: String = "") {
        self.place = place
        self.tool = tool
        self.window = window
    }

    init(_ form: Form) {
        self.init(place: form.text("place"), tool: form.text("tool"), window: form.text("window"))
    }

    /// - Throws: `Refusal.invalid` naming every field without a usable answer.
    func input(_ choices: OpeningChoices) throws -> OpenInput {
        var errors = FieldErrors()
        let spot = choices.places.first { $0.place.choice == place }
        let version = choices.tools.first { $0.id.text == tool }
        let chosen = choices.windows.first { $0.choice == window }
        if spot == nil { errors.add("place", "Choose a school or a department.") }
        if version == nil { errors.add("tool", "Choose a tool.") }
        if chosen == nil { errors.add("window", "Choose when it is judged.") }
        try errors.check()
        guard let spot, let version, let chosen else { throw Refusal.invalid(errors) }
        return OpenInput(version: version.id, place: spot.place, window: chosen)
    }
}

extension Place {
    /// The value of a place among the choices of a form.
    var choice: String { [school?.text, department?.text].compactMap { $0 }.joined(separator: " ") }
}

extension Window {
    var choice: String { "\(first) \(last)" }
}
