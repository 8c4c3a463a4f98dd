import Database
import Kernel
import PlanRules
import Plans

extension DemoTrust {
    /// Writes the priorities with everything in them; those that were drawn from statements get the plan's own words.
    func write(_ plan: DemoPlan, into id: PlanID, by writer: Actor, _ calendar: SchoolCalendar) async throws {
        let opened = try await database.read { try $0.plan(id) }
        for (index, priority) in plan.priorities.enumerated() {
            let drawn = opened.written.priorities
            let above = try await priorityAbove(priority.answers, opened.plan)
            let input = PriorityInput(
                title: priority.title, why: priority.why, stops: priority.stops, answers: above,
                version: index < drawn.count ? drawn[index].version : 0)
            clock.tick()
            let made: PriorityID
            if index < drawn.count {
                made = drawn[index].id
                try await revisePriority(made, input, of: id, by: writer, in: database)
            } else {
                made = try await addPriority(input, to: id, by: writer, in: database)
            }
            try await write(priority, as: made, into: opened.plan, at: plan.school, by: writer)
        }
        for blockage in plan.blockages {
            let by = calendar.adding(schoolWeeks: 4, to: opened.plan.starts)
            let input = BlockageInput(words: blockage.words, remover: seat(of: blockage.remover, plan.school), by: by)
            _ = try await addBlockage(input, to: id, by: writer, in: database)
        }
    }

    private func priorityAbove(_ title: String?, _ plan: Plan) async throws -> PriorityID? {
        guard let title else { return nil }
        return try await database.read { try $0.prioritiesAbove(plan.place).first { $0.title == title }?.id }
    }

    private func write(
        _ priority: DemoPlan.Priority, as id: PriorityID, into plan: Plan, at school: Int, by writer: Actor
    ) async throws {
        for outcome in priority.outcomes {
            clock.tick()
            _ = try await addOutcome(
                OutcomeInput(horizon: outcome.horizon, words: outcome.words), criteria: outcome.criteria, to: id,
                of: plan.id, by: writer, in: database)
        }
        for action in priority.actions {
            clock.tick()
            let input = ActionInput(
                ActionText(
                    what: action.what, aspects: action.aspects, seen: action.seen, how: action.how,
                    support: action.support),
                owner: seat(of: action.owner, school), supporter: action.supporter.flatMap { seat(of: $0, school) },
                from: plan.starts, to: plan.ends,
                cost: Cost(halfDays: action.halfDays, pence: action.pounds * 100))
            let made = try await addAction(input, to: id, of: plan.id, by: writer, in: database)
            let check = CheckPlanInput(
                looked: action.check.looked, how: action.check.how, seat: seat(of: action.check.by, school),
                rhythm: action.check.rhythm, first: plan.starts, last: plan.ends, days: [], version: 0)
            _ = try await planCheck(check, for: .action(made), of: plan.id, by: writer, in: database)
        }
    }

    /// Where a person sits at a school, or for the whole trust.
    func seat(of name: String, _ school: Int) -> SeatID? {
        let posts = actors[name]?.posts ?? []
        return (posts.first { $0.place.school == schools[school] } ?? posts.first { $0.place == .trust })?.seat
    }
}
