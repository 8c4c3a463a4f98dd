import Database
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// Steps of a plan's life that are taken back, and those that stay because something rests on them.
@Suite struct PlanUndo {
    @Test(arguments: Engine.available) func aSubmissionIsTakenBackUntilSomebodyDecides(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            func waiting() async throws -> [PlanID] {
                try await trust.database.read { try $0.waitingApprovals(for: trust.deputy) }.map(\.plan)
            }
            try await submitPlan(plan, by: trust.headOfEnglish, in: trust.database)
            #expect(try await waiting() == [plan])
            try await withdrawPlan(plan, by: trust.headOfEnglish, in: trust.database)
            #expect(try await waiting() == [])
            let priority = try await trust.written(plan).priorities[0].id
            _ = try await trust.addAction("Read at home too", to: priority, of: plan)
            try await submitPlan(plan, by: trust.headOfEnglish, in: trust.database)
            try await approvePlan(plan, by: trust.deputy, in: trust.database)
            await #expect(throws: Refusal.self) {
                try await withdrawPlan(plan, by: trust.headOfEnglish, in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func anApprovalIsTakenBackUntilThePlanIsLive(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            try await submitPlan(plan, by: trust.headOfEnglish, in: trust.database)
            await #expect(throws: Refusal.self) {
                try await reconsiderPlan(plan, by: trust.deputy, in: trust.database)
            }
            try await approvePlan(plan, by: trust.deputy, in: trust.database)
            for (actor, refusal) in [
                (trust.headOfEnglish, Refusal.forbidden(try await trust.written(plan).plan.whoApproves)),
                (trust.stranger, .notFound),
            ] {
                await #expect(throws: refusal) { try await reconsiderPlan(plan, by: actor, in: trust.database) }
            }
            try await reconsiderPlan(plan, by: trust.head, in: trust.database)
            let opened = try await trust.database.read { try $0.plan(plan) }
            #expect(opened.plan.state == .submitted && opened.steps.last?.step == .reconsidered)
            let paper = try await trust.client("James Oyelaran").get("/plans/\(plan)/print").body
            #expect(paper.contains("Waits for approval") && !paper.contains("approved by"), "nobody has approved it")
            let answered = try await trust.database.read { try $0.answeredApprovals(for: trust.headOfEnglish) }
            #expect(answered == [])
            try await approvePlan(plan, by: trust.deputy, in: trust.database)
            let revision = try await revisePlan(plan, by: trust.head, in: trust.database)
            await #expect(throws: Refusal.conflict("A revision of this plan was begun, which rests on its approval.")) {
                try await reconsiderPlan(plan, by: trust.deputy, in: trust.database)
            }
            try await discardPlan(revision, by: trust.head, in: trust.database)
            await #expect(throws: Refusal.self, "it can be brought back") {
                try await reconsiderPlan(plan, by: trust.deputy, in: trust.database)
            }
            #expect(try await !readPlan(plan, for: trust.deputy, in: trust.database).may.reconsiders)
            try await putPlanLive(plan, by: trust.headOfEnglish, in: trust.database)
            await #expect(throws: Refusal.conflict("An approval is taken back until the plan goes live.")) {
                try await reconsiderPlan(plan, by: trust.deputy, in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func anApprovalThatAnotherPlanRestsOnStays(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let school = try await trust.filledDraft(.school)
            try await submitPlan(school, by: trust.head, in: trust.database)
            try await approvePlan(school, by: trust.liaison, in: trust.database)
            #expect(try await readPlan(school, for: trust.liaison, in: trust.database).may.reconsiders)
            let above = try await trust.written(school).priorities[0].id
            _ = try await addPriority(
                PriorityInput(title: "Ours", why: "A", stops: "B", answers: above), to: trust.draft(),
                by: trust.headOfEnglish, in: trust.database)
            await #expect(throws: Refusal.conflict("Another plan answers a priority of this one by now.")) {
                try await reconsiderPlan(school, by: trust.liaison, in: trust.database)
            }
            #expect(try await !readPlan(school, for: trust.liaison, in: trust.database).may.reconsiders)
        }
    }

    @Test(arguments: Engine.available) func whatRestedIsWorkedAtAgainWithTheLooksThatWait(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            let (trust, plan) = (made.trust, made.plan)
            try await made.planned()
            try await made.goLive()
            func waiting() async throws -> [CheckID] {
                try await trust.database.read {
                    try $0.rows("SELECT check_id FROM open_check ORDER BY check_id") { try $0[0] }
                }
            }
            let before = try await waiting()
            #expect(before.count > 1)
            await #expect(throws: Refusal.conflict("Only a plan in maintenance is worked at again.")) {
                try await resumePlan(plan, by: trust.head, in: trust.database)
            }
            try await maintainPlan(plan, words: "Every lesson opens so", by: trust.head, in: trust.database)
            await #expect(throws: Refusal.self) {
                try await resumePlan(plan, by: trust.governor, in: trust.database)
            }
            try await resumePlan(plan, by: trust.headOfEnglish, in: trust.database)
            #expect(try await trust.written(plan).plan.state == .live)
            #expect(try await waiting() == before)
        }
    }

    @Test(arguments: Engine.available) func aDraftIsThrownAwayAndBroughtBackWhole(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            func listed() async throws -> [PlanID] {
                try await listPlans(PlansWanted(), for: trust.head, in: trust.database).lines.map(\.id)
            }
            await #expect(throws: Refusal.notFound) {
                try await discardPlan(plan, by: trust.governor, in: trust.database)
            }
            let before = try await trust.written(plan)
            try await discardPlan(plan, by: trust.headOfEnglish, in: trust.database)
            #expect(try await listed() == [])
            await #expect(throws: Refusal.self) { try await trust.addPriority(to: plan) }
            await #expect(throws: Refusal.notFound) {
                try await readPlan(plan, for: trust.governor, in: trust.database)
            }
            try await bringBackPlan(plan, by: trust.head, in: trust.database)
            let after = try await trust.written(plan)
            #expect(try await listed() == [plan] && after.priorities == before.priorities)
        }
    }

    @Test(arguments: Engine.available) func aRevisionThatWasThrownAwayMakesRoomForAnother(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan()
            let first = try await revisePlan(plan, by: trust.head, in: trust.database)
            try await discardPlan(first, by: trust.head, in: trust.database)
            #expect(try await readPlan(plan, for: trust.head, in: trust.database).after == nil)
            let second = try await revisePlan(plan, by: trust.head, in: trust.database)
            await #expect(throws: Refusal.self) {
                try await bringBackPlan(first, by: trust.head, in: trust.database)
            }
            try await discardPlan(second, by: trust.head, in: trust.database)
            try await bringBackPlan(first, by: trust.head, in: trust.database)
            #expect(try await readPlan(plan, for: trust.head, in: trust.database).after?.id == first)
        }
    }

    @Test(arguments: Engine.available) func aRevisionThatNeverBeganMakesRoomForAnother(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan()
            let revision = try await revisePlan(plan, by: trust.head, in: trust.database)
            #expect(try await readPlan(plan, for: trust.head, in: trust.database).after?.id == revision)
            try await submitPlan(revision, by: trust.head, in: trust.database)
            try await approvePlan(revision, by: trust.deputy, in: trust.database)
            try await archivePlan(revision, words: "Not needed", by: trust.head, in: trust.database)
            #expect(try await readPlan(plan, for: trust.head, in: trust.database).after == nil)
            _ = try await revisePlan(plan, by: trust.head, in: trust.database)
        }
    }
}
