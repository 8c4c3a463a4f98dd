package import Kernel
package import ToolRules

/// A new evaluation, pinned to a version and to the place as it is today.
package struct EvaluationOpened: Sendable {
    package let evaluation: ID<Evaluation>
    package let version: ToolVersionID
    package let place: Place
    package let setting: Setting
    package let window: Window
    /// How many statements apply.
    package let statements: Int
}

extension Evaluation {
    /// - Throws: `invalid` when the tool is not for such a place, nothing of it applies there, or the window is over.
    package static func opening(
        _ id: ID<Evaluation>, of tool: PublishedTool, at place: Place, setting: Setting, window: Window, today: Day,
        by permit: MayOpenEvaluation
    ) throws -> EvaluationOpened {
        let wanted: JudgedFor = place.department == nil ? .school : .department
        guard tool.version.judgedFor.contains(wanted) else {
            throw Refusal.invalid("tool", "\(tool.version.name) is not made for a whole \(wanted.rawValue).")
        }
        let statements = tool.items.filter { $0.item.applies(to: setting) }.count
        guard statements > 0 else {
            throw Refusal.invalid("tool", "No statement of \(tool.version.name) applies to a school of this phase.")
        }
        guard window.last >= today else {
            throw Refusal.invalid("window", "\(window.name) is over. Choose a later one.")
        }
        return EvaluationOpened(
            evaluation: id, version: tool.id, place: place, setting: setting, window: window, statements: statements)
    }
}
