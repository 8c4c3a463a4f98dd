import Database
import Kernel
import PlanRules
import Plans

extension DemoTrust {
    /// Takes a plan as far as it has come by `today`, with every look that was done on the way.
    func carry(_ plan: DemoPlan, _ id: PlanID, by writer: Actor, from starts: Day, _ today: Day) async throws {
        guard plan.course != .draft else { return }
        clock.set(to: min(starts - 4, today))
        try await submitPlan(id, by: writer, in: database)
        guard plan.course != .submitted, let approver = actors[plan.approver] else { return }
        clock.set(to: starts - 2)
        try await approvePlan(id, by: approver, in: database)
        clock.set(to: starts)
        try await putPlanLive(id, by: writer, in: database)
        try await look(at: plan, id, until: today)
        try await judgeCriteria(of: plan, id, by: writer)
        if plan.course == .archived {
            try await archivePlan(
                id, words: "The year is over; what held goes on without a plan.", by: writer, in: database)
        }
    }

    /// Does every look that fell due, but for the newest that the plan leaves undone.
    private func look(at plan: DemoPlan, _ id: PlanID, until today: Day) async throws {
        let names = Set(plan.priorities.flatMap(\.actions).map(\.check.by))
        let seats = names.compactMap { seat(of: $0, plan.school) }
        let lines = try await database.read { try $0.checksDue(for: seats, through: today - 1, limit: 2_000) }
        let past = lines.filter { $0.plan == id && $0.look.until < today }.sorted { $0.look.due < $1.look.due }
        for line in past.dropLast(plan.missed) {
            let late = clock.pick(0..<12) == 0 ? 9 : clock.pick(0..<3)
            clock.set(to: min(line.look.due + late, today - 1), minute: clock.pick(0..<240))
            guard let actor = actors.values.first(where: { $0.sits(in: line.seat) }) else { continue }
            let input = finding(greenShare: plan.green, version: line.version)
            _ = try await recordImpactCheck(input, of: line.id, by: actor, in: database)
        }
    }

    private func finding(greenShare: Double, version: Int) -> CheckInput {
        let lot = Double(clock.pick(0..<100)) / 100
        let rating: Rating = lot < greenShare ? .green : lot < greenShare + (1 - greenShare) * 0.65 ? .amber : .red
        let response: ResponseKind? = rating == .green ? nil : clock.pick(0..<3) == 0 ? .keep : .adapt
        return CheckInput(
            finding: clock.pick(DemoWords.findings(rating)), rating: rating, response: response,
            words: response == nil ? "" : clock.pick(DemoWords.responses), version: version)
    }

    private func judgeCriteria(of plan: DemoPlan, _ id: PlanID, by writer: Actor) async throws {
        let opened = try await database.read { try $0.plan(id) }
        let criteria = opened.written.priorities.flatMap(\.outcomes).filter { $0.horizon == .short }.flatMap(\.criteria)
        for (index, criterion) in criteria.enumerated() {
            let status: CriterionStatus =
                plan.course == .archived || plan.green > 0.9 ? .met : index % 3 == 2 ? .cannotBeJudged : .partly
            let why = status == .cannotBeJudged ? "The figures come at the end of term." : ""
            clock.tick()
            try await judgeCriterion(
                criterion.id, CriterionStatusInput(status: status, why: why, version: criterion.version), of: id,
                by: writer, in: database)
        }
    }
}

extension DemoWords {
    static func findings(_ rating: Rating) -> [String] {
        switch rating {
        case .green:
            [
                "Seen in every place we looked, on an ordinary day.", "Pupils could say what it is for.",
                "Eight of eight, and two did it without being asked.", "It holds; the second visit found the same.",
            ]
        case .amber:
            [
                "In place in four of seven rooms.", "It happens, but only when somebody looks.",
                "Better than last time; the younger years are behind.", "Half of the books show it.",
            ]
        case .red:
            [
                "Two of eight. Nothing has changed since last time.", "Nobody had begun.",
                "The time for it was used for something else.",
            ]
        }
    }

    static let responses = [
        "We start with the two rooms where it works and let the others watch.",
        "Moved to Mondays, when everybody is in.",
        "One thing less: the written part falls away.", "The deputy joins in for two weeks.",
        "Practised together in the next department meeting.",
    ]
}
