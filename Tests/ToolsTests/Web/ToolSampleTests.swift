import Markup
import Site
import Testing
import Tools

@Suite struct ToolSampleTests {
    func html(_ name: String) throws -> String {
        try #require(toolSamples.first { $0.name == name }, "there is no sample “\(name)”").html().text
    }

    @Test func everySampleIsDrawn() {
        #expect(
            toolSamples.map(\.name) == [
                "No tool yet", "A library", "Tool: everything a statement can have",
                "Tool: an older version, with hostile words",
            ])
        #expect(toolSamples.allSatisfy { !$0.html().isEmpty })
    }

    @Test func saysWhatBelongsIntoAnEmptyLibrary() throws {
        #expect(try html("No tool yet").contains("This trust has no tools yet."))
    }

    @Test func listsToolsWithPurposeAreaAndSize() throws {
        let library = try html("A library")
        #expect(library.contains("<a href=\"/tools/asking/2026-1\">Asking in lessons</a>"))
        #expect(library.contains("Teaching · 3 statements · for departments and schools · version 2026-1"))
        #expect(library.contains("Helps a department to see"))
    }

    @Test func givesEveryStatementAndPartAnAnchorThatItsNumberLinksTo() throws {
        let page = try html("Tool: everything a statement can have")
        for (key, number) in [("wait", "1.1"), ("depth", "1.2"), ("depth-why", "1.2 a"), ("depth-other", "1.2 b")] {
            #expect(page.contains(" id=\"\(key)\""))
            #expect(page.contains("<a class=\"soft\" href=\"#\(key)\">\(number)</a>"))
        }
    }

    @Test func showsTheScaleTheGuidanceAndTheEvidence() throws {
        let page = try html("Tool: everything a statement can have")
        #expect(page.contains("<dt>3 Always</dt><dd>Pupils expect it and would miss it.</dd>"))
        #expect(page.contains("<p>Counting aloud is not waiting.</p>"))
        #expect(page.contains("<li>Pupils write before anybody speaks.</li>"))
        #expect(page.contains("<strong>Lesson visit</strong>: Any visit. Count the seconds three times."))
        #expect(page.contains("Only for secondary or post-16 schools with a sixth form."))
        #expect(page.contains("This statement is judged part by part."))
        #expect(page.contains("href=\"/tools/asking/2026-1.yaml\""))
    }

    @Test func keepsExamplesClosedUntilTheReaderHasJudged() throws {
        let page = try html("Tool: everything a statement can have")
        #expect(page.contains("<details><summary>2 worked examples</summary>"))
        #expect(page.contains("No pupil can know who will be asked."))
    }

    @Test func tellsWhetherThereIsANewerVersion() throws {
        #expect(try html("Tool: everything a statement can have").contains("2026-1, the newest"))
        let older = try html("Tool: an older version, with hostile words")
        #expect(older.contains("which <a href=\"/tools/asking/2027-1\">2027-1</a> has followed"))
        #expect(
            older.contains("before it <a href=\"/tools/asking/2025-2\">2025-2</a>, <a href=\"/tools/asking/2025-1\">"))
    }

    @Test func neverLetsTheWordsOfAToolBecomeMarkup() {
        let all = toolSamples.map { $0.html().text }.joined()
        #expect(!all.contains("<script"))
        #expect(all.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;"))
    }
}
