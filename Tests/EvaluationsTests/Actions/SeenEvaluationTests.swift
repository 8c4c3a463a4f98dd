import Database
import EvaluationRules
import Evaluations
import HTTPTypes
import Kernel
import TestKit
import Testing
import ToolRules

/// Whoever signs or reveals does so with what they saw.
@Suite struct SeenEvaluationTests {
    @Test(arguments: Engine.available)
    func aNameIsNotPutUnderLevelsThatChangedSinceThePageWasDrawn(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (id, item) = try await trust.differing()
            try await trust.agree(item, 2, version: 0, of: id)
            let browser = try await trust.client("James Oyelaran")
            let seen = try await readEvaluation(id, for: trust.head, in: trust.database).agreedVersion
            #expect(
                try await browser.get("/evaluations/\(id)/room").body.contains("name=\"version\" value=\"\(seen)\""))
            try await trust.agree(item, 4, version: 1, of: id)
            await #expect(throws: Refusal.stale) {
                _ = try await signEvaluation(id, seen: seen, by: trust.head, in: trust.database)
            }
            let late = try await browser.post("/evaluations/\(id)/signatures", ["version": "\(seen)"])
            #expect(late.status == .conflict)
            #expect(late.body.contains("Somebody changed what stands here") && late.body.contains("Put my name to it"))
            let now = try await readEvaluation(id, for: trust.head, in: trust.database)
            #expect(now.milestones.signed.isEmpty)
            _ = try await signEvaluation(id, seen: now.agreedVersion, by: trust.head, in: trust.database)
            // The other side's name is no change of what is agreed.
            #expect(try await signEvaluation(id, seen: now.agreedVersion, by: trust.liaison, in: trust.database))
        }
    }

    @Test(arguments: Engine.available)
    func judgementsThatAColleagueChangedAreNotRevealedUnseen(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (id, item) = try await trust.bothReady()
            let browser = try await trust.client("James Oyelaran")
            let seen = try await readEvaluation(id, for: trust.head, in: trust.database).judgedVersion(of: .school)
            _ = try await browser.get("/evaluations/\(id)/room")
            let other = JudgementInput(item: item, verdict: .level(4), reason: "Seen again", version: 1)
            _ = try await recordJudgement(other, of: id, by: trust.deputy, in: trust.database)
            await #expect(throws: Refusal.stale) {
                try await revealJudgements(of: id, seen: seen, by: trust.head, in: trust.database)
            }
            let late = try await browser.post("/evaluations/\(id)/reveal", ["version": "\(seen)"])
            #expect(late.status == .conflict && late.body.contains("Reveal both"))
            #expect(try await readEvaluation(id, for: trust.head, in: trust.database).stage == .judging)
            // What the other side did meanwhile was never shown, and is not in the way.
            let liaisons = JudgementInput(item: item, verdict: .level(3), reason: "Seen again", version: 1)
            _ = try await recordJudgement(liaisons, of: id, by: trust.liaison, in: trust.database)
            let done = try await browser.press("/evaluations/\(id)/reveal", on: "/evaluations/\(id)/room")
            #expect(done.status == .seeOther)
        }
    }
}

extension Willowbrook {
    /// Judged differently in one statement, and both are ready.
    fileprivate func bothReady() async throws -> (ID<Evaluation>, ItemID) {
        let id = try await open("curriculum-intent", at: english, by: liaison)
        let item = try await readEvaluation(id, for: head, in: database).items[0]
        for (side, level) in [(head, 1), (liaison, 2)] {
            let input = JudgementInput(item: item, verdict: .level(level), reason: "Seen in books", version: 0)
            _ = try await recordJudgement(input, of: id, by: side, in: database)
            try await declareReady(true, id, by: side, in: database)
        }
        return (id, item)
    }

    fileprivate func differing() async throws -> (ID<Evaluation>, ItemID) {
        let (id, item) = try await bothReady()
        try await revealJudgements(of: id, by: head, in: database)
        return (id, item)
    }

    fileprivate func agree(_ item: ItemID, _ level: Int, version: Int, of id: ID<Evaluation>) async throws {
        let input = AgreementInput(
            item: item, verdict: .level(level), basis: .evidenceSeen, words: "Books", version: version)
        try await agreeStatement(input, of: id, by: liaison, in: database)
    }
}
