package import Database
package import Kernel
package import PlanRules

/// What a plan's page shows of its checks.
package struct PlanChecks: Sendable {
    package let plan: Plan
    package let series: [CheckSeries]
    package let health: PlanHealth
    package let answering: [AnsweringPlan]
    package let calendar: SchoolCalendar
    package let today: Day
    /// Whether the reader plans checks here.
    package let mayPlan: Bool
}

/// Reads the checks of a plan that the reader was let in to see.
package func readChecks(of plan: PlanID, for actor: Actor, in database: any Database) async throws -> PlanChecks {
    try await database.read { tx in
        let opened = try tx.checkedPlan(plan)
        let mayPlan = (try? MayWritePlan(actor, opened)) != nil
        guard let health = try tx.planHealth(of: [plan])[plan] else { throw Refusal.notFound }
        return PlanChecks(
            plan: opened, series: try tx.checkSeries(of: plan), health: health,
            answering: try tx.answering(plan, actor.visible(on: tx.today)), calendar: try tx.calendar(at: opened.place),
            today: tx.today, mayPlan: mayPlan)
    }
}
