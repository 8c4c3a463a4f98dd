import Markup
import Testing

@Suite struct ToneTests {
    @Test(arguments: 2...7)
    func everyScaleRunsFromThePalestToTheDeepest(_ count: Int) {
        let tones = LevelMark.scale((1...count).map { "Level \($0)" }).map(\.tone)
        #expect(tones.first == 1)
        #expect(tones.last == Tone.steps)
        #expect(zip(tones, tones.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func aMeanStandsBetweenItsNeighbours() {
        #expect(Tone.step(2.5, of: 4) == 4)
        #expect(Tone.step(0, of: 4) == 1)
        #expect(Tone.step(9, of: 4) == 7)
        #expect(Tone.step(1, of: 1) == 7)
    }

    @Test func aSpreadSaysEverythingThatIsThereAndNothingElse() {
        let levels = LevelMark.scale(["Not yet", "Secure"])
        let spread = Spread([.init(levels[0], 0), .init(levels[1], 4)], notJudged: 2, left: 1)
        #expect(spread.words == "4 Secure, 1 left until next time, 2 not judged")
        #expect(spread.total == 7)
        #expect(Spread([], notJudged: 0).words == "No statements")
    }
}
