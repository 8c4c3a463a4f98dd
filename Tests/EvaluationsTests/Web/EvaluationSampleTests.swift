import Markup
import Site
import Testing
import ToolRules
import Tools

@testable import Evaluations

@Suite struct EvaluationSamples {
    @Test func theSamplesToolIsOneAndItsPagesAreInTheGallery() throws {
        let (key, version) = (try #require(ToolKey("asking")), try #require(VersionName("2026-1")))
        _ = try PublishedTool.reading(sampleTool, tool: key, version: version)
        #expect(evaluationSamples.count >= 17 && movementSamples.count >= 7)
    }

    @Test func everySampleDrawsAndNoneLetsMarkupThrough() {
        for sample in evaluationSamples + movementSamples {
            let text = sample.html().text
            #expect(!text.isEmpty && !text.contains("<script>"), "\(sample.name)")
        }
    }
}
