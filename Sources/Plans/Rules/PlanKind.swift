/// What a plan is for; each has pro-formas of its own in the catalogue.
package enum PlanKind: String, Sendable, CaseIterable {
    case school = "school-improvement"
    case department
    /// A few actions for one weakness, reviewed every half term.
    case targeted
    /// Six weeks, at most five actions, reviewed weekly, with blockages.
    case rapid

    package var name: String {
        switch self {
        case .school: "School improvement plan"
        case .department: "Department plan"
        case .targeted: "Targeted action plan"
        case .rapid: "Rapid action plan"
        }
    }
}
