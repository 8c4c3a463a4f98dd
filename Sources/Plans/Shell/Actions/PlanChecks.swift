package import Database
package import Kernel
package import People
package import PlanRules
import Trail

/// Plans what will be looked at for an action or an outcome, or plans it otherwise than before.
///
/// - Parameter id: of the series that is changed; nil for a new one.
/// - Returns: the series.
/// - Throws: `notFound`, `forbidden`, `conflict` once the plan is no draft, `invalid` at each field, `stale`.
@discardableResult
package func planCheck(
    _ input: CheckPlanInput, for subject: CheckPlan.Subject, of plan: PlanID, changing id: CheckPlanID? = nil,
    by actor: Actor, in database: any Database
) async throws -> CheckPlanID {
    try await database.write { tx in
        try tx.countChange(of: plan)
        let desk = try tx.checkDesk(subject, of: plan, changing: id, by: actor)
        let change = try desk.plan.planning(
            input, for: subject, as: id ?? tx.newID(), seats: desk.seatIDs, in: desk.calendar, by: desk.permit)
        try tx.save(change)
        try tx.record(
            id == nil ? "check-planned" : "check-replanned", "plan", plan, by: actor,
            before: desk.before?.inWords ?? "", after: change.check.inWords)
        return change.check.id
    }
}

/// What is needed to plan a series: who may look, and in which calendar.
package struct CheckDesk: Sendable {
    package let plan: Plan
    package let subject: CheckPlan.Subject
    /// What the looked-at action or outcome is called.
    package let subjectWords: String
    /// Those who may be given the look; the present one is among them although nobody may sit there.
    package let seats: [Seat]
    package let calendar: SchoolCalendar
    /// The series as it is; nil for a new one.
    package let before: CheckPlan?
    package let today: Day
    let permit: MayWritePlan

    var seatIDs: Set<SeatID> { Set(seats.map(\.id)) }

    /// The looks that the input gives.
    /// - Throws: as `planCheck`, without asking the database again.
    package func looks(_ input: CheckPlanInput) throws -> (looks: [Look], isCutShort: Bool) {
        let schedule = try plan.schedule(input, seats: seatIDs, in: calendar, by: permit).1
        return (schedule.looks(in: calendar), schedule.isCutShort(in: calendar))
    }
}

/// - Throws: `notFound`, `forbidden`; `conflict` once the plan is no draft.
package func readCheckDesk(
    _ subject: CheckPlan.Subject, of plan: PlanID, changing id: CheckPlanID? = nil, for actor: Actor,
    in database: any Database
) async throws -> CheckDesk {
    try await database.read { try $0.checkDesk(subject, of: plan, changing: id, by: actor) }
}

/// What is needed to plan a new series, and what its form begins with.
/// - Throws: as `readCheckDesk`.
package func readNewCheck(
    _ subject: CheckPlan.Subject, of plan: PlanID, for actor: Actor, in database: any Database
) async throws -> (desk: CheckDesk, proposal: CheckProposal) {
    try await database.read { tx in
        let desk = try tx.checkDesk(subject, of: plan, changing: nil, by: actor)
        return (desk, try tx.plan(plan).written.proposing(for: subject, on: tx.today, in: desk.calendar))
    }
}

/// A series as it is, for those who plan it.
/// - Throws: `notFound`, `forbidden`.
package func readPlannedCheck(
    _ id: CheckPlanID, of plan: PlanID, for actor: Actor, in database: any Database
) async throws -> PlannedCheck {
    try await database.read { tx in
        let planned = try tx.plannedCheck(id)
        guard planned.plan.id == plan else { throw Refusal.notFound }
        _ = try MayWritePlan(actor, planned.plan)
        return planned
    }
}

/// Takes a series out of a draft, or puts it back.
package func removeCheck(
    _ id: CheckPlanID, isRemoved: Bool, of plan: PlanID, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        try tx.countChange(of: plan)
        let planned = try tx.plannedCheck(id)
        guard planned.plan.id == plan else { throw Refusal.notFound }
        let permit = try MayWritePlan(actor, planned.plan)
        if planned.isRemoved == isRemoved { return }
        try tx.save(planned.plan.removing(id, isRemoved: isRemoved, by: permit))
        try tx.record(
            isRemoved ? "check-removed" : "check-put-back", "plan", plan, by: actor, before: planned.check.inWords)
    }
}

/// Ends a series whose words are sealed, with a reason.
package func endCheck(
    _ id: CheckPlanID, because reason: String, version: Int, of plan: PlanID, by actor: Actor,
    in database: any Database
) async throws {
    try await database.write { tx in
        try tx.countChange(of: plan)
        let planned = try tx.plannedCheck(id)
        guard planned.plan.id == plan else { throw Refusal.notFound }
        let permit = try MayWritePlan(actor, planned.plan)
        try tx.save(planned.plan.ending(planned.check, because: reason, version: version, on: tx.today, by: permit))
        try tx.record("check-ended", "plan", plan, by: actor, before: planned.check.inWords, after: reason)
    }
}

extension Reading {
    /// - Throws: `Refusal.notFound` when there is none.
    func checkedPlan(_ id: PlanID) throws -> Plan {
        let found = try first(
            """
            SELECT id, kind, school_id, department_id, title, starts_on, ends_on, state, version
            FROM plan WHERE id = \(id)
            """
        ) { try Plan.read($0, 0) }
        guard let found else { throw Refusal.notFound }
        return found
    }

    func checkDesk(
        _ subject: CheckPlan.Subject, of plan: PlanID, changing id: CheckPlanID?, by actor: Actor
    ) throws -> CheckDesk {
        let opened = try checkedPlan(plan)
        let permit = try MayWritePlan(actor, opened)
        guard let words = try words(of: subject, in: plan) else { throw Refusal.notFound }
        guard opened.state.isWritable else { throw Refusal.conflict(CheckPlanned.sealed) }
        let before = try id.map { try plannedCheck($0) }
        if let before, before.plan.id != plan || before.check.subject != subject { throw Refusal.notFound }
        var seats = try seatsToChoose(at: opened.place, on: today)
        if let present = before?.check.seat, !seats.contains(where: { $0.id == present }) {
            seats += try seat(present, on: today).map { [$0] } ?? []
        }
        return CheckDesk(
            plan: opened, subject: subject, subjectWords: words, seats: seats, calendar: try calendar(at: opened.place),
            before: before?.check, today: today, permit: permit)
    }

    /// What a part of the plan is called.
    /// - Returns: nil for what is no part of it, or was taken out.
    private func words(of subject: CheckPlan.Subject, in plan: PlanID) throws -> String? {
        switch subject {
        case .action(let id):
            try first(
                "SELECT what FROM plan_action WHERE id = \(id) AND plan_id = \(plan) AND removed_at IS NULL"
            ) { try $0[0] as String }
        case .outcome(let id):
            try first(
                "SELECT words FROM plan_outcome WHERE id = \(id) AND plan_id = \(plan) AND removed_at IS NULL"
            ) { try $0[0] as String }
        }
    }
}

extension CheckPlan {
    /// For the trail: `Retrieval at the start of lessons · Every two weeks from … to …`.
    var inWords: String {
        let when =
            rhythm == .dates
            ? "on " + days.map(\.long).joined(separator: ", ") : "from \(first.long) to \(last.long)"
        return [looked, how, "\(rhythm.name) \(when)"].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
