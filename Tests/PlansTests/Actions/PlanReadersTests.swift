import App
import Database
import Evaluations
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// What those read of a plan who may see it and not everything that it rests on.
@Suite struct PlanReadersTests {
    /// A live plan of the academy whose only look was recorded by the deputy.
    private func looked(_ engine: Engine, _ body: (Willowbrook, PlanID) async throws -> Void) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft(.school)
            let action = try await trust.written(plan).actions[0]
            let check = CheckPlanInput(
                looked: "Reading aloud in three lessons", how: "Ten minutes each", seat: trust.deputy.seats.first,
                rhythm: .fortnightly, first: action.starts, last: action.starts + 20, days: [], version: 0)
            _ = try await planCheck(check, for: .action(action.id), of: plan, by: trust.head, in: trust.database)
            try await trust.putLive(plan)
            let line = try await trust.database.read { tx in
                try tx.checksDue(for: trust.deputy.seats, through: tx.today + 30)[0]
            }
            trust.trust.clock.set(to: line.look.due)
            _ = try await recordImpactCheck(
                CheckInput(
                    finding: "Two rooms of six", rating: .amber, response: .adapt, words: "Mondays instead", version: 1),
                of: line.id, by: trust.deputy, in: trust.database)
            try await body(trust, plan)
        }
    }

    @Test(arguments: Engine.available) func whoWorksBelowReadsHowItCameOutAndNotWhatWasFound(engine: Engine)
        async throws
    {
        try await looked(engine) { trust, plan in
            func series(for actor: Actor) async throws -> CheckSeries {
                let seen = try await readPlan(plan, for: actor, in: trust.database)
                return try await readChecks(of: seen, for: actor, in: trust.database).series[0]
            }
            let whole = try await series(for: trust.head)
            let below = try await series(for: trust.headOfEnglish)
            #expect(whole.isOpen && !below.isOpen && below.looks.map(\.due) == whole.looks.map(\.due))
            let (found, told) = (whole.looks.compactMap(\.result), below.looks.compactMap(\.result))
            #expect(found.map(\.finding) == ["Two rooms of six"] && found[0].response?.words == "Mondays instead")
            #expect(told.map(\.finding) == [""] && told[0].response == nil && told[0].rating == .amber)
        }
    }

    @Test func thePagesAndThePaperKeepToIt() async throws {
        try await looked(.sqlite) { trust, plan in
            for page in ["", "/print", "/page"] {
                let below = try await trust.client("Amir Hussain").get("/plans/\(plan)\(page)").body
                #expect(below.contains("Working in parts"), "\(page)")
                #expect(!below.contains("Two rooms of six") && !below.contains("Mondays instead"), "\(page)")
                #expect(!below.contains("href=\"/checks/"), "\(page) leads to a look that is not shown")
            }
            let own = try await trust.client("Kate Brennan").get("/plans/\(plan)/print").body
            #expect(own.contains("Two rooms of six") && own.contains("Mondays instead"))
        }
    }

    @Test(arguments: Engine.available) func aPlanNamesOnlyThePlansBelowThatItsReaderMaySee(engine: Engine) async throws
    {
        try await Willowbrook.with(engine) { trust in
            let school = try await trust.livePlan(.school)
            let above = try await trust.written(school).priorities[0].id
            let plan = try await trust.draft()
            let own = try await Plans.addPriority(
                PriorityInput(title: "Ours", why: "A", stops: "B", answers: above), to: plan, by: trust.headOfEnglish,
                in: trust.database)
            _ = try await trust.addAction(to: own, of: plan)
            try await trust.putLive(plan)
            for (name, isShown) in [("James Oyelaran", true), ("Amir Hussain", true), ("Lucy Fenn", false)] {
                let actor = trust.actor(name)
                let seen = try await readPlan(school, for: actor, in: trust.database)
                #expect(seen.below.isEmpty != isShown, "\(name)")
                let health = try await readChecks(of: seen, for: actor, in: trust.database).healthOfAnswers
                #expect(Array(health.keys) == (isShown ? [plan] : []), "\(name)")
            }
        }
    }

    @Test(arguments: Engine.available) func whatWasJudgedIsShownOnlyToWhoReadsTheJudgement(engine: Engine) async throws
    {
        try await Willowbrook.with(engine) { trust in
            let (evaluation, items) = try await trust.agreedEvaluation()
            let plan = try await trust.draft(
                .school, by: trust.head, picked: PickedStatements(evaluation, [items[0]]))
            let priority = try await trust.written(plan).priorities[0]
            let input = PriorityInput(
                title: priority.title, why: "Seen", stops: "A form", version: priority.version)
            try await revisePriority(priority.id, input, of: plan, by: trust.head, in: trust.database)
            _ = try await trust.addAction(to: priority.id, of: plan)
            try await trust.putLive(plan)
            for (name, count) in [("James Oyelaran", 1), ("Amir Hussain", 1), ("Lucy Fenn", 0)] {
                let seen = try await readPlan(plan, for: trust.actor(name), in: trust.database)
                #expect(seen.sources[priority.id, default: []].count == count, "\(name)")
            }
        }
    }

    @Test(arguments: Engine.available) func whoSubmittedItIsToldWhatCameBack(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            func answered(_ actor: Actor) async throws -> [AnsweredApproval] {
                try await trust.database.read { try $0.answeredApprovals(for: actor) }
            }
            let plan = try await trust.filledDraft()
            try await submitPlan(plan, by: trust.head, in: trust.database)
            #expect(try await answered(trust.head).isEmpty, "nobody has answered yet")
            try await sendBackPlan(plan, words: "Name the class", by: trust.deputy, in: trust.database)
            let back = try #require(try await answered(trust.head).first)
            #expect(back.plan == plan && back.by == "Kate Brennan" && back.toChange == "Name the class")
            try await submitPlan(plan, by: trust.head, in: trust.database)
            try await approvePlan(plan, by: trust.deputy, in: trust.database)
            let approved = try #require(try await answered(trust.head).first)
            #expect(approved.toChange == nil)
            for other in [trust.deputy, trust.headOfEnglish] { #expect(try await answered(other).isEmpty) }
            try await putPlanLive(plan, by: trust.head, in: trust.database)
            #expect(try await answered(trust.head).isEmpty)
        }
    }

    @Test func anApprovedPlanIsPutLiveFromToday() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            trust.trust.clock.set(to: try await trust.schoolDay(trust.testDay))
            let plan = try await trust.filledDraft()
            try await submitPlan(plan, by: trust.head, in: trust.database)
            try await approvePlan(plan, by: trust.deputy, in: trust.database)
            let browser = try await trust.client("James Oyelaran")
            #expect(try await browser.get("/").body.contains("Put live: Reading in English"))
            let live = try await browser.press("/plans/\(plan)/start", on: "/")
            #expect(live.location == "/?done=live&seen=/plans/\(plan)")
            #expect(try await browser.get("/").body.contains("Put live:") == false)
        }
    }
}
