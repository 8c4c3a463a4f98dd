import Kernel
import People
import PlanRules

/// A revision that differs from the sample plan in its name, words, days, people and money, and in what came and went.
struct RevisionSample: Sendable {
    let old: WrittenPlan
    let action: PlannedAction
    let supporter: Seat
    let owner: Seat
    let words: String
    /// Of a priority that only the revision has.
    let added: PriorityID

    func seen(_ state: PlanState, differs: Bool, _ day: Day) -> SeenRevision {
        let isOver = state == .live
        return SeenRevision(
            before: RelatedPlan(
                id: old.plan.id, title: old.plan.title, state: isOver ? .superseded : .live, approved: day - 60,
                began: day - 56, ended: isOver ? day - 1 : nil),
            difference: PlanDifference(
                from: ComparedPlan(old), to: ComparedPlan(differs ? new : old), origins: origins),
            seats: [supporter.id: supporter, owner.id: owner])
    }

    /// Each part counts as its own copy.
    private var origins: [String: String] {
        let ids =
            old.priorities.map(\.id.text) + old.outcomes.map(\.id.text) + old.criteria.map(\.id.text)
            + old.actions.map(\.id.text) + old.blockages.map(\.id.text)
        return Dictionary(uniqueKeysWithValues: ids.map { ($0, $0) })
    }

    private var new: WrittenPlan {
        let plan = old.plan
        return WrittenPlan(
            plan: Plan(
                id: plan.id, kind: plan.kind, place: plan.place, title: "Reading aloud in English", starts: plan.starts,
                ends: plan.ends + 28, state: .submitted, version: 1),
            proForma: old.proForma,
            priorities: old.priorities.map(changed) + [
                Priority(
                    id: added, title: words, why: "", stops: "", answers: nil, outcomes: [], actions: [], ended: nil,
                    version: 1)
            ])
    }

    private func changed(_ priority: Priority) -> Priority {
        Priority(
            id: priority.id, title: priority.title, why: priority.why + "\nIt still is.", stops: "", answers: nil,
            outcomes: priority.outcomes.map { outcome in
                Outcome(
                    id: outcome.id, horizon: .medium, words: outcome.words, by: nil,
                    criteria: Array(outcome.criteria.prefix(2)), version: 1)
            },
            actions: priority.actions.map { _ in otherwise }, ended: priority.ended, version: 2)
    }

    private var otherwise: PlannedAction {
        PlannedAction(
            id: action.id, what: "Read aloud twice a day", aspects: action.aspects, seen: words, how: "One class first",
            support: "", owner: owner.id, supporter: nil, starts: action.starts, ends: action.ends + 28,
            cost: Cost(halfDays: 10, pence: 0), ended: nil, version: 2)
    }
}
