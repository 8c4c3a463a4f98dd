import Database
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// Whoever decides about a plan decides about the one that they saw.
@Suite struct SeenPlanTests {
    @Test(arguments: Engine.available)
    func aPlanThatWasTakenBackChangedAndSubmittedAgainIsNotApprovedUnseen(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            try await submitPlan(plan, by: trust.head, in: trust.database)
            let seen = try await readPlan(plan, for: trust.deputy, in: trust.database).opened.changes
            try await trust.change(plan)
            await #expect(throws: Refusal.stale) {
                try await approvePlan(plan, seen: seen, by: trust.deputy, in: trust.database)
            }
            await #expect(throws: Refusal.stale) {
                try await sendBackPlan(plan, words: "Shorter", seen: seen, by: trust.deputy, in: trust.database)
            }
            #expect(try await trust.written(plan).plan.state == .submitted)
            let now = try await readPlan(plan, for: trust.deputy, in: trust.database).opened.changes
            try await approvePlan(plan, seen: now, by: trust.deputy, in: trust.database)
            #expect(try await trust.written(plan).plan.state == .approved)
        }
    }

    @Test(arguments: Engine.available)
    func everyPartOfAPlanCountsAsAChange(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            func changes() async throws -> Int { try await trust.database.read { try $0.plan(plan).changes } }
            var last = try await changes()
            func expectChange(_ what: String) async throws {
                let now = try await changes()
                #expect(now > last, "\(what)")
                last = now
            }
            let priority = try await trust.addPriority(to: plan, "Another")
            try await expectChange("a priority")
            let action = try await trust.addAction(to: priority, of: plan)
            try await expectChange("an action")
            _ = try await trust.addOutcome(to: priority, of: plan)
            try await expectChange("an outcome")
            let days = try await trust.written(plan).plan
            let input = CheckPlanInput(
                looked: "Three lessons", how: "", seat: trust.headOfEnglish.seats[0], rhythm: .weekly,
                first: days.starts,
                last: days.starts + 28, days: [], version: 0)
            try await planCheck(input, for: .action(action), of: plan, by: trust.head, in: trust.database)
            try await expectChange("a check")
            try await handOverPlan(
                plan, from: trust.headOfEnglish.seats[0], to: trust.deputy.seats[0], by: trust.head, in: trust.database)
            try await expectChange("whose it is")
        }
    }

    @Test(arguments: Engine.available)
    func dutiesAreHandedOverAsTheyWereSeen(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            let seen = try await trust.database.read { try $0.plan(plan).changes }
            _ = try await trust.addPriority(to: plan, "Another")
            await #expect(throws: Refusal.stale) {
                try await handOverPlan(
                    plan, from: trust.headOfEnglish.seats[0], to: trust.deputy.seats[0], seen: seen, by: trust.head,
                    in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func thePageShowsThePlanAsItIsNow(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            try await submitPlan(plan, by: trust.head, in: trust.database)
            let seen = try await trust.database.read { try $0.plan(plan).changes }
            let browser = try await trust.client("Kate Brennan")
            #expect(try await browser.get("/plans/\(plan)").body.contains("name=\"version\" value=\"\(seen)\""))
            try await trust.change(plan)
            for step in ["approval", "return"] {
                let late = try await browser.post(
                    "/plans/\(plan)/\(step)", ["version": "\(seen)", "words": "Say more"])
                #expect(late.status == .conflict)
                #expect(late.body.contains("Somebody changed this plan while you had it open"))
                #expect(late.body.contains("Nobody saw this") && late.body.contains("Approve the plan"))
                #expect(step == "approval" || late.body.contains("Say more"))
            }
            #expect(try await browser.post("/plans/\(plan)/approval").status == .conflict)
            let done = try await browser.press("/plans/\(plan)/approval", on: "/plans/\(plan)")
            #expect(done.status == .seeOther)
        }
    }
}

extension Willowbrook {
    /// Takes it back, writes something else and submits it again.
    fileprivate func change(_ plan: PlanID) async throws {
        try await withdrawPlan(plan, by: head, in: database)
        let priority = try await written(plan).priorities[0].id
        _ = try await addAction("Nobody saw this", to: priority, of: plan)
        try await submitPlan(plan, by: head, in: database)
    }
}
