package import Database
package import Kernel
import People
package import PlanRules
import Trail

/// Gives a plan another name or other days.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft; `invalid`; `stale`.
package func reviseDetails(
    _ input: PlanInput, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.revising(input, in: tx.calendar(at: opened.plan.place), by: permit)
        try tx.save(change)
        try tx.record(
            "plan-renamed", "plan", plan, by: actor,
            before: "\(opened.plan.title) · \(opened.plan.starts.long) to \(opened.plan.ends.long)",
            after: "\(change.title) · \(change.starts.long) to \(change.ends.long)")
    }
}

/// Copies a plan into a new draft, which takes its place when it goes live. Until then the plan stays in force.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it was approved, and while another revision is being written.
package func revisePlan(_ plan: PlanID, by actor: Actor, in database: any Database) async throws -> PlanID {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        guard try tx.openRevision(of: plan) == nil else {
            throw Refusal.conflict("A revision of this plan is being written already.")
        }
        let change = try opened.plan.superseding(as: tx.newID(), proForma: opened.proForma.id, by: permit)
        try tx.save(change, by: actor.person)
        try tx.copyParts(of: plan, to: change.plan.id)
        try tx.record("plan-revised", "plan", plan, by: actor, after: "A draft takes its place when it goes live")
        try tx.record(
            "plan-drafted", "plan", change.plan.id, by: actor, after: "\(opened.plan.title) · as a revision")
        return change.plan.id
    }
}

/// Moves every duty of one seat in a plan to another, in one step.
///
/// - Parameter seen: the changes of the plan that the page showed; nil for whoever takes it as it is.
/// - Throws: `notFound`, `forbidden`; `conflict` once the plan is over; `invalid` for seats that cannot be chosen; `stale`.
package func handOverPlan(
    _ plan: PlanID, from seat: SeatID?, to other: SeatID?, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.handingOver(
            from: seat, to: other, duties: Set(opened.seats.keys), seats: tx.seatIDs(for: opened.plan), by: permit)
        try opened.checkSeen(seen)
        try tx.save(change)
        let name = try tx.seat(change.to, on: tx.today)?.holderName ?? ""
        try tx.record(
            "duties-handed-over", "plan", plan, by: actor, before: opened.seats[change.from]?.holderName ?? "",
            after: name)
    }
}
