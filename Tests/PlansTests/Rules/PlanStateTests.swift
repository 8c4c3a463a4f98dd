import PlanRules
import Testing

struct PlanStateTests {
    @Test func onlyADraftIsWrittenAndOnlyPlansAtWorkAreChecked() {
        #expect(PlanState.allCases.filter(\.isWritable) == [.draft])
        #expect(PlanState.allCases.filter(\.isAtWork) == [.live, .maintained])
        #expect(PlanState.allCases.filter { !$0.isPublished } == [.draft, .discarded, .submitted])
    }
}
