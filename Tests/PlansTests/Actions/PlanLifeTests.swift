import Database
import EvaluationRules
import Evaluations
import Kernel
import PlanRules
import Plans
import TestKit
import Testing
import Trail

/// A plan from the judgements it is drawn from to its end, through the verbs, on both databases.
@Suite struct PlanLife {
    @Test(arguments: Engine.available) func pickedStatementsBecomePrioritiesThatStayLinked(engine: Engine) async throws
    {
        try await Willowbrook.with(engine) { trust in
            let judged = try await trust.agreedEvaluation()
            let picked = PickedStatements(judged.id, Array(judged.items.prefix(3)))
            let plan = try await trust.draft(by: trust.headOfEnglish, picked: picked)
            let seen = try await readPlan(plan, for: trust.headOfEnglish, in: trust.database)
            #expect(seen.plan.state == .draft && seen.plan.place == trust.english)
            #expect(seen.written.priorities.count == 3)
            let sources = seen.written.priorities.compactMap { seen.sources[$0.id]?.first }
            #expect(sources.map(\.item) == Array(judged.items.prefix(3)))
            #expect(sources.allSatisfy { $0.agreed?.level?.number == 2 && $0.evaluation == judged.id })
            #expect(seen.written.priorities.map(\.title) == sources.map(\.text))
        }
    }

    @Test(arguments: Engine.available) func pickedStatementsMayBecomeOnePriorityTogether(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let judged = try await trust.agreedEvaluation()
            let picked = PickedStatements(judged.id, judged.items, together: "Order of what is taught")
            let plan = try await trust.draft(picked: picked)
            let seen = try await readPlan(plan, for: trust.head, in: trust.database)
            #expect(seen.written.priorities.map(\.title) == ["Order of what is taught"])
            #expect(seen.sources[seen.written.priorities[0].id]?.count == judged.items.count)
        }
    }

    @Test(arguments: Engine.available) func morePrioritiesThanThePlanHoldsAreNotDrawnAndNothingIsLeftBehind(
        engine: Engine
    ) async throws {
        try await Willowbrook.with(engine) { trust in
            let judged = try await trust.agreedEvaluation()
            await #expect(throws: Refusal.self) {
                try await trust.draft(picked: PickedStatements(judged.id, judged.items))
            }
            #expect(try await listPlans(PlansWanted(), for: trust.head, in: trust.database).count == 0)
        }
    }

    @Test(arguments: Engine.available) func aPlanGoesFromDraftThroughApprovalToLiveAndIsArchived(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft(by: trust.headOfEnglish)
            try await submitPlan(plan, by: trust.headOfEnglish, in: trust.database)
            await #expect(throws: Refusal.self) { try await trust.addPriority(to: plan) }
            try await sendBackPlan(plan, words: "Say what stops", by: trust.deputy, in: trust.database)
            #expect(try await trust.written(plan).plan.state == .draft)
            try await submitPlan(plan, by: trust.headOfEnglish, in: trust.database)
            await #expect(throws: Refusal.self) {
                try await approvePlan(plan, by: trust.headOfEnglish, in: trust.database)
            }
            try await approvePlan(plan, by: trust.deputy, in: trust.database)
            try await putPlanLive(plan, by: trust.headOfEnglish, in: trust.database)
            try await maintainPlan(plan, words: "Every lesson opens so", by: trust.head, in: trust.database)
            try await archivePlan(plan, words: "It is how we work now", by: trust.head, in: trust.database)
            let opened = try await trust.database.read { try $0.plan(plan) }
            #expect(opened.plan.state == .archived)
            #expect(
                opened.steps.map(\.step) == [
                    .submitted, .sentBack, .submitted, .approved, .live, .maintained, .archived,
                ])
            #expect(opened.steps[1].words == "Say what stops" && opened.steps[3].who == trust.deputy.name)
        }
    }

    @Test(arguments: Engine.available) func whoSubmitsAPlanDoesNotApproveIt(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            try await submitPlan(plan, by: trust.head, in: trust.database)
            await #expect(throws: Refusal.self) { try await approvePlan(plan, by: trust.head, in: trust.database) }
            try await approvePlan(plan, by: trust.deputy, in: trust.database)
        }
    }

    @Test(arguments: Engine.available) func aRevisionTakesThePlansPlaceWhenItGoesLive(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let judged = try await trust.agreedEvaluation()
            let old = try await trust.draft(picked: PickedStatements(judged.id, [judged.items[0]]))
            let priority = try #require(try await trust.written(old).priorities.first)
            try await revisePriority(
                priority.id, PriorityInput(title: "Order", why: "Seen", stops: "Slips", version: 1), of: old,
                by: trust.head, in: trust.database)
            _ = try await trust.addOutcome(to: priority.id, of: old)
            _ = try await trust.addAction(to: priority.id, of: old)
            try await trust.putLive(old)
            let new = try await revisePlan(old, by: trust.head, in: trust.database)
            await #expect(throws: Refusal.self) { try await revisePlan(old, by: trust.head, in: trust.database) }
            let copy = try await readPlan(new, for: trust.head, in: trust.database)
            #expect(copy.plan.state == .draft && copy.before?.id == old)
            #expect(copy.written.actions.map(\.what) == ["Read aloud every day"])
            #expect(copy.written.criteria.count == 1)
            #expect(copy.sources.values.first?.map(\.item) == [judged.items[0]])
            try await trust.putLive(new)
            let superseded = try await readPlan(old, for: trust.governor, in: trust.database)
            #expect(superseded.plan.state == .superseded && superseded.after?.id == new)
            #expect(superseded.written.actions.count == 1)
        }
    }

    @Test(arguments: Engine.available) func whatRevisesAPlanThatNeverWentLiveTakesThePlaceOfBoth(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let first = try await trust.livePlan()
            let second = try await revisePlan(first, by: trust.head, in: trust.database)
            try await submitPlan(second, by: trust.head, in: trust.database)
            try await approvePlan(second, by: trust.deputy, in: trust.database)
            let third = try await revisePlan(second, by: trust.head, in: trust.database)
            try await trust.putLive(third)
            for old in [first, second] { #expect(try await trust.written(old).plan.state == .superseded) }
            let fourth = try await revisePlan(third, by: trust.head, in: trust.database)
            try await trust.putLive(fourth)
            #expect(try await trust.written(fourth).plan.state == .live)
        }
    }

    @Test(arguments: Engine.available) func everyStepStandsInTheHistory(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan()
            let entries = try await readHistory(of: plan, for: trust.head, in: trust.database).entries
            #expect(
                Set(entries.map(\.verb)).isSuperset(of: [
                    "plan-drafted", "priority-added", "outcome-added", "action-added", "plan-submitted",
                    "plan-approved", "plan-live",
                ]))
            await #expect(throws: Refusal.self) {
                try await readHistory(of: plan, for: trust.governor, in: trust.database)
            }
        }
    }
}
