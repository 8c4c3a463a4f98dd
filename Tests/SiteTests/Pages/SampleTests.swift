import Foundation
import Markup
import Site
import Testing

/// Held for every sample, so for every component in every state that we thought of.
@Suite struct SampleTests {
    @Test(arguments: componentSamples.indices)
    func nothingIsInline(_ index: Int) {
        let text = tags(index).replacing(/"[^"]*"/, with: "\"\"")
        #expect(!text.contains(/<[^>]*\sstyle=/))
        #expect(!text.contains(/<[^>]*\son[a-z]+=/))
        #expect(!text.contains("<script"))
        #expect(!text.contains("<style"))
    }

    @Test(arguments: componentSamples.indices)
    func everyIDIsThereOnceAndEveryReferenceFindsIts(_ index: Int) {
        let text = tags(index)
        let ids = text.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "\(ids)")
        let described = text.matches(of: /\saria-describedby="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
        let labelled = text.matches(of: /\sfor="([^"]*)"/).map(\.1)
        for reference in described + labelled { #expect(ids.contains(String(reference)), "\(reference)") }
    }

    @Test(arguments: componentSamples.indices)
    func everyControlHasAName(_ index: Int) throws {
        let text = tags(index)
        let labelled = Set(text.matches(of: /\sfor="([^"]*)"/).map { String($0.1) })
        for control in text.matches(of: /<(?:input|select|textarea)[^>]*>/) {
            if control.output.contains("type=\"hidden\"") || control.output.contains("data-key=") { continue }
            let id = try #require(control.output.firstMatch(of: /\sid="([^"]*)"/), "\(control.output)")
            #expect(labelled.contains(String(id.1)))
        }
    }

    @Test(arguments: componentSamples.indices)
    func everyPictureHasWordsOrIsOnlyAnOrnament(_ index: Int) {
        for picture in tags(index).matches(of: /<svg[^>]*>/) {
            #expect(picture.output.contains("aria-hidden=\"true\"") || picture.output.contains("aria-label="))
        }
    }

    @Test(arguments: componentSamples.indices)
    func everyClassIsKnownToTheStyleSheet(_ index: Int) throws {
        let sheet = try StyleSheet.termwise()
        let classes = tags(index).matches(of: /\sclass="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
        for name in Set(classes) where !StyleSheet.plain.contains(String(name)) {
            let isKnown = sheet.text.contains(".\(name)")
            #expect(isKnown, "\(name)")
        }
    }

    @Test func theGalleryShowsEverySample() {
        let body = galleryPage(componentSamples).body.text
        for sample in componentSamples { #expect(body.contains("<h3>\(sample.name)</h3>"), "\(sample.name)") }
    }

    private func tags(_ index: Int) -> String { componentSamples[index].html().text }
}
