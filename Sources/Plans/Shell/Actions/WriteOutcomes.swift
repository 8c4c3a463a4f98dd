package import Database
package import Kernel
package import PlanRules
import Trail

/// Adds an outcome with the criteria by which one will know, one for each line that was typed.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft; `invalid`.
package func addOutcome(
    _ input: OutcomeInput, criteria: [String], to priority: PriorityID, of plan: PlanID, by actor: Actor,
    in database: any Database
) async throws -> OutcomeID {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.adding(
            input, criteria: criteria, as: tx.newID(), to: priority, in: tx.calendar(at: opened.plan.place), by: permit)
        try tx.save(change)
        let whole = opened.written.with(change)
        for words in criteria {
            try tx.save(try whole.adding(criterion: words, as: tx.newID(), to: change.id, by: permit))
        }
        try tx.record(
            "outcome-added", "plan", plan, by: actor,
            after: ([input.horizon.name, input.words] + criteria).history)
        return change.id
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft; `invalid`; `stale`.
package func reviseOutcome(
    _ id: OutcomeID, _ input: OutcomeInput, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let old = try opened.written.outcome(id)
        let change = try opened.written.revising(id, input, in: tx.calendar(at: opened.plan.place), by: permit)
        try tx.save(change)
        try tx.record(
            "outcome-revised", "plan", plan, by: actor, before: [old.horizon.name, old.words].history,
            after: [input.horizon.name, input.words].history)
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft; `invalid`.
package func addCriterion(
    _ words: String, to outcome: OutcomeID, of plan: PlanID, by actor: Actor, in database: any Database
) async throws -> CriterionID {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.adding(criterion: words, as: tx.newID(), to: outcome, by: permit)
        try tx.save(change)
        try tx.record("criterion-added", "plan", plan, by: actor, after: words)
        return change.id
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft; `invalid`; `stale`.
package func reviseCriterion(
    _ id: CriterionID, words: String, version: Int, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let old = try opened.written.criterion(id)
        let change = try opened.written.revising(id, words: words, version: version, by: permit)
        try tx.save(change)
        try tx.record("criterion-revised", "plan", plan, by: actor, before: old.words, after: words)
    }
}

/// Says how a criterion stands.
///
/// - Throws: `notFound`, `forbidden`; `conflict` while the plan waits for approval and once it is over; `invalid`;
///   `stale`.
package func judgeCriterion(
    _ id: CriterionID, _ input: CriterionStatusInput, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let old = try opened.written.criterion(id)
        let change = try opened.written.judging(id, input, by: permit)
        try tx.save(change, by: actor.person)
        try tx.record(
            "criterion-judged", "plan", plan, by: actor, before: [old.words, old.status.name, old.why].history,
            after: [old.words, change.status.name, change.why].history)
    }
}

extension WrittenPlan {
    /// With an outcome that was just added.
    func with(_ change: OutcomeSaved) -> WrittenPlan {
        let outcome = Outcome(
            id: change.id, horizon: change.input.horizon, words: change.input.words, by: change.input.by, criteria: [],
            version: 1)
        let holding = priorities.map { old in
            old.id != change.priority
                ? old
                : Priority(
                    id: old.id, title: old.title, why: old.why, stops: old.stops, answers: old.answers,
                    outcomes: old.outcomes + [outcome], actions: old.actions, ended: old.ended, version: old.version)
        }
        return WrittenPlan(
            plan: plan, proForma: proForma, priorities: holding, blockages: blockages, answered: answered)
    }
}
