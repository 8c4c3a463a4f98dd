package import Database
package import Kernel
package import PlanRules
import Trail

/// Adds a priority to a plan that is being written.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft with room; `invalid`.
package func addPriority(
    _ input: PriorityInput, to plan: PlanID, by actor: Actor, in database: any Database
) async throws -> PriorityID {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        try tx.checkAnswer(input.answers, of: opened.plan, by: actor)
        let change = try opened.written.adding(input, as: tx.newID(), by: permit)
        try tx.save(change)
        try tx.record("priority-added", "plan", plan, by: actor, after: input.title)
        return change.id
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft; `invalid`; `stale`.
package func revisePriority(
    _ id: PriorityID, _ input: PriorityInput, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let old = try opened.written.priority(id)
        if input.answers != old.answers { try tx.checkAnswer(input.answers, of: opened.plan, by: actor) }
        let change = try opened.written.revising(id, input, by: permit)
        try tx.save(change)
        try tx.record(
            "priority-revised", "plan", plan, by: actor, before: [old.title, old.why, old.stops].history,
            after: [input.title, input.why, input.stops].history)
    }
}

/// - Parameter earlier: one place towards the first; otherwise one towards the last.
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft.
package func movePriority(
    _ id: PriorityID, earlier: Bool, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.moving(id, earlier: earlier, by: permit)
        try tx.save(change)
        try tx.record(
            "priority-moved", "plan", plan, by: actor,
            after: "\(try opened.written.priority(id).title) · \(earlier ? "up" : "down")")
    }
}

extension Transaction {
    /// - Throws: `invalid` unless the priority is one that a plan at this place may answer.
    fileprivate func checkAnswer(_ answers: PriorityID?, of plan: Plan, by actor: Actor) throws {
        guard let answers else { return }
        guard let above = try prioritiesAbove(plan.place).first(where: { $0.id == answers }) else {
            throw Refusal.invalid("answers", "Choose a priority from the list, or none.")
        }
        try holdPlan(above.plan)
    }
}

extension [String] {
    /// Words as the history shows them, without the empty ones.
    var history: String { filter { !$0.isEmpty }.joined(separator: " · ") }
}
