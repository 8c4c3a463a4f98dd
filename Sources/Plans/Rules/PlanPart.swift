import Kernel

/// Something in a plan that can be removed or ended.
package enum PlanPart: Hashable, Sendable {
    case priority(PriorityID)
    case outcome(OutcomeID)
    case criterion(CriterionID)
    case action(ActionID)
    case blockage(BlockageID)

    /// For a form: `action.` and the id.
    package var text: String {
        switch self {
        case .priority(let id): "priority.\(id)"
        case .outcome(let id): "outcome.\(id)"
        case .criterion(let id): "criterion.\(id)"
        case .action(let id): "action.\(id)"
        case .blockage(let id): "blockage.\(id)"
        }
    }

    /// - Returns: nil for what `text` never gives.
    package init?(_ text: String) {
        let pieces = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard pieces.count == 2 else { return nil }
        let found: PlanPart? =
            switch pieces[0] {
            case "priority": PriorityID(pieces[1]).map { .priority($0) }
            case "outcome": OutcomeID(pieces[1]).map { .outcome($0) }
            case "criterion": CriterionID(pieces[1]).map { .criterion($0) }
            case "action": ActionID(pieces[1]).map { .action($0) }
            case "blockage": BlockageID(pieces[1]).map { .blockage($0) }
            default: nil
            }
        guard let found else { return nil }
        self = found
    }

    package var name: String {
        switch self {
        case .priority: "priority"
        case .outcome: "outcome"
        case .criterion: "criterion"
        case .action: "action"
        case .blockage: "blockage"
        }
    }
}

/// The steps of a plan's life, as they are kept with who and when.
package enum PlanStep: String, Sendable, CaseIterable {
    case submitted, withdrawn
    case sentBack = "sent-back"
    case discarded
    case broughtBack = "brought-back"
    case approved, reconsidered, live, maintained, resumed, archived, superseded

    package var name: String {
        switch self {
        case .submitted: "Submitted"
        case .withdrawn: "Taken back"
        case .sentBack: "Sent back"
        case .discarded: "Thrown away"
        case .broughtBack: "Brought back"
        case .approved: "Approved"
        case .reconsidered: "Approval taken back"
        case .live: "Put live"
        case .maintained: "Put to maintenance"
        case .resumed: "Worked at again"
        case .archived: "Archived"
        case .superseded: "Superseded"
        }
    }
}
