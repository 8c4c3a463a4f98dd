package import Database
package import Kernel
package import PlanRules
import Trail

/// Hands a draft to those who approve such plans.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless every priority of the draft has something to do.
package func submitPlan(_ plan: PlanID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.plan(plan)
        try tx.take(try opened.written.submitting(by: MayWritePlan(actor, opened.plan)), by: actor)
    }
}

/// - Throws: `notFound`; `forbidden` to whoever submitted it and to those who do not approve such plans; `conflict` unless
///   it waits.
package func approvePlan(_ plan: PlanID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.plan(plan)
        let permit = try MayApprovePlan(actor, opened.plan, submittedBy: opened.submitter)
        try tx.take(try opened.written.approving(by: permit), by: actor)
    }
}

/// - Throws: as `approvePlan`, and `invalid` without words.
package func sendBackPlan(_ plan: PlanID, words: String, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.plan(plan)
        let permit = try MayApprovePlan(actor, opened.plan, submittedBy: opened.submitter)
        try tx.take(try opened.written.sendingBack(words, by: permit), by: actor)
    }
}

/// Begins the work: from now on checks fall due. What it revises is superseded in the same moment.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it was approved, and when what it revises has ended.
package func putPlanLive(_ plan: PlanID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.plan(plan)
        let change = try opened.written.puttingLive(by: MayWritePlan(actor, opened.plan))
        if let old = opened.supersedes {
            try tx.take(try tx.plan(old).written.givingWay(to: change), by: actor)
        }
        try tx.take(change, by: actor)
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` unless it is live.
package func maintainPlan(_ plan: PlanID, words: String, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.plan(plan)
        try tx.take(try opened.written.maintaining(words, by: MayWritePlan(actor, opened.plan)), by: actor)
    }
}

/// Ends a plan, which stays readable for good.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it was approved; `invalid` without words.
package func archivePlan(_ plan: PlanID, words: String, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.plan(plan)
        try tx.take(try opened.written.archiving(words, by: MayWritePlan(actor, opened.plan)), by: actor)
    }
}

extension Transaction {
    func take(_ change: PlanMoved, by actor: Actor) throws {
        try save(change, by: actor.person)
        try record(
            "plan-\(change.step.rawValue)", "plan", change.plan, by: actor, before: change.from.name,
            after: [change.to.name, change.words].history)
    }
}
