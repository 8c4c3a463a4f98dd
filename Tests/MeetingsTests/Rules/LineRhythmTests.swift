import MeetingRules
import Testing

struct LineRhythmTests {
    @Test func everyRhythmHasWordsOfItsOwn() {
        #expect(Set(LineRhythm.allCases.map(\.name)).count == LineRhythm.allCases.count)
    }
}
