import EvaluationRules
import Kernel
import Testing

@Suite struct Judging {
    @Test func aJudgementIsRecordedForTheSideOfWhoMakesIt() throws {
        let evaluation = Sample.evaluation()
        let change = try evaluation.recording(Sample.input(), by: MayJudge(Sample.liaison, evaluation))
        #expect(change.side == .liaison)
        #expect(change.input.verdict == .level(2))
    }

    @Test(arguments: [0, 5, -1]) func aLevelThatTheScaleDoesNotHaveIsRefusedAtTheField(level: Int) {
        let evaluation = Sample.evaluation()
        #expect(throws: Refusal.invalid("level", "Choose one of the 4 levels.")) {
            try evaluation.recording(Sample.input("a", .level(level)), by: MayJudge(Sample.head, evaluation))
        }
    }

    @Test func aReasonThatIsTooLongIsRefusedAtTheField() {
        let evaluation = Sample.evaluation()
        let long = String(repeating: "x", count: JudgementInput.longestReason + 1)
        #expect(throws: Refusal.invalid("reason", "Keep this within 10,000 characters; it has 10,001.")) {
            try evaluation.recording(Sample.input(reason: long), by: MayJudge(Sample.head, evaluation))
        }
    }

    @Test func aStatementOfAnotherToolIsNotFound() {
        let evaluation = Sample.evaluation()
        #expect(throws: Refusal.notFound) {
            try evaluation.recording(Sample.input("z"), by: MayJudge(Sample.head, evaluation))
        }
    }

    @Test(arguments: [Set<Side>(), [.school], [.school, .liaison]])
    func nothingIsJudgedAfterTheReveal(signed: Set<Side>) {
        let evaluation = Sample.evaluation(revealed: true, signed: signed)
        #expect(throws: Refusal.self) {
            try evaluation.recording(Sample.input(), by: MayJudge(Sample.head, evaluation))
        }
    }

    @Test func aLevelWithoutAReasonKeepsASideFromBeingReady() throws {
        let evaluation = Sample.evaluation()
        let permit = try MayJudge(Sample.head, evaluation)
        let bare = [Sample.judgement("a", .school, .level(3), reason: "")]
        #expect(throws: Refusal.conflict("One level still has no reason. Say why before the other side sees it.")) {
            try evaluation.declaringReady(true, judgements: bare, by: permit)
        }
        let others = [Sample.judgement("a", .liaison, .level(3), reason: ""), Sample.judgement("b", .school, .left)]
        #expect(try evaluation.declaringReady(true, judgements: others, by: permit).isReady)
    }

    @Test func aSideThatJudgedNothingIsNotReady() {
        let evaluation = Sample.evaluation()
        #expect(throws: Refusal.self) {
            try evaluation.declaringReady(true, judgements: [], by: MayJudge(Sample.head, evaluation))
        }
    }

    @Test func aSideMayTakeItsWordBackUntilTheReveal() throws {
        let waiting = Sample.evaluation(ready: [.school])
        #expect(
            try !waiting.declaringReady(false, judgements: [], by: MayJudge(Sample.head, waiting)).isReady)
        let revealed = Sample.evaluation(ready: [.school, .liaison], revealed: true)
        #expect(throws: Refusal.self) {
            try revealed.declaringReady(false, judgements: [], by: MayJudge(Sample.head, revealed))
        }
    }

    @Test func leavingNeedsNoReasonAndALevelDoes() {
        #expect(Sample.judgement("a", .school, .left, reason: "").isComplete)
        #expect(!Sample.judgement("a", .school, .level(1), reason: "").isComplete)
        #expect(Sample.judgement("a", .school, .level(1)).isComplete)
        #expect(!Sample.judgement("a", .school, nil).isComplete)
    }
}
