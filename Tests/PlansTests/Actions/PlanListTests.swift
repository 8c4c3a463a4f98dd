import App
import Database
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// Who finds which plans, and how plans of places answer each other.
@Suite struct PlanLists {
    @Test(arguments: Engine.available) func theListHoldsExactlyWhatThePermitLetsIn(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            var plans = [try await trust.draft(), try await trust.filledDraft(.rapid), try await trust.livePlan()]
            let submitted = try await trust.filledDraft(.school)
            try await submitPlan(submitted, by: trust.head, in: trust.database)
            plans += [submitted, try await trust.livePlan(.school)]
            plans.append(try await trust.draft(.school, at: .trust, by: trust.director))
            let all = try await plans.asyncMap { id in try await trust.database.read { try $0.plan(id).plan } }
            for name in trust.trust.actors.keys.sorted() {
                let actor = trust.actor(name)
                let listed = try await listPlans(PlansWanted(), for: actor, in: trust.database).lines.map(\.id)
                let permitted = all.filter { (try? MaySeePlan(actor, $0)) != nil }.map(\.id)
                #expect(Set(listed) == Set(permitted), "\(name)")
            }
        }
    }

    @Test(arguments: Engine.available) func filtersNarrowTheList(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (department, rapid) = (try await trust.livePlan(), try await trust.draft(.rapid))
            func ids(_ change: (inout PlansWanted) -> Void) async throws -> [PlanID] {
                var wanted = PlansWanted()
                change(&wanted)
                return try await listPlans(wanted, for: trust.headOfEnglish, in: trust.database).lines.map(\.id)
            }
            #expect(try await ids { $0.kind = .department } == [department])
            #expect(try await ids { $0.isMine = true } == [department])
            #expect(try await ids { $0.state = .draft }.contains(rapid) == false)
            #expect(try await ids { $0.school = trust.oakfield }.isEmpty)
            try await archivePlan(department, words: "Done", by: trust.head, in: trust.database)
            #expect(try await ids { _ in }.isEmpty)
            #expect(try await ids { $0.state = .archived } == [department])
        }
    }

    @Test(arguments: Engine.available) func aDepartmentsPriorityAnswersTheSchoolsAndTheSchoolSeesIt(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let school = try await trust.livePlan(.school)
            let above = try await trust.written(school).priorities[0].id
            let plan = try await trust.draft()
            let writing = try await readWriting(plan, for: trust.headOfEnglish, in: trust.database)
            #expect(writing.above.map(\.id) == [above])
            let own = try await addPriority(
                PriorityInput(title: "Ours", why: "A", stops: "B", answers: above), to: plan, by: trust.headOfEnglish,
                in: trust.database)
            _ = try await trust.addAction(to: own, of: plan)
            try await trust.putLive(plan)
            let seen = try await readPlan(school, for: trust.governor, in: trust.database)
            #expect(seen.below[above]?.map(\.id) == [own] && seen.below[above]?.first?.plan == plan)
            let answering = try await readPlan(plan, for: trust.governor, in: trust.database)
            #expect(answering.above[above]?.plan == school)
        }
    }

    @Test(arguments: Engine.available) func whatAnsweredAPlanAnswersItsRevisionOnceThatIsLive(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let old = try await trust.livePlan(.school)
            let above = try await trust.written(old).priorities[0].id
            let (live, draft) = (try await trust.draft(), try await trust.draft(.targeted, at: trust.english))
            for plan in [live, draft] {
                let own = try await addPriority(
                    PriorityInput(title: "Ours", why: "A", stops: "B", answers: above), to: plan, by: trust.head,
                    in: trust.database)
                _ = try await trust.addAction(to: own, of: plan)
            }
            try await trust.putLive(live)
            let new = try await revisePlan(old, by: trust.head, in: trust.database)
            let copy = try await trust.written(new).priorities[0].id
            #expect(try await trust.written(live).priorities[0].answers == above, "a draft takes nobody's place")
            try await trust.putLive(new)
            for plan in [live, draft] {
                let priority = try await trust.written(plan).priorities[0]
                #expect(priority.answers == copy && priority.version == 2)
            }
            let seen = try await readPlan(new, for: trust.head, in: trust.database)
            #expect(seen.below[copy]?.map(\.plan) == [live])
            #expect(try await readPlan(old, for: trust.head, in: trust.database).below.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func aPriorityOfAnotherPlaceCannotBeAnswered(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let other = try await trust.written(trust.livePlan()).priorities[0].id
            let plan = try await trust.draft()
            await #expect(throws: Refusal.self) {
                try await addPriority(
                    PriorityInput(title: "Ours", why: "A", stops: "B", answers: other), to: plan, by: trust.head,
                    in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func aStrangerDraftsNothingAndAReaderIsTurnedAway(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            await #expect(throws: Refusal.notFound) { try await trust.draft(by: trust.stranger) }
            await #expect {
                try await trust.draft(by: trust.governor)
            } throws: {
                if case Refusal.forbidden = $0 { true } else { false }
            }
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
