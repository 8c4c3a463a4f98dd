package import Database
package import Kernel
package import PlanRules

/// What a plan's page shows of its checks.
package struct PlanChecks: Sendable {
    package let plan: Plan
    package let series: [CheckSeries]
    package let health: PlanHealth
    /// How each plan stands that is at work below and answers a priority of this one.
    package let healthOfAnswers: [PlanID: PlanHealth]
    package let calendar: SchoolCalendar
    package let today: Day
    /// Whether the reader plans checks here.
    package let mayPlan: Bool
}

/// Reads the checks of a plan as the reader who was shown it may see them.
package func readChecks(of seen: SeenPlan, for actor: Actor, in database: any Database) async throws -> PlanChecks {
    let (plan, answering) = (seen.plan, seen.below.values.joined().filter(\.isAtWork).map(\.plan))
    return try await database.read { tx in
        var health = try tx.planHealth(of: [plan.id] + Set(answering).sorted())
        guard let own = health.removeValue(forKey: plan.id) else { throw Refusal.notFound }
        return PlanChecks(
            plan: plan, series: try tx.checkSeries(of: plan.id).map { $0.shown(to: actor, at: plan.place) },
            health: own, healthOfAnswers: health, calendar: try tx.calendar(at: plan.place), today: tx.today,
            mayPlan: seen.may.writes)
    }
}
