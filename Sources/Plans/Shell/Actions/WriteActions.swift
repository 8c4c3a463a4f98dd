package import Database
package import Kernel
import People
package import PlanRules
import Trail

/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft with room; `invalid`.
package func addAction(
    _ input: ActionInput, to priority: PriorityID, of plan: PlanID, by actor: Actor, in database: any Database
) async throws -> ActionID {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.adding(
            input, as: tx.newID(), to: priority, seats: tx.seatIDs(for: opened.plan),
            in: tx.calendar(at: opened.plan.place), by: permit)
        try tx.save(change)
        try tx.record("action-added", "plan", plan, by: actor, after: change.history)
        return change.id
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft; `invalid`; `stale`.
package func reviseAction(
    _ id: ActionID, _ input: ActionInput, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let old = try opened.written.action(id)
        let change = try opened.written.revising(
            id, input, seats: tx.seatIDs(for: opened.plan), in: tx.calendar(at: opened.plan.place), by: permit)
        try tx.save(change)
        try tx.record("action-revised", "plan", plan, by: actor, before: old.history, after: change.history)
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` where the pro-forma asks for none, while the plan waits for approval and
///   once it is over; `invalid`.
package func addBlockage(
    _ input: BlockageInput, to plan: PlanID, by actor: Actor, in database: any Database
) async throws -> BlockageID {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.adding(
            input, as: tx.newID(), seats: tx.seatIDs(for: opened.plan), in: tx.calendar(at: opened.plan.place),
            by: permit)
        try tx.save(change)
        try tx.record("blockage-added", "plan", plan, by: actor, after: change.words)
        return change.id
    }
}

/// - Throws: as `addBlockage`, and `stale`.
package func reviseBlockage(
    _ id: BlockageID, _ input: BlockageInput, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let old = try opened.written.blockage(id)
        let change = try opened.written.revising(
            id, input, seats: tx.seatIDs(for: opened.plan), in: tx.calendar(at: opened.plan.place), by: permit)
        try tx.save(change)
        try tx.record("blockage-revised", "plan", plan, by: actor, before: old.words, after: change.words)
    }
}

/// Says that a blockage is gone, and how.
///
/// - Throws: `notFound`; `forbidden` unless it is this person's to remove or to write; `conflict` when it was cleared
///   before; `invalid` without words; `stale`.
package func clearBlockage(
    _ id: BlockageID, words: String, version: Int, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let old = try opened.written.blockage(id)
        let permit = try MayClearBlockage(actor, opened.plan, remover: old.remover)
        let change = try opened.written.clearing(id, words: words, version: version, on: tx.today, by: permit)
        try tx.save(change)
        try tx.record("blockage-cleared", "plan", plan, by: actor, before: old.words, after: words)
    }
}

extension Reading {
    /// The seats that may be given duties in a plan.
    func seatIDs(for plan: Plan) throws -> Set<SeatID> { Set(try seatsToChoose(at: plan.place, on: today).map(\.id)) }
}

extension ActionSaved {
    fileprivate var history: String {
        [what.what, what.aspects, what.seen, what.how, what.support, days, cost.isNothing ? "" : cost.spoken].history
    }

    private var days: String { "\(starts.long) to \(ends.long)" }
}

extension PlannedAction {
    fileprivate var history: String {
        [what, aspects, seen, how, support, "\(starts.long) to \(ends.long)", cost.isNothing ? "" : cost.spoken].history
    }
}
