import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing

/// A save is never lost and never overwrites another.
@Suite struct Saving {
    @Test(arguments: Engine.available) func theSecondOfTwoEditorsIsToldAndLosesNothing(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            let item = try await readEvaluation(id, for: trust.head, in: trust.database).items[0]
            let first = JudgementInput(item: item, verdict: .level(3), reason: "The head's words", version: 0)
            let second = JudgementInput(item: item, verdict: .level(1), reason: "The deputy's words", version: 0)
            _ = try await recordJudgement(first, of: id, by: trust.head, in: trust.database)
            await #expect(throws: Refusal.stale) {
                try await recordJudgement(second, of: id, by: trust.deputy, in: trust.database)
            }
            let kept = try await readEvaluation(id, for: trust.deputy, in: trust.database).judgements[.school]?[item]
            #expect(kept?.reason == "The head's words")
        }
    }

    @Test(arguments: Engine.available) func sendingTheSameTwiceSavesOnce(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            let item = try await readEvaluation(id, for: trust.head, in: trust.database).items[0]
            let input = JudgementInput(item: item, verdict: .level(3), reason: "Same", version: 0)
            let once = try await recordJudgement(input, of: id, by: trust.head, in: trust.database)
            let again = try await recordJudgement(input, of: id, by: trust.head, in: trust.database)
            #expect(once.judgement.version == 1 && again.judgement.version == 1)
        }
    }

    @Test(arguments: Engine.available) func progressKeptAtTheSaveEqualsACount(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            let items = try await readEvaluation(id, for: trust.head, in: trust.database).items
            let inputs: [(Verdict?, String)] = [(.level(2), "Why"), (.level(3), ""), (.left, ""), (nil, "Only words")]
            for (item, (verdict, reason)) in zip(items, inputs) {
                let input = JudgementInput(item: item, verdict: verdict, reason: reason, version: 0)
                _ = try await recordJudgement(input, of: id, by: trust.head, in: trust.database)
            }
            let changed = JudgementInput(item: items[1], verdict: .level(3), reason: "Now with words", version: 1)
            let last = try await recordJudgement(changed, of: id, by: trust.head, in: trust.database)
            #expect(last.progress == Progress(judged: 2, left: 1, withoutReason: 0))
            let counted = try await readEvaluation(id, for: trust.head, in: trust.database).progress(of: .school)
            #expect(last.progress == counted)
        }
    }

    @Test(arguments: Engine.available) func manySavesAtOnceAllArrive(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("curriculum-intent", at: trust.english, by: trust.headOfEnglish)
            let items = try await readEvaluation(id, for: trust.headOfEnglish, in: trust.database).items
            try await withThrowingTaskGroup(of: Void.self) { group in
                for item in items {
                    group.addTask {
                        for (version, level) in (1...3).enumerated() {
                            let input = JudgementInput(
                                item: item, verdict: .level(level), reason: "Save \(level)", version: version)
                            _ = try await recordJudgement(input, of: id, by: trust.headOfEnglish, in: trust.database)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let seen = try await readEvaluation(id, for: trust.headOfEnglish, in: trust.database)
            #expect(seen.judgements[.school]?.values.allSatisfy { $0.version == 3 && $0.verdict == .level(3) } == true)
            let kept = try await trust.database.read { try $0.progress(of: id, .school) }
            #expect(kept == Progress(judged: items.count))
        }
    }

    @Test(arguments: Engine.available) func hostileTextComesBackAsItWasTyped(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
            let item = try await readEvaluation(id, for: trust.head, in: trust.database).items[0]
            let text = "'; DROP TABLE judgement; -- <script>alert(1)</script> \u{202E}עברית 👩🏽‍🏫 $1 ?1 \\"
            let input = JudgementInput(item: item, verdict: .level(1), reason: text, version: 0)
            _ = try await recordJudgement(input, of: id, by: trust.head, in: trust.database)
            let kept = try await readEvaluation(id, for: trust.head, in: trust.database).judgements[.school]?[item]
            #expect(kept?.reason == text)
        }
    }
}
