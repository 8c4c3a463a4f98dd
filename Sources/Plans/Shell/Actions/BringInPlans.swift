package import Database
package import Kernel
import People
package import PlanRules

/// A whole plan that was written and approved elsewhere, such as on paper, and begins here.
package struct PastPlan: Sendable {
    package let drafting: DraftInput
    package let priorities: [PastPriority]
    package let writer: Actor
    package let approver: Actor

    package init(
        at place: Place, from proForma: ProFormaID, _ plan: PlanInput, _ priorities: [PastPriority],
        by writer: Actor, approvedBy approver: Actor
    ) {
        (drafting, self.priorities) = (DraftInput(at: place, from: proForma, plan), priorities)
        (self.writer, self.approver) = (writer, approver)
    }
}

package struct PastPriority: Sendable {
    package let words: PriorityInput
    package let outcomes: [PastOutcome]
    package let actions: [PastAction]

    package init(_ words: PriorityInput, outcomes: [PastOutcome], actions: [PastAction]) {
        (self.words, self.outcomes, self.actions) = (words, outcomes, actions)
    }
}

package struct PastOutcome: Sendable {
    package let outcome: OutcomeInput
    package let criteria: [String]

    package init(_ outcome: OutcomeInput, criteria: [String]) { (self.outcome, self.criteria) = (outcome, criteria) }
}

/// An action and how it will be looked at.
package struct PastAction: Sendable {
    package let action: ActionInput
    package let check: CheckPlanInput

    package init(_ action: ActionInput, check: CheckPlanInput) { (self.action, self.check) = (action, check) }
}

/// Brings plans in and puts them live today, through the rules of every step that they would have taken here, all of
/// them or none. The history tells of every step, and of a plan's parts only that they are in it.
///
/// - Throws: what drafting, writing, planning checks, submitting, approving and putting live throw.
package func bringInPlans(_ past: [PastPlan], in database: any Database) async throws -> [PlanID] {
    try await database.write { tx in try past.map { try tx.bringIn($0) } }
}

extension Transaction {
    fileprivate func bringIn(_ past: PastPlan) throws -> PlanID {
        let permit = try MayWritePlan(past.writer, at: past.drafting.place)
        var written = try draft(past.drafting, by: permit)
        let (plan, desk) = (written.plan, try writingDesk(at: past.drafting.place, permit))
        for priority in past.priorities {
            let change = try written.adding(priority.words, as: newID(), by: permit)
            try save(change)
            written = WrittenPlan(
                plan: plan, proForma: written.proForma, priorities: written.priorities + [change.priority])
            for outcome in priority.outcomes { try add(outcome, to: change.id, of: written, desk) }
            for action in priority.actions { try add(action, to: change.id, of: written, desk) }
        }
        try putLive(plan.id, past, by: permit)
        return plan.id
    }

    private func writingDesk(at place: Place, _ permit: MayWritePlan) throws -> WritingDesk {
        let seats = try seatsToChoose(at: place, on: today).map(\.id)
        return WritingDesk(permit: permit, calendar: try calendar(at: place), seats: Set(seats))
    }

    private func add(
        _ past: PastOutcome, to priority: PriorityID, of written: WrittenPlan, _ desk: WritingDesk
    ) throws {
        let change = try written.adding(
            past.outcome, as: newID(), to: priority, in: desk.calendar, by: desk.permit)
        try save(change)
        let whole = written.with(change)
        for words in past.criteria {
            try save(try whole.adding(criterion: words, as: newID(), to: change.id, by: desk.permit))
        }
    }

    private func add(
        _ past: PastAction, to priority: PriorityID, of written: WrittenPlan, _ desk: WritingDesk
    ) throws {
        let change = try written.adding(
            past.action, as: newID(), to: priority, seats: desk.seats, in: desk.calendar, by: desk.permit)
        try save(change)
        try save(
            try written.plan.planning(
                past.check, for: .action(change.id), as: newID(), seats: desk.seats, in: desk.calendar,
                by: desk.permit))
    }

    private func putLive(_ id: PlanID, _ past: PastPlan, by permit: MayWritePlan) throws {
        let draft = try plan(id).written
        let submitting = try draft.submitting(by: permit)
        try take(submitting, by: past.writer)
        let submitted = draft.after(submitting)
        let approver = try MayApprovePlan(past.approver, submitted.plan, submittedBy: past.writer.person)
        let approving = try submitted.approving(by: approver)
        try take(approving, by: past.approver)
        try take(try submitted.after(approving).puttingLive(by: permit), by: past.writer)
    }
}

/// What every part of a plan that is brought in is checked against.
private struct WritingDesk {
    let permit: MayWritePlan
    let calendar: SchoolCalendar
    let seats: Set<SeatID>
}

extension WrittenPlan {
    fileprivate func after(_ step: PlanMoved) -> WrittenPlan {
        let moved = Plan(
            id: plan.id, kind: plan.kind, place: plan.place, title: plan.title, starts: plan.starts, ends: plan.ends,
            state: step.to, version: plan.version + 1)
        return WrittenPlan(
            plan: moved, proForma: proForma, priorities: priorities, blockages: blockages, answered: answered)
    }
}
