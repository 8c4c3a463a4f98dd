import EvaluationRules
import Kernel
import Testing

@Suite struct Agreeing {
    let both: Set<Side> = [.school, .liaison]

    @Test(arguments: [Set<Side>(), [.school], [.liaison]])
    func nothingIsRevealedBeforeBothSidesAreReady(ready: Set<Side>) {
        let evaluation = Sample.evaluation(ready: ready)
        #expect(throws: Refusal.self) { try evaluation.revealing([], by: MayJudge(Sample.head, evaluation)) }
    }

    @Test func revealAgreesWhatBothJudgedTheSameAndNothingElse() throws {
        let evaluation = Sample.evaluation(ready: both)
        let judgements = [
            Sample.judgement("a", .school, .level(3)), Sample.judgement("a", .liaison, .level(3)),
            Sample.judgement("b", .school, .left), Sample.judgement("b", .liaison, .left),
            Sample.judgement("c", .school, .level(2)), Sample.judgement("c", .liaison, .level(4)),
        ]
        let change = try evaluation.revealing(judgements, by: MayJudge(Sample.liaison, evaluation))
        #expect(change.agreed.map(\.item) == ["a", "b"].map(Sample.item))
        #expect(change.agreed.map(\.verdict) == [.level(3), .left])
    }

    @Test func revealHappensOnce() {
        let evaluation = Sample.evaluation(ready: both, revealed: true)
        #expect(throws: Refusal.self) { try evaluation.revealing([], by: MayJudge(Sample.head, evaluation)) }
    }

    @Test func anAgreementWantsALevelAndWhatMovedIt() {
        let evaluation = Sample.evaluation(ready: both, revealed: true)
        let empty = AgreementInput(item: Sample.item("a"), verdict: nil, basis: nil, words: "", version: 0)
        #expect(
            throws: Refusal.invalid(
                FieldErrors([
                    ("level", "Choose the level you agreed, or leave it until next time."),
                    ("basis", "Say what moved it."),
                ]))
        ) { try evaluation.agreeing(empty, by: MayJudge(Sample.head, evaluation)) }
    }

    @Test func nothingIsAgreedBeforeTheRevealOrAfterTheFinish() {
        let input = AgreementInput(
            item: Sample.item("a"), verdict: .level(2), basis: .evidenceSeen, words: "", version: 0)
        for evaluation in [
            Sample.evaluation(ready: both), Sample.evaluation(ready: both, revealed: true, signed: both),
        ] {
            #expect(throws: Refusal.self) { try evaluation.agreeing(input, by: MayJudge(Sample.head, evaluation)) }
        }
    }

    @Test func changingAnAgreementVoidsTheNamesPutToIt() throws {
        let evaluation = Sample.evaluation(ready: both, revealed: true, signed: [.school])
        let input = AgreementInput(
            item: Sample.item("a"), verdict: .level(2), basis: .newInformation, words: "", version: 1)
        #expect(try evaluation.agreeing(input, by: MayJudge(Sample.liaison, evaluation)).voidsSignatures)
    }

    @Test func aDifferingStatementKeepsItFromBeingSigned() throws {
        let evaluation = Sample.evaluation(ready: both, revealed: true)
        let judgements = [Sample.judgement("a", .school, .level(3)), Sample.judgement("b", .liaison, .level(1))]
        let permit = try MayJudge(Sample.head, evaluation)
        #expect(throws: Refusal.conflict("One statement is still to be agreed.")) {
            try evaluation.signing(
                judgements: judgements, agreements: [Sample.agreement("a", .level(3))], by: permit)
        }
        let agreements = [Sample.agreement("a", .level(3)), Sample.agreement("b", .left)]
        #expect(try !evaluation.signing(judgements: judgements, agreements: agreements, by: permit).finishes)
    }

    @Test func theSecondNameFinishes() throws {
        let evaluation = Sample.evaluation(ready: both, revealed: true, signed: [.school])
        #expect(
            try evaluation.signing(judgements: [], agreements: [], by: MayJudge(Sample.liaison, evaluation)).finishes)
        #expect(throws: Refusal.self) {
            try evaluation.signing(judgements: [], agreements: [], by: MayJudge(Sample.head, evaluation))
        }
    }

    @Test func reopeningIsADecisionWithAReasonAboutWhatIsFinished() throws {
        let finished = Sample.evaluation(ready: both, revealed: true, signed: both)
        let permit = try MayReopen(Sample.liaison, finished)
        #expect(throws: Refusal.invalid("reason", "Say why it has to be opened again.")) {
            try finished.reopening(because: "", by: permit)
        }
        #expect(try finished.reopening(because: "New moderation", by: permit).reason == "New moderation")
        let open = Sample.evaluation(ready: both, revealed: true)
        #expect(throws: Refusal.self) { try open.reopening(because: "x", by: MayReopen(Sample.liaison, open)) }
    }
}

@Suite struct Tallies {
    @Test func aTallyCountsEveryStatementOnce() {
        let tally = Tally([.level(1), .level(3), .left, nil, .level(3)], levels: 4)
        #expect(tally.counts == [1, 0, 2, 0])
        #expect(tally.left == 1 && tally.notJudged == 1)
        #expect(tally.statements == 5 && tally.judged == 3)
    }

    @Test func theMedianOfAnEvenNumberIsTheLowerOne() {
        #expect(Tally([.level(2), .level(3)], levels: 4).median == 2)
        #expect(Tally([.level(2), .level(3), .level(3)], levels: 4).median == 3)
        #expect(Tally([nil, .left], levels: 4).median == nil)
    }

    @Test func addingTalliesAddsEachLevel() {
        let sum = Tally([.level(1), nil], levels: 2) + Tally([.level(4), .left], levels: 4)
        #expect(sum == Tally(counts: [1, 0, 0, 1], left: 1, notJudged: 1))
        #expect(sum.range == 1...4)
    }

    @Test func aLevelOutsideTheScaleIsNotJudged() {
        #expect(Tally([.level(9)], levels: 4).notJudged == 1)
    }

    @Test func progressCountsALevelOnlyWithItsReason() {
        #expect(Progress(of: Sample.judgement("a", .school, .level(2), reason: "")).done == 0)
        #expect(Progress(of: Sample.judgement("a", .school, .level(2))) == Progress(judged: 1))
        #expect(Progress(of: Sample.judgement("a", .school, .left, reason: "")) == Progress(left: 1))
        #expect(Progress(of: nil) == Progress())
        let moved = Progress(judged: 3) + Progress(left: 1) - Progress(judged: 1)
        #expect(moved == Progress(judged: 2, left: 1))
    }
}
