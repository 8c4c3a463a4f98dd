package import Database
package import Kernel
package import PlanRules
import Trail

// Each step carries `seen`: the changes of the plan that the page showed, or nil for whoever takes it as it is. `stale` when
// it is another plan by now, so that nobody decides about words that they never saw.

/// Hands a draft to those who approve such plans.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless every priority of the draft has something to do.
package func submitPlan(
    _ plan: PlanID, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        try tx.take(
            try opened.written.submitting(by: MayWritePlan(actor, opened.plan)), of: opened, seen: seen, by: actor)
    }
}

/// Takes a plan back before anybody has decided about it.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it waits for approval.
package func withdrawPlan(
    _ plan: PlanID, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        try tx.take(
            try opened.written.withdrawing(by: MayWritePlan(actor, opened.plan)), of: opened, seen: seen, by: actor)
    }
}

/// Throws a draft away, with everything in it; `bringBackPlan` undoes it.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is a draft.
package func discardPlan(
    _ plan: PlanID, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        try tx.take(
            try opened.written.discarding(by: MayWritePlan(actor, opened.plan)), of: opened, seen: seen, by: actor)
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` unless it was thrown away, and when another revision of the same plan was
///   begun meanwhile.
package func bringBackPlan(_ plan: PlanID, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        if let revised = opened.supersedes { try tx.holdPlan(revised) }
        let other = try opened.supersedes.flatMap { try tx.openRevision(of: $0) }
        try tx.take(
            try opened.written.bringingBack(other: other, by: MayWritePlan(actor, opened.plan)), by: actor)
    }
}

/// - Throws: `notFound`; `forbidden` to whoever submitted it and to those who do not approve such plans; `conflict` unless
///   it waits.
package func approvePlan(
    _ plan: PlanID, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayApprovePlan(actor, opened.plan, submittedBy: opened.submitter)
        try tx.take(try opened.written.approving(by: permit), of: opened, seen: seen, by: actor)
    }
}

/// Takes an approval back before the plan goes live; it waits for a decision again.
///
/// - Throws: `notFound`; `forbidden` as `approvePlan`; `conflict` unless it is approved, and when a revision or an answer
///   rests on it.
package func reconsiderPlan(
    _ plan: PlanID, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayApprovePlan(actor, opened.plan, submittedBy: opened.submitter)
        let isRevised = try tx.relatedPlans(of: opened).isRevised
        try tx.take(
            try opened.written.reconsidering(isRevised: isRevised, by: permit), of: opened, seen: seen, by: actor)
    }
}

/// - Throws: as `approvePlan`, and `invalid` without words.
package func sendBackPlan(
    _ plan: PlanID, words: String, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let permit = try MayApprovePlan(actor, opened.plan, submittedBy: opened.submitter)
        try tx.take(try opened.written.sendingBack(words, by: permit), of: opened, seen: seen, by: actor)
    }
}

/// Begins the work: from now on checks fall due. What it revises is superseded in the same moment, and the plans below
/// that answered it answer this one.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it was approved, and when what it revises has ended.
package func putPlanLive(
    _ plan: PlanID, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        let change = try opened.written.puttingLive(by: MayWritePlan(actor, opened.plan))
        try opened.checkSeen(seen)
        for (old, revision) in try tx.replaced(by: opened) {
            try tx.take(try old.written.givingWay(to: change), by: actor)
            try tx.moveAnswers(to: revision)
        }
        try tx.take(change, by: actor)
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` unless it is live.
package func maintainPlan(
    _ plan: PlanID, words: String, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        try tx.take(
            try opened.written.maintaining(words, by: MayWritePlan(actor, opened.plan)), of: opened, seen: seen,
            by: actor)
    }
}

/// Works at a plan again that was in maintenance.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is in maintenance.
package func resumePlan(
    _ plan: PlanID, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        try tx.take(
            try opened.written.resuming(by: MayWritePlan(actor, opened.plan)), of: opened, seen: seen, by: actor)
    }
}

/// Ends a plan, which stays readable for good.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it was approved; `invalid` without words.
package func archivePlan(
    _ plan: PlanID, words: String, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.planToChange(plan)
        try tx.take(
            try opened.written.archiving(words, by: MayWritePlan(actor, opened.plan)), of: opened, seen: seen, by: actor
        )
    }
}

extension Reading {
    /// The plans that give way to a revision, oldest first, each with its own: what it revises and, when that was a
    /// revision that never went live itself, what that one was to take the place of.
    fileprivate func replaced(by revision: OpenedPlan) throws -> [(old: OpenedPlan, revision: PlanID)] {
        guard let id = revision.supersedes else { return [] }
        let old = try plan(id)
        return (old.plan.state == .approved ? try replaced(by: old) : []) + [(old, revision.id)]
    }
}

extension OpenedPlan {
    /// - Parameter seen: the changes of the plan that a page showed; nil for whoever takes it as it is.
    /// - Throws: `Refusal.stale` when it is another plan by now.
    func checkSeen(_ seen: Int?) throws {
        if let seen, seen != changes { throw Refusal.stale }
    }
}

extension Transaction {
    /// Takes a step with the plan that somebody saw.
    fileprivate func take(_ change: PlanMoved, of opened: OpenedPlan, seen: Int?, by actor: Actor) throws {
        try opened.checkSeen(seen)
        try take(change, by: actor)
    }

    func take(_ change: PlanMoved, by actor: Actor) throws {
        try save(change, by: actor.person)
        try record(
            "plan-\(change.step.rawValue)", "plan", change.plan, by: actor, before: change.from.name,
            after: [change.to.name, change.words].history)
    }
}
