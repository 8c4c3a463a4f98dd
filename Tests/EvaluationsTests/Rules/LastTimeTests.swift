import EvaluationRules
import Kernel
import Testing
import ToolRules

@Suite struct LastTimes {
    static let day = Day("2026-11-22")!

    static func last(
        _ verdicts: [Verdict?] = [.level(3)], _ likeness: Likeness = .same, levels: Int = 4
    ) -> LastTime {
        let round = Round(
            evaluation: Sample.evaluation().id, window: Window("Autumn term 2025", day - 400, day - 330),
            agreedOn: day - 380, words: (1...levels).map { "Level \($0)" })
        let ancestors = verdicts.map { verdict in
            LastTime.Ancestor(
                item: Sample.item("a"), number: "1.1", text: "Old words",
                agreement: verdict.map { Sample.agreement("a", $0) })
        }
        return LastTime(round: round, likeness: likeness, ancestors: ancestors)
    }

    func confirm(
        _ last: LastTime?, words: String = "", item: String = "a", _ evaluation: Evaluation = Sample.evaluation()
    ) throws -> JudgementRecorded {
        let input = StillTrueInput(item: Sample.item(item), words: words, version: 2)
        return try evaluation.confirming(input, last: last, on: Self.day, by: MayJudge(Sample.head, evaluation))
    }

    @Test func stillTrueTakesLastTimesLevelWithAReasonThatSaysSo() throws {
        let input = try confirm(Self.last(), words: "Seen again in Year 4.").input
        #expect(input.verdict == .level(3) && input.version == 2)
        #expect(
            input.reason
                == "Still true as of 22 November 2026, as agreed in Autumn term 2025.\nSeen again in Year 4.")
        #expect(try confirm(Self.last([.level(2)], .close)).input.verdict == .level(2))
    }

    @Test func pressingItAgainDoesNotSayItTwice() throws {
        let once = try confirm(Self.last(), words: "Seen again.").input.reason
        #expect(try confirm(Self.last(), words: once).input.reason == once)
        #expect(Self.last().isConfirmed(.level(3), once, of: 4))
        #expect(!Self.last().isConfirmed(.level(2), once, of: 4))
        #expect(!Self.last().isConfirmed(.level(3), "Judged anew", of: 4))
    }

    @Test(arguments: [
        nil, last([nil]), last([.left]), last([.level(3)], .partly), last([.level(3), .level(3)], .partly),
        last([.level(3)], levels: 5),
    ])
    func whatHadNoLevelOrIsAnotherStatementOrAnotherScaleWantsANewJudgement(last: LastTime?) {
        #expect(
            throws: Refusal.conflict("Last time gave this statement no level that could still be true. Judge it anew.")
        ) { try confirm(last) }
    }

    @Test func stillTrueObeysTheRulesOfEveryJudgement() {
        #expect(throws: Refusal.notFound) { try confirm(Self.last(), item: "z") }
        #expect(throws: Refusal.self) { try confirm(Self.last(), Sample.evaluation(revealed: true)) }
        let long = String(repeating: "x", count: JudgementInput.longestReason)
        let refusal = #expect(throws: Refusal.self) { try confirm(Self.last(), words: long) }
        #expect(refusal?.sentence.hasPrefix("Keep this within 10,000 characters; it has 10,0") == true)
    }

    @Test func onlyWhatWasLeftComesBackAsLeft() {
        #expect(Self.last([.left]).isLeft && Self.last([.level(1), .left], .partly).isLeft)
        #expect(!Self.last([.level(1)]).isLeft && !Self.last([nil]).isLeft)
    }
}
