package import Database
package import Kernel
package import People
package import PlanRules

/// A revision beside the plan that it takes the place of.
package struct SeenRevision: Sendable {
    package let before: RelatedPlan
    package let difference: PlanDifference
    /// Every seat that the difference speaks of, with whoever sits there today.
    package let seats: [SeatID: Seat]

    package init(before: RelatedPlan, difference: PlanDifference, seats: [SeatID: Seat]) {
        (self.before, self.difference, self.seats) = (before, difference, seats)
    }
}

/// Compares a plan with the one that it revises, as both stand now, in eighteen queries whatever they hold.
///
/// - Returns: nil when it revises none, was thrown away, or the reader may not see the other.
package func readRevision(
    of seen: SeenPlan, for actor: Actor, in database: any Database
) async throws -> SeenRevision? {
    guard let before = seen.before, seen.plan.state != .discarded else { return nil }
    return try await database.read { tx in
        let old = try tx.plan(before.id)
        if (try? MaySeePlan(actor, old.plan)) == nil { return nil }
        let difference = PlanDifference(
            from: try tx.compared(old, for: actor), to: try tx.compared(seen.opened, for: actor),
            origins: try tx.origins(inPlan: seen.id))
        return SeenRevision(
            before: before, difference: difference, seats: try tx.seats(difference.seats, on: tx.today))
    }
}
