import Kernel

/// One of two versions of a plan that are compared.
package struct ComparedPlan: Sendable {
    package let written: WrittenPlan
    package let checks: [CheckPlan]
    /// What the priorities above are called that its own answer.
    package let answers: [PriorityID: String]

    package init(_ written: WrittenPlan, checks: [CheckPlan] = [], answers: [PriorityID: String] = [:]) {
        (self.written, self.checks, self.answers) = (written, checks, answers)
    }
}

/// A part of a plan by what it says: its fields in the order of the page, and the parts within it. How far the work has
/// come (the status of a criterion, what was found on a look) is news of a plan and no part of its words.
struct ComparedPart {
    let kind: PartDifference.Kind
    let id: String
    let title: String
    let fields: [(field: PlanField, value: PlanValue)]
    let ended: Ending?
    let parts: [ComparedPart]
}

extension ComparedPlan {
    var fields: [(field: PlanField, value: PlanValue)] {
        [(.name, .words(written.plan.title)), (.period, .period(written.plan.starts, written.plan.ends))]
    }

    var parts: [ComparedPart] { written.priorities.map(part) + written.blockages.map(part) }

    private func part(_ priority: Priority) -> ComparedPart {
        ComparedPart(
            kind: .priority, id: priority.id.text, title: priority.title,
            fields: [
                (.asked(.title), .words(priority.title)), (.asked(.why), .words(priority.why)),
                (.asked(.stops), .words(priority.stops)),
                (.answers, .words(priority.answers.flatMap { answers[$0] } ?? "")),
            ], ended: priority.ended, parts: priority.outcomes.map(part) + priority.actions.map(part))
    }

    private func part(_ outcome: Outcome) -> ComparedPart {
        ComparedPart(
            kind: .outcome, id: outcome.id.text, title: outcome.words,
            fields: [
                (.horizon, .horizon(outcome.horizon)), (.words, .words(outcome.words)), (.by, .day(outcome.by)),
            ], ended: nil, parts: outcome.criteria.map(part) + looks(at: .outcome(outcome.id)))
    }

    private func part(_ criterion: Criterion) -> ComparedPart {
        ComparedPart(
            kind: .criterion, id: criterion.id.text, title: criterion.words,
            fields: [(.words, .words(criterion.words))], ended: nil, parts: [])
    }

    private func part(_ action: PlannedAction) -> ComparedPart {
        ComparedPart(
            kind: .action, id: action.id.text, title: action.what,
            fields: [
                (.asked(.what), .words(action.what)), (.asked(.aspects), .words(action.aspects)),
                (.asked(.seen), .words(action.seen)), (.asked(.how), .words(action.how)),
                (.asked(.support), .words(action.support)), (.asked(.owner), .seat(action.owner)),
                (.asked(.supporter), .seat(action.supporter)), (.period, .period(action.starts, action.ends)),
                (.cost, .cost(action.cost)),
            ], ended: action.ended, parts: looks(at: .action(action.id)))
    }

    private func looks(at subject: CheckPlan.Subject) -> [ComparedPart] {
        checks.filter { $0.subject == subject }.map { check in
            ComparedPart(
                kind: .check, id: check.id.text, title: check.looked,
                fields: [
                    (.looked, .words(check.looked)), (.way, .words(check.how)), (.looker, .seat(check.seat)),
                    (.rhythm, .schedule(CheckSchedule(check))),
                ], ended: check.ended, parts: [])
        }
    }

    private func part(_ blockage: Blockage) -> ComparedPart {
        ComparedPart(
            kind: .blockage, id: blockage.id.text, title: blockage.words,
            fields: [
                (.words, .words(blockage.words)), (.remover, .seat(blockage.remover)), (.by, .day(blockage.by)),
            ], ended: blockage.removed, parts: [])
    }
}
