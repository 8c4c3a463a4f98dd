import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing
import ToolRules

/// A second round starts from the last, and counts nothing by itself.
@Suite struct SecondRounds {
    @Test(arguments: Engine.available)
    func aSecondRoundShowsWhatWasAgreedAndCountsNoneOfIt(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let first = try await rounds.finish(window: 1, ["told": .level(3), "drawn": .left])
            let id = try await rounds.open(window: 2)
            let seen = try await readEvaluation(id, for: rounds.trust.head, in: rounds.database)
            #expect(seen.judgements.isEmpty && seen.progress(of: .school) == Progress())
            let last = try await rounds.lastTime(id, for: rounds.trust.head)
            #expect(last["told"]?.round.evaluation == first && last["told"]?.round.window.name == "Window 1")
            #expect(last["told"]?.standing(of: 4) == 3 && last["told"]?.likeness == .same)
            #expect(last["drawn"]?.isLeft == true && last["gone"]?.ancestors[0].agreement == nil)
            #expect(try await rounds.lastTime(id, for: rounds.trust.governor).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func whatWasLeftComesFirst(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            try await rounds.finish(window: 1, ["told": .level(3), "late": .left, "gone": .left])
            let id = try await rounds.open(window: 2)
            let seen = try await readEvaluation(id, for: rounds.trust.liaison, in: rounds.database)
            let keys = seen.order.map { seen.tool.item($0)!.item.key.text }
            #expect(keys == ["late", "gone", "told", "drawn", "early", "voices"])
        }
    }

    @Test(arguments: Engine.available)
    func stillTrueIsThePrivateJudgementOfOneSide(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            try await rounds.finish(window: 1, ["told": .level(3)])
            let id = try await rounds.open(window: 2)
            let saved = try await rounds.stillTrue(id, "told", by: trust.head, words: "Seen in books")
            #expect(saved.judgement.verdict == .level(3) && saved.progress == Progress(judged: 1))
            #expect(saved.judgement.reason.contains("Still true as of \(trust.today.long)"))
            #expect(saved.judgement.reason.hasSuffix("\nSeen in books"))
            #expect(try await readEvaluation(id, for: trust.liaison, in: trust.database).judgements.isEmpty)
            _ = try await rounds.stillTrue(id, "told", by: trust.liaison)
            let own = try await readEvaluation(id, for: trust.liaison, in: trust.database).judgements
            #expect(own[.school] == nil && own[.liaison]?.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func theMapOfVersionsDecidesWhatCanStillBeTrue(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let all = ["told": 3, "drawn": 2, "early": 4, "late": 1, "voices": 2, "gone": 3].mapValues {
                Verdict.level($0)
            }
            try await rounds.finish(window: 1, all)
            try await rounds.installSecond()
            let id = try await rounds.open(window: 2)
            let last = try await rounds.lastTime(id, for: rounds.trust.head)
            #expect(
                last.mapValues { $0.standing(of: 4) } == [
                    "told": 3, "drawn": 2, "early-one": nil, "early-two": nil, "both": nil,
                ])
            #expect(last["drawn"]?.likeness == .close && last["drawn"]?.ancestors[0].text == "Text of drawn.")
            #expect(last["early-two"]?.ancestors[0].agreement?.verdict == .level(4))
            #expect(last["both"]?.ancestors.map(\.number) == ["1.4", "1.5"])
            let saved = try await rounds.stillTrue(id, "drawn", by: rounds.trust.head)
            #expect(saved.judgement.verdict == .level(2))
            for key in ["early-one", "both", "fresh"] {
                await #expect(throws: Refusal.self) { try await rounds.stillTrue(id, key, by: rounds.trust.head) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func aRoundThatWasReopenedIsNoLastTime(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            try await rounds.finish(window: 1, ["told": .level(1)])
            let second = try await rounds.finish(window: 2, ["told": .level(2)])
            let third = try await rounds.open(window: 3)
            func level() async throws -> Int? {
                try await rounds.lastTime(third, for: trust.head)["told"]?.standing(of: 4)
            }
            #expect(try await level() == 2)
            try await reopenEvaluation(second, because: "New figures", by: trust.liaison, in: trust.database)
            #expect(try await level() == 1)
        }
    }

    @Test(arguments: Engine.available)
    func stillTrueIsRefusedToStrangersReadersAndAfterTheReveal(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            try await rounds.finish(window: 1, ["told": .level(3)])
            let id = try await rounds.open(window: 2)
            await #expect(throws: Refusal.notFound) { try await rounds.stillTrue(id, "told", by: trust.stranger) }
            await #expect(
                throws: Refusal.forbidden(
                    "You can read this evaluation. Leaders of the school and its liaison judge it.")
            ) {
                try await rounds.stillTrue(id, "told", by: trust.governor)
            }
            let item = try await rounds.items(id)["told"]!
            let database = trust.database
            await #expect(throws: Refusal.notFound) {
                _ = try await readLastTime(of: item, in: id, for: trust.stranger, in: database)
            }
            try await trust.reveal(id, [.level(1)])
            await #expect(throws: Refusal.self) { try await rounds.stillTrue(id, "told", by: trust.head) }
            #expect(try await readLastTime(of: item, in: id, for: trust.head, in: database) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func stillTrueSavesOnceAndNeverOverAnothersJudgement(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            try await rounds.finish(window: 1, ["told": .level(3), "drawn": .level(2)])
            let id = try await rounds.open(window: 2)
            let once = try await rounds.stillTrue(id, "told", by: trust.head)
            let again = try await rounds.stillTrue(id, "told", by: trust.deputy)
            #expect(once.judgement.version == 1 && again.judgement.version == 1)
            let input = JudgementInput(
                item: try await rounds.items(id)["drawn"]!, verdict: .level(4), reason: "Anew", version: 0)
            _ = try await recordJudgement(input, of: id, by: trust.deputy, in: trust.database)
            await #expect(throws: Refusal.stale) { try await rounds.stillTrue(id, "drawn", by: trust.head) }
        }
    }
}
