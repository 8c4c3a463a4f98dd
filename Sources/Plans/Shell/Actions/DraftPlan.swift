package import Database
package import EvaluationRules
package import Kernel
package import PlanRules
import Schools
package import ToolRules
import Trail

/// What was chosen on the page that begins a plan.
package struct DraftInput: Sendable {
    package let place: Place
    package let proForma: ProFormaID
    package let plan: PlanInput
    /// nil for a plan that is drawn from nothing yet.
    package let picked: PickedStatements?

    package init(at place: Place, from proForma: ProFormaID, _ plan: PlanInput, picked: PickedStatements? = nil) {
        (self.place, self.proForma, self.plan, self.picked) = (place, proForma, plan, picked)
    }
}

/// Statements that were picked from a finished evaluation to be worked on.
package struct PickedStatements: Hashable, Sendable {
    package let evaluation: ID<Evaluation>
    package let items: [ItemID]
    /// One priority for them all, in these words; nil for a priority each.
    package let together: String?

    package init(_ evaluation: ID<Evaluation>, _ items: [ItemID], together: String? = nil) {
        (self.evaluation, self.items, self.together) = (evaluation, items, together)
    }
}

/// Begins a plan from a pro-forma, with the priorities that were picked from an evaluation.
///
/// - Throws: `notFound` to a stranger, for a pro-forma or an evaluation that is not there, `forbidden` to readers,
///   `invalid` for words and days that cannot be taken, `conflict` for more priorities than the pro-forma allows.
package func draftPlan(_ input: DraftInput, by actor: Actor, in database: any Database) async throws -> PlanID {
    try await database.write { tx in
        let permit = try MayWritePlan(actor, at: input.place)
        let drafted = try tx.draft(input, by: permit)
        if let picked = input.picked { try tx.draw(picked, into: drafted.plan, drafted.proForma, by: permit) }
        return drafted.plan.id
    }
}

/// Adds the picked statements to a plan that is being written.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft with room for them.
package func drawPriorities(
    _ picked: PickedStatements, into plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        try tx.draw(picked, into: opened.plan, opened.proForma, holding: opened.written.priorities, by: permit)
    }
}

extension Transaction {
    /// A plan with nothing in it.
    func draft(_ input: DraftInput, by permit: MayWritePlan) throws -> WrittenPlan {
        try holdSchoolThatGoesOn(input.place)
        guard let proForma = try proFormaShelf.proForma(input.proForma, in: self), try isOpen(input.place) else {
            throw Refusal.notFound
        }
        let change = try Plan.drafting(
            newID(), input.plan, from: proForma, at: input.place, in: calendar(at: input.place), by: permit)
        try save(change, by: permit.actor.person)
        try record(
            "plan-drafted", "plan", change.plan.id, by: permit.actor,
            after: "\(change.plan.title) · \(proForma.name)")
        return WrittenPlan(plan: change.plan, proForma: proForma)
    }

    fileprivate func draw(
        _ picked: PickedStatements, into plan: Plan, _ proForma: ProForma, holding: [Priority] = [],
        by permit: MayWritePlan
    ) throws {
        let statements = try agreedStatements(picked, seenBy: permit.actor.visible(on: today))
        guard statements.count == Set(picked.items).count, let first = statements.first else { throw Refusal.notFound }
        let groups =
            picked.together.map { [($0.isEmpty ? first.text : $0, statements)] }
            ?? statements.map { ($0.text, [$0]) }
        try proForma.checkRoom(picked: groups.count, besides: holding.count { $0.ended == nil })
        var held = holding
        for (title, group) in groups {
            let written = WrittenPlan(plan: plan, proForma: proForma, priorities: held)
            let drawn = try written.drawing(
                title, as: newID(), from: picked.evaluation, group.map(\.item), by: permit)
            try save(drawn.priority)
            try save(drawn.link)
            try record(
                "priority-drawn", "plan", plan.id, by: permit.actor,
                after: "\(drawn.priority.input.title) · from \(group.map(\.number).joined(separator: ", "))")
            held.append(drawn.priority.priority)
        }
    }
}

extension PrioritySaved {
    /// As it is from now on; nothing is in it yet.
    var priority: Priority {
        Priority(
            id: id, title: input.title, why: input.why, stops: input.stops, answers: input.answers, outcomes: [],
            actions: [], ended: nil, version: 1)
    }
}
