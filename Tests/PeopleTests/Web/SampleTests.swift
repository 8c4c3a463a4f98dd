import Foundation
import Jobs
import Markup
import People
import Site
import Testing

@Suite struct SampleTests {
    @Test func everySampleIsDrawnAndNothingHostileBreaksOut() {
        let samples = peopleFeature(mail: Mail(folder: nil)).samples
        #expect(samples.count >= 15)
        for sample in samples {
            let text = sample.html().text
            #expect(text.contains("<") && !text.contains("<b>Mallory</b>"), "\(sample.group): \(sample.name)")
        }
    }

    @Test func noPageHasTheSameIDTwice() {
        for sample in peopleFeature(mail: Mail(folder: nil)).samples {
            let ids = sample.html().text.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(Set(ids).count == ids.count, "\(sample.group): \(sample.name)")
        }
    }
}
