import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing
import ToolRules
import Tools
import Trail

/// The main job from first card to agreement, through the verbs, on both databases.
@Suite struct JointJudgement {
    @Test(arguments: Engine.available) func aToolIsJudgedJointlyFromFirstCardToAgreement(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("behaviour-and-attitudes", at: .school(trust.academy), by: trust.head)
            let items = try await readEvaluation(id, for: trust.head, in: trust.database).items
            try await trust.judge(id, items, by: trust.head) { $0 == 0 ? .level(4) : .level(2) }
            try await trust.judge(id, items, by: trust.liaison) { $0 == 1 ? .left : .level(2) }
            for actor in [trust.head, trust.liaison] { try await declareReady(true, id, by: actor, in: trust.database) }
            try await revealJudgements(of: id, by: trust.liaison, in: trust.database)

            let revealed = try await readEvaluation(id, for: trust.head, in: trust.database)
            #expect(revealed.stage == .agreeing)
            #expect(revealed.open == [items[0], items[1]])
            #expect(revealed.judgements[.liaison]?[items[0]]?.verdict == .level(2))

            try await trust.agree(id, items[0], .level(3), by: trust.liaison)
            try await trust.agree(id, items[1], .left, by: trust.head)
            #expect(try await !signEvaluation(id, by: trust.head, in: trust.database))
            #expect(try await signEvaluation(id, by: trust.liaison, in: trust.database))

            let finished = try await readEvaluation(id, for: trust.governor, in: trust.database)
            #expect(finished.stage == .finished)
            #expect(finished.agreements[items[0]]?.verdict == .level(3))
            #expect(finished.judgements.isEmpty)
            #expect(finished.tally == Tally(counts: [0, items.count - 2, 1, 0], left: 1, notJudged: 0))
        }
    }

    @Test(arguments: Engine.available) func nothingChangesAfterTheFinish(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (id, items) = try await trust.finished("inclusion")
            await #expect(throws: Refusal.self) { try await trust.judge(id, items, by: trust.head) { _ in .level(1) } }
            await #expect(throws: Refusal.self) { try await trust.agree(id, items[0], .level(1), by: trust.liaison) }
            await #expect(throws: Refusal.self) { try await signEvaluation(id, by: trust.head, in: trust.database) }
            await #expect(throws: Refusal.self) {
                try await revealJudgements(of: id, by: trust.head, in: trust.database)
            }
            let seen = try await readEvaluation(id, for: trust.head, in: trust.database)
            #expect(seen.agreements[items[0]]?.verdict == .level(2))
        }
    }

    @Test(arguments: Engine.available) func reopeningKeepsWhatWasAgreedAndWantsBothNamesAnew(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let (id, items) = try await trust.finished("inclusion")
            await #expect(throws: Refusal.self) {
                try await reopenEvaluation(id, because: "New figures", by: trust.head, in: trust.database)
            }
            try await reopenEvaluation(id, because: "New figures", by: trust.liaison, in: trust.database)
            let seen = try await readEvaluation(id, for: trust.head, in: trust.database)
            #expect(seen.stage == .agreeing)
            #expect(seen.milestones.signed.isEmpty)
            #expect(seen.milestones.reopened.map(\.reason) == ["New figures"])
            #expect(seen.agreements.count == items.count)
            let totals = try await trust.database.read {
                try $0.rows("SELECT COUNT(*) FROM evaluation_total") { try $0[0] as Int }
            }
            #expect(totals == [0])
        }
    }

    @Test(arguments: Engine.available) func theSameToolIsNotOpenedTwiceForOnePlaceAndWindow(engine: Engine) async throws
    {
        try await Willowbrook.with(engine) { trust in
            _ = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            await #expect(throws: Refusal.self) {
                try await trust.open("inclusion", at: .school(trust.academy), by: trust.liaison)
            }
        }
    }

    @Test(arguments: Engine.available) func aToolForSchoolsIsNotOpenedForADepartment(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            await #expect(throws: Refusal.self) {
                try await trust.open("inclusion", at: trust.english, by: trust.headOfEnglish)
            }
            await #expect(throws: Refusal.notFound) {
                try await trust.open("inclusion", at: .school(trust.academy), by: trust.stranger)
            }
            await #expect(throws: Refusal.self) {
                try await trust.open("inclusion", at: .school(trust.academy), by: trust.governor)
            }
        }
    }

    @Test(arguments: Engine.available) func theHistoryHoldsEveryStepWithWhoAndWhatBeforeAndAfter(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let (id, _) = try await trust.finished("inclusion")
            let history = try await readHistory(of: id, for: trust.head, in: trust.database)
            let verbs = Set(history.entries.map(\.verb))
            #expect(
                verbs.isSuperset(of: [
                    "evaluation-opened", "judgement-recorded", "judgements-revealed", "evaluation-agreed",
                ]))
            #expect(history.entries.allSatisfy { !$0.who.isEmpty })
            await #expect(throws: Refusal.self) {
                try await readHistory(of: id, for: trust.governor, in: trust.database)
            }
        }
    }
}

extension Willowbrook {
    func judge(
        _ id: ID<Evaluation>, _ items: [ItemID], by actor: Actor, _ verdict: (Int) -> Verdict
    ) async throws {
        for (index, item) in items.enumerated() {
            let input = JudgementInput(item: item, verdict: verdict(index), reason: "Seen in books", version: 0)
            _ = try await recordJudgement(input, of: id, by: actor, in: database)
        }
    }

    func agree(_ id: ID<Evaluation>, _ item: ItemID, _ verdict: Verdict, by actor: Actor) async throws {
        let input = AgreementInput(
            item: item, verdict: verdict, basis: .evidenceSeen, words: "Looked together", version: 0)
        try await agreeStatement(input, of: id, by: actor, in: database)
    }

    /// An evaluation of the academy in which both sides judged level 2 throughout and signed.
    func finished(_ tool: String) async throws -> (ID<Evaluation>, [ItemID]) {
        let id = try await open(tool, at: .school(academy), by: liaison)
        let items = try await readEvaluation(id, for: head, in: database).items
        for actor in [head, liaison] {
            try await judge(id, items, by: actor) { _ in .level(2) }
            try await declareReady(true, id, by: actor, in: database)
        }
        try await revealJudgements(of: id, by: head, in: database)
        for actor in [head, liaison] { _ = try await signEvaluation(id, by: actor, in: database) }
        return (id, items)
    }
}
