package import Database
package import Kernel
package import People
package import PlanRules

/// A plan with what its forms offer.
package struct PlanWriting: Sendable {
    package let opened: OpenedPlan
    package let calendar: SchoolCalendar
    /// Who may be given duties here.
    package let seats: [Seat]
    /// The priorities above that one may answer.
    package let above: [LinkedPriority]

    package init(opened: OpenedPlan, calendar: SchoolCalendar, seats: [Seat], above: [LinkedPriority]) {
        (self.opened, self.calendar, self.seats, self.above) = (opened, calendar, seats, above)
    }

    package var plan: Plan { opened.plan }
    package var written: WrittenPlan { opened.written }
    package var proForma: ProForma { opened.proForma }
    package var days: PlanDays { PlanDays(of: plan, in: calendar) }
}

/// - Throws: `notFound` to whom the plan is nothing, `forbidden` to readers.
package func readWriting(_ id: PlanID, for actor: Actor, in database: any Database) async throws -> PlanWriting {
    try await database.read { tx in
        let opened = try tx.plan(id)
        _ = try MayWritePlan(actor, opened.plan)
        return try tx.writing(opened)
    }
}

extension Reading {
    func writing(_ opened: OpenedPlan) throws -> PlanWriting {
        let place = opened.plan.place
        return PlanWriting(
            opened: opened, calendar: try calendar(at: place), seats: try seatsToChoose(at: place, on: today),
            above: try prioritiesAbove(place))
    }
}

/// A blockage's page is open to whoever has to remove it, too.
///
/// - Throws: `notFound`, and `forbidden` to readers.
package func readClearing(
    of id: BlockageID, in plan: PlanID, for actor: Actor, in database: any Database
) async throws -> (opened: OpenedPlan, blockage: Blockage) {
    try await database.read { tx in
        let opened = try tx.plan(plan)
        let blockage = try opened.written.blockage(id)
        _ = try MayClearBlockage(actor, opened.plan, remover: blockage.remover)
        return (opened, blockage)
    }
}
