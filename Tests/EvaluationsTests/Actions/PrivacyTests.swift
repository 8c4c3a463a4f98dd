import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing

/// Neither side sees the other's judgement before the reveal: held where the data is read.
@Suite struct JudgingInPrivate {
    @Test(arguments: Engine.available) func neitherSideReadsTheOthersJudgementsBeforeTheReveal(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            let items = try await readEvaluation(id, for: trust.head, in: trust.database).items
            try await trust.judge(id, items, by: trust.head) { _ in .level(4) }
            let liaisons = try await readEvaluation(id, for: trust.liaison, in: trust.database)
            #expect(liaisons.judgements.isEmpty && liaisons.agreements.isEmpty)
            let directors = try await readEvaluation(id, for: trust.director, in: trust.database)
            #expect(directors.judgements[.school] == nil)
            let deputys = try await readEvaluation(id, for: trust.deputy, in: trust.database)
            #expect(deputys.judgements[.school]?.count == items.count)
        }
    }

    @Test(arguments: Engine.available) func aReaderSeesNothingBeforeTheFinish(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            let items = try await readEvaluation(id, for: trust.head, in: trust.database).items
            for actor in [trust.head, trust.liaison] {
                try await trust.judge(id, items, by: actor) { _ in .level(2) }
                try await declareReady(true, id, by: actor, in: trust.database)
            }
            try await revealJudgements(of: id, by: trust.head, in: trust.database)
            let seen = try await readEvaluation(id, for: trust.governor, in: trust.database)
            #expect(seen.judgements.isEmpty && seen.agreements.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func aStrangerFindsNothingWhateverTheVerb(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            let item = try await readEvaluation(id, for: trust.head, in: trust.database).items[0]
            let stranger = trust.stranger
            let input = JudgementInput(item: item, verdict: .left, reason: "", version: 0)
            await #expect(throws: Refusal.notFound) { try await readEvaluation(id, for: stranger, in: trust.database) }
            await #expect(throws: Refusal.notFound) {
                try await recordJudgement(input, of: id, by: stranger, in: trust.database)
            }
            await #expect(throws: Refusal.notFound) {
                try await declareReady(true, id, by: stranger, in: trust.database)
            }
            await #expect(throws: Refusal.notFound) { try await signEvaluation(id, by: stranger, in: trust.database) }
            await #expect(throws: Refusal.notFound) { try await readHistory(of: id, for: stranger, in: trust.database) }
            await #expect(throws: Refusal.notFound) {
                try await reopenEvaluation(id, because: "x", by: stranger, in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func theHistoryStaysClosedUntilTheReveal(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            await #expect(throws: Refusal.self) {
                try await readHistory(of: id, for: trust.liaison, in: trust.database)
            }
        }
    }
}
