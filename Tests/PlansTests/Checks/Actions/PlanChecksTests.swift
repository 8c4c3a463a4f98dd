import Database
import Kernel
import PlanRules
import Plans
import TestKit
import Testing
import Trail

@Suite struct PlanChecksTests {
    @Test(arguments: Engine.available) func aSeriesIsChangedRemovedAndPutBackWhileThePlanIsADraft(
        engine: Engine
    ) async throws {
        try await CheckedPlan.with(engine) { made in
            let id = try await made.planned(.dates, days: [made.start, made.start + 7])
            let named = try await made.database.read { try $0.plannedCheck(id).check }
            #expect(named.days == [made.start, made.start + 7] && named.version == 1)
            try await change(made, id, version: 1)
            let changed = try await made.database.read { try $0.plannedCheck(id).check }
            #expect(changed.days.isEmpty && changed.rhythm == .weekly && changed.version == 2)
            await #expect(throws: Refusal.stale) { try await change(made, id, version: 1) }
            for isRemoved in [true, false] {
                try await removeCheck(
                    id, isRemoved: isRemoved, of: made.plan, by: made.trust.headOfEnglish, in: made.database)
                let left = try await made.database.read { [plan = made.plan] in try $0.plannedChecks(of: plan) }
                #expect(left.isEmpty == isRemoved)
            }
            let verbs = try await made.database.read { [plan = made.plan] in try $0.trail(of: plan) }.map(\.verb)
            #expect(
                verbs.filter { $0.hasPrefix("check-") } == [
                    "check-put-back", "check-removed", "check-replanned", "check-planned",
                ])
        }
    }

    @Test(arguments: Engine.available) func aRemovedSeriesAsksNobody(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            let id = try await made.planned()
            try await removeCheck(
                id, isRemoved: true, of: made.plan, by: made.trust.headOfEnglish, in: made.database)
            try await made.goLive()
            #expect(try await made.looks().isEmpty)
        }
    }

    @Test(arguments: Engine.available) func aSealedSeriesEndsWithAReasonAndItsLooksAreCalledOff(
        engine: Engine
    ) async throws {
        try await CheckedPlan.with(engine) { made in
            let id = try await made.planned()
            try await made.planned(.weekly, looked: "Books of six pupils")
            try await made.goLive()
            await #expect(throws: Refusal.self) { try await change(made, id, version: 1) }
            let waiting = try await made.looks().count { $0.isOpen }
            try await endCheck(
                id, because: "Done by the trust's visit.", version: 1, of: made.plan, by: made.trust.headOfEnglish,
                in: made.database)
            let left = try await made.looks().filter(\.isOpen)
            #expect(!left.isEmpty && left.count < waiting)
            let ended = try await made.database.read { try $0.plannedCheck(id).check.ended }
            #expect(ended?.reason == "Done by the trust's visit.")
        }
    }

    @Test(arguments: Engine.available) func aSeriesBelongsToItsPlanAndItsPart(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            let other = try await CheckedPlan.draft(in: made.trust, at: made.trust.english)
            let id = try await made.planned()
            await #expect(throws: Refusal.notFound) {
                try await removeCheck(
                    id, isRemoved: true, of: other.plan, by: made.trust.headOfEnglish, in: made.database)
            }
            await #expect(throws: Refusal.notFound) { try await made.planned(for: .action(other.action)) }
            await #expect(throws: Refusal.notFound) {
                try await change(made, id, version: 1, by: made.trust.governor)
            }
        }
    }

    private func change(
        _ made: CheckedPlan, _ id: CheckPlanID, version: Int, by actor: Actor? = nil
    ) async throws {
        let input = CheckPlanInput(
            looked: "Books", how: "", seat: made.seat, rhythm: .weekly, first: made.start, last: made.start + 30,
            days: [], version: version)
        try await planCheck(
            input, for: .action(made.action), of: made.plan, changing: id, by: actor ?? made.trust.headOfEnglish,
            in: made.database)
    }
}
