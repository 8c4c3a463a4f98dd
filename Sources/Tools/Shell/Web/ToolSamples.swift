import Markup
package import Site
import ToolRules

/// The pages of tools with little, with everything, and with words that try to break out.
package let toolSamples: [Sample] =
    [
        Sample("Tools", "No tool yet") { ToolLibraryPage(tools: []).page.body },
        Sample("Tools", "A library") { ToolLibraryPage(tools: samples.map(\.row)).page.body },
    ]
    + samples.map { sample in Sample("Tools", "Tool: \(sample.title)") { ToolPage(edition: sample.edition).page.body } }

private struct ToolSample: Sendable {
    let title: String
    let edition: ToolEdition

    /// - Returns: nil when the sample is not a tool, which a test would notice.
    init?(_ title: String, _ yaml: String, versions: [String]) {
        guard let tool = ToolKey("asking"), let version = VersionName("2026-1"),
            let published = try? PublishedTool.reading(yaml, tool: tool, version: version)
        else { return nil }
        self.title = title
        edition = ToolEdition(published: published, versions: versions.compactMap { VersionName($0) })
    }

    var row: ToolVersionRow {
        let tool = edition.published.version
        return ToolVersionRow(
            id: edition.published.id, tool: tool.tool, version: tool.version, name: tool.name, area: tool.area,
            purpose: tool.purpose, judgedFor: tool.judgedFor, judgedItems: tool.judgedItems.count,
            hash: edition.published.hash)
    }
}

private let samples = [
    ToolSample("everything a statement can have", askingTool, versions: ["2026-1"]),
    ToolSample(
        "an older version, with hostile words",
        askingTool.replacing("Asking in lessons", with: #""<script>alert(1)</script> & \"co\"""#),
        versions: ["2027-1", "2026-1", "2025-2", "2025-1"]),
].compactMap(\.self)

private let askingTool = """
    tool: asking
    version: 2026-1
    name: Asking in lessons
    area: Teaching
    purpose: Helps a department to see whether its questions make all pupils think, or only those who like to answer.
    judged-for: [department, school]
    licence: MIT
    scale:
      - {level: rarely, name: Rarely, means: It happens when somebody watches.}
      - {level: often, name: Often, means: It happens in most lessons. We know in which it does not.}
      - {level: always, name: Always, means: Pupils expect it and would miss it.}
    aspects:
      - aspect: everybody
        name: Everybody thinks
        question: Who did the thinking in the last ten minutes?
        statements:
          - statement: wait
            text: A question is followed by silence long enough for everybody to find an answer.
            guidance: >-
              Three seconds feel long to a teacher and short to a pupil.

              Counting aloud is not waiting.
            looks-like:
              - Pupils write before anybody speaks.
              - The teacher names who answers after the silence.
            evidence:
              - {kind: lesson-visit, from: Any visit. Count the seconds three times.}
              - {kind: student-voice, from: Form-time conversations. Ask what happens when they do not know yet.}
            applies: {phases: [secondary, post-16], with: [sixth-form]}
            examples:
              - level: rarely
                case: Hands go up at once and one of three pupils answers.
                because: The rest of the class has nothing to do.
              - level: always
                case: Everybody writes, and the name comes out of a pot.
                because: No pupil can know who will be asked.
          - statement: depth
            text: Questions go on after the first right answer.
            guidance: A right answer can be a lucky one.
            looks-like: [“Why?” follows “yes”., A second pupil is asked to improve the answer.]
            evidence: [{kind: meeting, from: Planning together. Look for questions that were prepared.}]
            parts:
              - part: depth-why
                text: Pupils are asked for reasons.
                guidance: Listen for because.
                looks-like: [Answers are longer than three words., A reason is asked for even when the answer is right.]
                evidence: [{kind: book-look, from: Margins and drafts.}]
              - part: depth-other
                text: Pupils are asked what others meant.
                guidance: To repeat is not to explain.
                looks-like: [Pupils quote each other., The teacher waits for the class to judge.]
                evidence: [{kind: lesson-visit, from: The last part of a discussion.}]

    """
