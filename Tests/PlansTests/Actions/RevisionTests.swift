import App
import Database
import Kernel
import People
import PlanRules
import Plans
import TestKit
import Testing

/// A revision beside the plan that it takes the place of, through the verbs, on both databases.
@Suite struct Revisions {
    /// A live rapid plan with a part of every kind, and its revision by the head.
    private func revised(
        _ engine: Engine, _ body: (Willowbrook, _ old: PlanID, _ new: PlanID) async throws -> Void
    ) async throws {
        try await Willowbrook.with(engine) { trust in
            let old = try await trust.filledDraft(.rapid)
            let written = try await trust.written(old)
            for subject in [
                CheckPlan.Subject.action(written.actions[0].id), .outcome(written.outcomes[0].id),
            ] {
                _ = try await planCheck(
                    trust.look(from: written.plan.starts), for: subject, of: old, by: trust.head, in: trust.database)
            }
            _ = try await addBlockage(
                BlockageInput(words: "No room", remover: trust.deputy.seats.first, by: written.plan.ends), to: old,
                by: trust.head, in: trust.database)
            try await trust.putLive(old)
            let new = try await revisePlan(old, by: trust.head, in: trust.database)
            try await body(trust, old, new)
        }
    }

    @Test(arguments: Engine.available) func aFreshRevisionDiffersInNothing(engine: Engine) async throws {
        try await revised(engine) { trust, old, new in
            let seen = try #require(try await trust.revision(new))
            #expect(seen.difference.isNothing && seen.before.id == old)
            #expect(seen.before.began == trust.testDay && seen.before.approved == trust.testDay)
            #expect(try await trust.revision(old) == nil, "it revises none")
            let copy = try await trust.written(new)
            #expect(copy.criteria.count == 1 && copy.actions.count == 1 && copy.blockages.count == 1)
        }
    }

    @Test(arguments: Engine.available) func whatWasWrittenOtherwiseIsFoundAndStaysWhenItGoesLive(engine: Engine)
        async throws
    {
        try await revised(engine) { trust, old, new in
            let copy = try await trust.written(new)
            try await reviseAction(
                copy.actions[0].id, trust.actionInput("Read twice a day", in: new, owner: trust.head, version: 1),
                of: new, by: trust.head, in: trust.database)
            try await removePart(.criterion(copy.criteria[0].id), of: new, by: trust.head, in: trust.database)
            _ = try await trust.addAction("Send books home", to: copy.priorities[0].id, of: new)
            let found = try #require(try await trust.revision(new))
            #expect(found.difference.parts.map(\.title) == ["Pupils read more"])
            let inside = try #require(found.difference.parts.first).parts
            #expect(
                inside.map(\.kind) == [.outcome, .action, .action] && inside.map(\.fate) == [.kept, .kept, .added])
            #expect(inside[0].parts.map(\.title) == ["Seen in three lessons out of three"])
            #expect(inside[1].fields.map(\.field) == [.asked(.what), .asked(.owner)])
            #expect(Set(found.seats.values.map(\.holderName)) == [trust.headOfEnglish.name, trust.head.name])
            try await bringBack(.criterion(copy.criteria[0].id), of: new, by: trust.head, in: trust.database)
            #expect(try await trust.revision(new)?.difference.count(.takenOut) == 0)
            try await trust.putLive(new)
            let live = try #require(try await trust.revision(new, for: trust.governor))
            #expect(live.difference.count(.kept) == 1 && live.difference.count(.added) == 1)
            #expect(live.before.state == .superseded && live.before.ended == trust.testDay)
        }
    }

    @Test(arguments: Engine.available) func aLookPlannedOtherwiseIsADifference(engine: Engine) async throws {
        try await revised(engine) { trust, _, new in
            let days = try await trust.written(new).plan
            let checks = try await trust.database.read { try $0.plannedChecks(of: new) }.map(\.check)
            let look = trust.look("Books in two rooms", from: days.starts, version: checks[0].version)
            _ = try await planCheck(
                look, for: checks[0].subject, of: new, changing: checks[0].id, by: trust.head, in: trust.database)
            try await removeCheck(checks[1].id, isRemoved: true, of: new, by: trust.head, in: trust.database)
            let found = try #require(try await trust.revision(new)).difference
            #expect(found.count(.kept) == 1 && found.count(.takenOut) == 1)
            let looks = found.parts.flatMap(\.parts).flatMap(\.parts)
            #expect(looks.allSatisfy { $0.kind == .check } && looks.count == 2)
            #expect(looks.flatMap(\.fields).map(\.field) == [.looked])
        }
    }

    @Test(arguments: Engine.available) func whoMayNotSeeTheOldPlanSeesNoneOfItsWords(engine: Engine) async throws {
        try await revised(engine) { trust, old, new in
            try await trust.putLive(new)
            #expect(try await trust.revision(new, for: trust.governor) != nil)
            // No verb makes a plan unread again once it is revised; the check is asked for itself.
            try await trust.database.write { tx in
                _ = try tx.run("UPDATE plan SET state = 'draft' WHERE id = \(old)")
            }
            #expect(try await trust.revision(new, for: trust.governor) == nil)
            #expect(try await trust.revision(new, for: trust.head) != nil)
        }
    }

    @Test(arguments: Engine.available) func aRevisionThatWasThrownAwayIsComparedWithNothing(engine: Engine)
        async throws
    {
        try await revised(engine) { trust, _, new in
            try await discardPlan(new, by: trust.head, in: trust.database)
            #expect(try await trust.revision(new) == nil)
        }
    }
}

extension Willowbrook {
    func revision(_ plan: PlanID, for actor: Actor? = nil) async throws -> SeenRevision? {
        let reader = actor ?? head
        let seen = try await readPlan(plan, for: reader, in: database)
        return try await readRevision(of: seen, for: reader, in: database)
    }

    fileprivate func look(
        _ looked: String = "Reading in three rooms", from day: Day, version: Int = 0
    ) -> CheckPlanInput {
        CheckPlanInput(
            looked: looked, how: "Ten minutes each", seat: deputy.seats.first, rhythm: .weekly, first: day,
            last: day + 20, days: [], version: version)
    }
}
