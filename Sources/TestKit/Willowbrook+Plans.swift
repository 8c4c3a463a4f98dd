import App
import Database
package import EvaluationRules
import Evaluations
package import Kernel
import People
package import PlanRules
package import Plans
package import ToolRules
import Tools

/// Plans of Willowbrook Academy, made by the verbs that people use.
extension Willowbrook {
    package var testDay: Day { database.world.now().day }

    /// A school day on or after `day` at the academy.
    package func schoolDay(_ day: Day) async throws -> Day {
        let calendar = try await database.read { try $0.calendar(at: .school(academy)) }
        return calendar.schoolDay(onOrAfter: day) ?? day
    }

    package func proForma(_ kind: PlanKind) async throws -> ProForma {
        let all = try await database.read { try $0.newestProFormas() }
        guard let found = all.first(where: { $0.kind == kind }) else { throw Refusal.notFound }
        return found
    }

    /// A draft of a department plan that runs from today for half a year; a rapid one for its six weeks.
    package func draft(
        _ kind: PlanKind = .department, at place: Place? = nil, by actor: Actor? = nil, picked: PickedStatements? = nil
    ) async throws -> PlanID {
        let proForma = try await proForma(kind)
        let first = try await schoolDay(testDay)
        let last = proForma.weeks == nil ? try await schoolDay(testDay + 180) : nil
        return try await draftPlan(
            DraftInput(
                at: place ?? (kind == .department ? english : .school(academy)), from: proForma.id,
                PlanInput(title: "Reading in English", from: first, to: last), picked: picked),
            by: actor ?? head, in: database)
    }

    /// A priority with everything that the pro-formas ask for.
    package func addPriority(to plan: PlanID, _ title: String = "Pupils read more") async throws -> PriorityID {
        try await Plans.addPriority(
            PriorityInput(title: title, why: "Seen in books", stops: "The second spreadsheet"), to: plan, by: head,
            in: database)
    }

    package func actionInput(
        _ what: String = "Read aloud every day", in plan: PlanID, owner: Actor? = nil, version: Int = 0
    ) async throws -> ActionInput {
        let days = try await database.read { try $0.plan(plan).plan }
        let calendar = try await database.read { try $0.calendar(at: days.place) }
        let text = ActionText(
            what: what, aspects: "Every pupil hears a whole text", seen: "Books open in the first minute",
            how: "One class first", support: "An hour together")
        return ActionInput(
            text, owner: (owner ?? headOfEnglish).seats.first, supporter: deputy.seats.first,
            from: calendar.schoolDay(onOrAfter: days.starts), to: calendar.previousSchoolDay(before: days.ends + 1),
            cost: Cost(halfDays: 5, pence: 125_050), version: version)
    }

    package func addAction(
        _ what: String = "Read aloud every day", to priority: PriorityID, of plan: PlanID, owner: Actor? = nil
    ) async throws -> ActionID {
        try await Plans.addAction(
            actionInput(what, in: plan, owner: owner), to: priority, of: plan, by: head, in: database)
    }

    package func addOutcome(to priority: PriorityID, of plan: PlanID) async throws -> OutcomeID {
        try await Plans.addOutcome(
            OutcomeInput(horizon: .short, words: "Every lesson opens with reading"),
            criteria: ["Seen in three lessons out of three"], to: priority, of: plan, by: head, in: database)
    }

    /// A plan with one priority, one outcome and one action.
    package func filledDraft(_ kind: PlanKind = .department, by actor: Actor? = nil) async throws -> PlanID {
        let plan = try await draft(kind, by: actor)
        let priority = try await addPriority(to: plan)
        _ = try await addOutcome(to: priority, of: plan)
        _ = try await addAction(to: priority, of: plan)
        return plan
    }

    /// Submitted by the head, approved by whoever approves such plans, put live.
    package func putLive(_ plan: PlanID) async throws {
        let kind = try await database.read { try $0.plan(plan).plan.kind }
        try await submitPlan(plan, by: head, in: database)
        try await approvePlan(plan, by: kind == .department ? deputy : liaison, in: database)
        try await putPlanLive(plan, by: head, in: database)
    }

    package func livePlan(_ kind: PlanKind = .department) async throws -> PlanID {
        let plan = try await filledDraft(kind)
        try await putLive(plan)
        return plan
    }

    package func written(_ plan: PlanID) async throws -> WrittenPlan {
        try await database.read { try $0.plan(plan).written }
    }

    /// An evaluation of the department in which the first statements were agreed at level 2.
    package func agreedEvaluation(
        _ tool: String = "curriculum-intent", at place: Place? = nil, judging count: Int = 4
    ) async throws -> (id: ID<Evaluation>, items: [ItemID]) {
        let id = try await open(tool, at: place ?? english, by: liaison)
        let items = Array(try await readEvaluation(id, for: head, in: database).items.prefix(count))
        for side in [head, liaison] {
            for item in items {
                let input = JudgementInput(item: item, verdict: .level(2), reason: "Seen in books", version: 0)
                _ = try await recordJudgement(input, of: id, by: side, in: database)
            }
            try await declareReady(true, id, by: side, in: database)
        }
        try await revealJudgements(of: id, by: head, in: database)
        for side in [head, liaison] { _ = try await signEvaluation(id, by: side, in: database) }
        return (id, items)
    }
}
