import Database
import EvaluationRules
import Evaluations
import Kernel
import PlanRules
import Plans
import Schools
import ToolRules

/// Plans that people wrote, approved, put live and looked at, as they stand on the last day of the history.
extension DemoTrust {
    /// - Parameter today: no look after it is recorded.
    func makePlans(until today: Day) async throws {
        let proFormas = try await database.read { try $0.newestProFormas() }
        for plan in DemoPlan.primary + DemoPlan.secondary {
            guard let proForma = proFormas.first(where: { $0.kind == plan.kind }) else { continue }
            try await make(plan, from: proForma, today)
        }
    }

    private func make(_ plan: DemoPlan, from proForma: ProForma, _ today: Day) async throws {
        let place = place(of: plan)
        let calendar = try await database.read { try $0.calendar(of: schools[plan.school]) }
        guard let writer = actors[plan.writer], let starts = plan.starts(before: today, in: calendar) else { return }
        let ends = calendar.adding(schoolWeeks: plan.weeks, to: starts) ?? starts + 7 * plan.weeks
        clock.set(to: min(starts - 10, today - 5))
        let input = DraftInput(
            at: place, from: proForma.id,
            PlanInput(title: plan.title, from: starts, to: proForma.weeks == nil ? ends : nil),
            picked: try await weakest(plan.priorities.count, for: plan, at: place, writer))
        let id = try await draftPlan(input, by: writer, in: database)
        try await write(plan, into: id, by: writer, calendar)
        try await carry(plan, id, by: writer, from: starts, today)
    }

    private func place(of plan: DemoPlan) -> Place {
        let school = schools[plan.school]
        return plan.department.flatMap { departments["\(plan.school) \($0)"] }.map { .department($0, of: school) }
            ?? .school(school)
    }

    /// The statements with the lowest agreed levels in the last evaluation before now; nil when there is none.
    private func weakest(
        _ count: Int, for plan: DemoPlan, at place: Place, _ writer: Actor
    ) async throws -> PickedStatements? {
        guard let tool = ToolKey(plan.tool) else { return nil }
        return try await database.read { tx in
            guard let found = try tx.finishedEvaluation(of: tool, at: place) else { return nil }
            let agreed = try tx.agreedStatements(
                of: found, items: try tx.evaluation(found).evaluation.items, seenBy: writer.visible(on: tx.today))
            let judged = agreed.compactMap { one in one.level.map { (item: one.item, level: $0.number) } }
            let items = judged.sorted { $0.level < $1.level }.map(\.item).prefix(count)
            return items.isEmpty ? nil : PickedStatements(found, Array(items))
        }
    }
}

extension DemoPlan {
    /// How many school weeks it runs.
    fileprivate var weeks: Int {
        switch kind {
        case .school: 36
        case .department: 30
        case .targeted: 12
        case .rapid: 6
        }
    }

    fileprivate func starts(before today: Day, in calendar: SchoolCalendar) -> Day? {
        let back =
            switch (course, kind) {
            case (.archived, _): 45
            case (.draft, _), (.submitted, _): -2
            case (.live, .rapid): 3
            case (.live, .department): 7
            case (.live, _): 9
            }
        return calendar.adding(schoolWeeks: -back, to: today)
    }
}
