import Markup
import Plans
import Site
import Testing

@Suite struct CheckSamplesTests {
    @Test func thereAreSamplesOfEveryPage() { #expect(samples.count >= 17) }

    @Test func everySampleDrawsAndNoneLetsMarkupThrough() {
        for sample in samples {
            let text = sample.html().text
            #expect(!text.isEmpty && !text.contains("<script>"), "\(sample.name)")
        }
    }

    private var samples: [Sample] { plansFeature.samples.filter { $0.group == "Checks" } }
}
