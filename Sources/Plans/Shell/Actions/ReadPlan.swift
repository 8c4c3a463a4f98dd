package import Database
package import Kernel
import People
package import PlanRules
package import Trail

/// A plan with everything around it that its page shows.
package struct SeenPlan: Sendable {
    package let opened: OpenedPlan
    /// The statements that each priority was drawn from.
    package let sources: [PriorityID: [SourceStatement]]
    /// The priorities above, by their ids.
    package let above: [PriorityID: LinkedPriority]
    /// The published priorities below that answer each of this plan's.
    package let below: [PriorityID: [LinkedPriority]]
    /// The plan that this one revises, and the one that revises it.
    package let before: RelatedPlan?
    package let after: RelatedPlan?
    package let may: Rights

    package var plan: Plan { opened.plan }
    package var id: PlanID { opened.id }
    package var written: WrittenPlan { opened.written }
    package var today: Day { opened.today }

    /// What the reader may do here now.
    package struct Rights: Hashable, Sendable {
        package let writes: Bool
        package let approves: Bool
        /// Takes the approval back.
        package let reconsiders: Bool
        /// The seats that the reader sits in.
        package let seats: Set<SeatID>
    }
}

/// Reads a plan for its page, in fifteen queries whatever it holds.
///
/// - Throws: `notFound` to whom it is nothing.
package func readPlan(_ id: PlanID, for actor: Actor, in database: any Database) async throws -> SeenPlan {
    try await database.read { tx in
        let opened = try tx.plan(id)
        _ = try MaySeePlan(actor, opened.plan)
        let related = try tx.relatedPlans(of: opened)
        let writes = (try? MayWritePlan(actor, opened.plan)) != nil
        let visible = actor.visible(on: tx.today)
        let approver = try? MayApprovePlan(actor, opened.plan, submittedBy: opened.submitter)
        return SeenPlan(
            opened: opened, sources: try tx.sources(of: opened.plan, seenBy: visible),
            above: try tx.answered(byPlan: id, seenBy: actor),
            below: try tx.answering(plan: id, seenBy: visible),
            // A draft is for those who write it.
            before: related.before.flatMap { $0.state.isPublished || writes ? $0 : nil },
            after: related.after.flatMap { $0.state.isPublished || writes ? $0 : nil },
            may: SeenPlan.Rights(
                writes: writes,
                approves: approver != nil,
                reconsiders: approver.flatMap {
                    try? opened.written.reconsidering(isRevised: related.isRevised, by: $0)
                } != nil,
                seats: Set(actor.seats)))
    }
}

/// The history of a plan, newest first.
///
/// - Throws: `notFound` to whom it is nothing, `forbidden` to readers: it holds words that were taken back.
package func readHistory(
    of id: PlanID, for actor: Actor, in database: any Database
) async throws -> (opened: OpenedPlan, entries: [TrailEntry]) {
    try await database.read { tx in
        let opened = try tx.plan(id)
        _ = try MayWritePlan(actor, opened.plan)
        return (opened, try tx.trail(of: id, limit: 1_000))
    }
}
