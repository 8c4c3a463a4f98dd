import App
import Database
import Kernel
import People
import PlanRules
import Plans
import TestKit
import Testing

/// The parts of a plan, through the verbs, on both databases.
@Suite struct PlanParts {
    /// Each of them alone would leave room; what decides is the plan as a whole.
    @Test(arguments: Engine.available) func manyHandsAtOnceDoNotPassTheLimit(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.draft()
            await withTaskGroup(of: Void.self) { hands in
                for number in 1...8 {
                    hands.addTask { _ = try? await trust.addPriority(to: plan, "Priority \(number)") }
                }
            }
            #expect(try await trust.written(plan).running.count == 3)
        }
    }

    @Test(arguments: Engine.available) func anActionKeepsItsSeatsDaysAndCost(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            let opened = try await trust.database.read { try $0.plan(plan) }
            let action = try #require(opened.written.actions.first)
            #expect(action.cost == Cost(halfDays: 5, pence: 125_050))
            #expect(opened.seats[action.owner]?.holder?.name == trust.headOfEnglish.name)
            #expect(action.supporter.flatMap { opened.seats[$0] }?.holder?.name == trust.deputy.name)
            #expect(opened.written.outcomes.first?.criteria.map(\.words) == ["Seen in three lessons out of three"])
        }
    }

    @Test(arguments: Engine.available) func twoEditorsDoNotOverwriteEachOther(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            let written = try await trust.written(plan)
            let (priority, action) = (written.priorities[0], written.actions[0])
            let first = PriorityInput(title: "First", why: "A", stops: "B", version: priority.version)
            try await revisePriority(priority.id, first, of: plan, by: trust.head, in: trust.database)
            await #expect(throws: Refusal.stale) {
                try await revisePriority(
                    priority.id, PriorityInput(title: "Second", why: "A", stops: "B", version: priority.version),
                    of: plan, by: trust.headOfEnglish, in: trust.database)
            }
            try await reviseAction(
                action.id, trust.actionInput("First", in: plan, version: 1), of: plan, by: trust.head,
                in: trust.database)
            await #expect(throws: Refusal.stale) {
                try await reviseAction(
                    action.id, trust.actionInput("Second", in: plan, version: 1), of: plan, by: trust.headOfEnglish,
                    in: trust.database)
            }
            let now = try await trust.written(plan)
            #expect(now.priorities[0].title == "First" && now.actions[0].what == "First")
        }
    }

    @Test(arguments: Engine.available) func whatIsRemovedComesBackWithAllThatWentWithIt(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            let before = try await trust.written(plan)
            let priority = before.priorities[0]
            let second = try await trust.addAction("A second one", to: priority.id, of: plan)
            try await removePart(.action(second), of: plan, by: trust.head, in: trust.database)
            trust.trust.clock.set(to: trust.testDay + 1)
            try await removePart(.priority(priority.id), of: plan, by: trust.head, in: trust.database)
            #expect(try await trust.written(plan).priorities.isEmpty)
            try await bringBack(.priority(priority.id), of: plan, by: trust.head, in: trust.database)
            let after = try await trust.written(plan)
            // What was removed on its own before stays removed.
            #expect(after.actions.map(\.id) == before.actions.map(\.id))
            #expect(after.criteria.map(\.id) == before.criteria.map(\.id))
            await #expect(throws: Refusal.notFound) {
                try await bringBack(.priority(priority.id), of: plan, by: trust.head, in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func aPartOfOnePlanIsNotBroughtBackThroughAnother(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (plan, other) = (try await trust.filledDraft(), try await trust.filledDraft())
            let part = PlanPart.action(try await trust.written(plan).actions[0].id)
            try await removePart(part, of: plan, by: trust.head, in: trust.database)
            await #expect(throws: Refusal.notFound) {
                try await bringBack(part, of: other, by: trust.head, in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func prioritiesKeepTheOrderTheyWereMovedInto(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.draft()
            for title in ["A", "B", "C"] { _ = try await trust.addPriority(to: plan, title) }
            let last = try await trust.written(plan).priorities[2].id
            try await movePriority(last, earlier: true, of: plan, by: trust.head, in: trust.database)
            #expect(try await trust.written(plan).priorities.map(\.title) == ["A", "C", "B"])
        }
    }

    @Test(arguments: Engine.available) func aCriterionOfALivePlanSaysHowItStandsAndSinceWhen(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan()
            let criterion = try await trust.written(plan).criteria[0]
            let input = CriterionStatusInput(status: .partly, why: "Two of three", version: criterion.version)
            try await judgeCriterion(criterion.id, input, of: plan, by: trust.headOfEnglish, in: trust.database)
            let now = try await trust.written(plan).criteria[0]
            #expect(now.status == .partly && now.why == "Two of three" && now.judged == trust.testDay)
            await #expect(throws: Refusal.stale) {
                try await judgeCriterion(criterion.id, input, of: plan, by: trust.head, in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func aLivePlansActionEndsWithAReason(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan()
            let action = try await trust.written(plan).actions[0]
            try await endPart(.action(action.id), because: "Done", of: plan, by: trust.head, in: trust.database)
            #expect(try await trust.written(plan).actions[0].ended == Ending(day: trust.testDay, reason: "Done"))
            await #expect(throws: Refusal.self) {
                try await endPart(.action(action.id), because: "Again", of: plan, by: trust.head, in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func whatEndsIsNotLookedAtAnyMore(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            let written = try await trust.written(plan)
            let seat = try #require(trust.headOfEnglish.seats.first)
            let looks = CheckPlanInput(
                looked: "Three lessons", how: "", seat: seat, rhythm: .fortnightly, first: written.plan.starts,
                last: written.plan.ends, days: [], version: 0)
            for subject in [CheckPlan.Subject.action(written.actions[0].id), .outcome(written.outcomes[0].id)] {
                _ = try await planCheck(looks, for: subject, of: plan, by: trust.head, in: trust.database)
            }
            try await trust.putLive(plan)
            let waiting = {
                try await trust.database.read { try $0.checksDue(for: [seat], through: $0.today + 60).count }
            }
            let before = try await waiting()
            try await endPart(
                .action(written.actions[0].id), because: "Done", of: plan, by: trust.head, in: trust.database)
            #expect(try await waiting() * 2 == before)
            try await handOverPlan(
                plan, from: seat, to: trust.deputy.seats.first, by: trust.head, in: trust.database)
            #expect(try await waiting() == 0)
            try await endPart(
                .priority(written.priorities[0].id), because: "Done", of: plan, by: trust.head, in: trust.database)
            let deputy = try await trust.database.read {
                try $0.checksDue(for: trust.deputy.seats, through: $0.today + 60).count
            }
            #expect(before > 0 && deputy == 0)
        }
    }

    @Test(arguments: Engine.available) func everyDutyOfASeatGoesToAnotherInOneStep(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan(.rapid)
            let (deputy, head) = (trust.deputy.seats.first, trust.head.seats.first)
            _ = try await addBlockage(
                BlockageInput(words: "No room", remover: deputy, by: trust.schoolDay(trust.testDay)), to: plan,
                by: trust.head, in: trust.database)
            try await handOverPlan(plan, from: deputy, to: head, by: trust.head, in: trust.database)
            let written = try await trust.written(plan)
            #expect(written.actions[0].owner == trust.headOfEnglish.seats.first)
            #expect(written.actions[0].supporter == head && written.blockages[0].remover == head)
        }
    }

    @Test(arguments: Engine.available) func anOwnerWhosePostEndedIsNobodyUntilSomebodyHandsOver(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan()
            let seat = try #require(trust.headOfEnglish.seats.first)
            try await trust.database.write { tx in
                _ = try tx.run(
                    "UPDATE post SET ends_on = \(tx.today - 1) WHERE seat_id = \(seat) AND starts_on < \(tx.today)")
            }
            let seen = try await readPlan(plan, for: trust.head, in: trust.database)
            #expect(seen.opened.vacant.map(\.id) == [seat])
            try await handOverPlan(
                plan, from: seat, to: trust.deputy.seats.first, by: trust.head, in: trust.database)
            let after = try await readPlan(plan, for: trust.head, in: trust.database)
            #expect(after.opened.vacant.isEmpty)
            let action = after.written.actions[0]
            // The deputy supported it, and nobody supports themselves.
            #expect(action.owner == trust.deputy.seats.first && action.supporter == nil)
        }
    }

    @Test(arguments: Engine.available) func whatHasEndedAsksNobodyToHandItOver(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan()
            let seat = try #require(trust.headOfEnglish.seats.first)
            let written = try await trust.written(plan)
            for action in written.actions where action.owner == seat || action.supporter == seat {
                try await endPart(
                    .action(action.id), because: "Done", of: plan, by: trust.head, in: trust.database)
            }
            try await trust.database.write { tx in
                _ = try tx.run(
                    "UPDATE post SET ends_on = \(tx.today - 1) WHERE seat_id = \(seat) AND starts_on < \(tx.today)")
            }
            let seen = try await readPlan(plan, for: trust.head, in: trust.database)
            #expect(seen.opened.vacant.isEmpty && seen.opened.seats[seat]?.holder == nil)
            #expect(seen.opened.seats[seat] != nil, "its name still stands at what it did")
        }
    }

    @Test(arguments: Engine.available) func whoLookedStaysNamedWhenWhatWasLookedAtHasEnded(engine: Engine) async throws
    {
        try await CheckedPlan.with(engine) { made in
            let input = CheckPlanInput(
                looked: "Reading aloud", how: "", seat: made.trust.head.seats[0], rhythm: .fortnightly,
                first: made.start, last: made.start + 50, days: [], version: 0)
            _ = try await planCheck(
                input, for: .action(made.action), of: made.plan, by: made.trust.headOfEnglish, in: made.database)
            try await made.goLive()
            try await endPart(
                .action(made.action), because: "Done", of: made.plan, by: made.trust.head, in: made.database)
            let seen = try await readPlan(made.plan, for: made.trust.head, in: made.database)
            #expect(seen.opened.seats[made.trust.head.seats[0]]?.holder?.name == "James Oyelaran")
        }
    }

    @Test(arguments: Engine.available) func aBlockageIsClearedByWhoRemovesIt(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan(.rapid)
            let id = try await addBlockage(
                BlockageInput(
                    words: "No room", remover: trust.headOfEnglish.seats.first,
                    by: trust.schoolDay(trust.testDay)),
                to: plan, by: trust.head, in: trust.database)
            try await clearBlockage(
                id, words: "Found one", version: 1, of: plan, by: trust.headOfEnglish, in: trust.database)
            #expect(try await trust.written(plan).blockages[0].removed?.reason == "Found one")
        }
    }
}
