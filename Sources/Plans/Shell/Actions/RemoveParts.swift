package import Database
package import Kernel
package import PlanRules
import Trail

/// Takes a part that nothing was built on out of a plan; `bringBack` undoes it.
///
/// - Throws: `notFound`, `forbidden`; `conflict` once something was built on it.
package func removePart(_ part: PlanPart, of plan: PlanID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.removing(part, by: permit)
        try tx.save(change)
        try tx.record("\(part.name)-removed", "plan", plan, by: actor, before: opened.written.words(of: part))
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` when the plan was submitted meanwhile or is full.
package func bringBack(_ part: PlanPart, of plan: PlanID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        guard try tx.plan(of: part) == plan else { throw Refusal.notFound }
        try tx.save(try opened.written.bringingBack(part, by: permit))
        try tx.record("\(part.name)-brought-back", "plan", plan, by: actor)
    }
}

/// Ends a priority or an action that something was built on, with the reason; its looks that are still to come are called
/// off.
///
/// - Throws: `notFound`, `forbidden`; `conflict`; `invalid` without a reason.
package func endPart(
    _ part: PlanPart, because reason: String, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayWritePlan(actor, opened.plan)
        let change = try opened.written.ending(part, because: reason, on: tx.today, by: permit)
        try tx.save(change)
        try tx.record(
            "\(part.name)-ended", "plan", plan, by: actor, before: opened.written.words(of: part), after: reason)
    }
}

extension WrittenPlan {
    /// The words that a part goes by.
    package func words(of part: PlanPart) -> String {
        switch part {
        case .priority(let id): (try? priority(id).title) ?? ""
        case .outcome(let id): (try? outcome(id).words) ?? ""
        case .criterion(let id): (try? criterion(id).words) ?? ""
        case .action(let id): (try? action(id).what) ?? ""
        case .blockage(let id): (try? blockage(id).words) ?? ""
        }
    }
}
