import Markup
import Site
import Testing

@testable import Plans

@Suite struct PlanSamples {
    @Test func thereAreSamplesOfEveryPage() { #expect(planSamples.count >= 16) }

    @Test(arguments: planSamples.indices) func everySampleDrawsAndNoneLetsMarkupThrough(index: Int) {
        let text = planSamples[index].html().text
        #expect(!text.isEmpty && !text.contains("<script>"))
    }
}
