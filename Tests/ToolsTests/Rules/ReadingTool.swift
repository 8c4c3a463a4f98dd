import Foundation
import ToolRules
import Tools

/// A small tool that is in order; tests break it in one place each.
let readingTool = """
    tool: reading
    version: 2026-1
    name: Reading at home
    area: Curriculum
    purpose: >-
      Helps a school to see whether children read between one school day and the next.
    judged-for: [school]
    licence: MIT
    scale:
      - {level: not-yet, name: Not yet, means: We could not say what happens.}
      - {level: some, name: In places, means: True in some classes.}
      - {level: secure, name: Secure, means: True in every year group.}
    aspects:
      - aspect: books
        name: Books that go home
        question: Does every child take the right book home?
        statements:
          - statement: matched
            text: Each child takes home a book that can be read aloud without guessing.
            guidance: >-
              Listen to children and not to the record.

              A second book is no substitute.
            looks-like:
              - Three children from each class read with few stumbles.
              - Books are changed when they are fluent.
            evidence:
              - {kind: student-voice, from: Reading with children each week.}
              - {kind: data, from: The reading record.}
            applies: {phases: [primary, all-through], with: [nursery]}
            examples:
              - {level: not-yet, case: Books are chosen by colour., because: The child cannot read the book.}
              - {level: secure, case: Eleven of twelve read fluently., because: True across classes.}
          - statement: changed
            text: Books are changed as soon as they are read.
            guidance: Ask who changes them and when.
            looks-like: [A basket by the door., A child says when it was changed.]
            evidence: [{kind: staff-voice, from: A phase meeting.}]
      - aspect: families
        name: Families
        question: Do families know how to help?
        statements:
          - statement: shown
            text: Families were shown how to read with a child.
            guidance: Shown is more than told.
            looks-like: [A lesson was open to families., A short film shows how.]
            evidence: [{kind: parent-voice, from: The autumn questionnaire.}]
            parts:
              - part: shown-early
                text: Families of the youngest were shown in the first half term.
                guidance: Count who came.
                looks-like: [A date in the calendar., A list of who was reached.]
                evidence: [{kind: meeting, from: The welcome evening.}]
              - part: shown-again
                text: Whoever missed it was shown another time.
                guidance: Look for the second chance.
                looks-like: [A second date., A note home.]
                evidence: [{kind: policy, from: The reading policy.}]

    """

/// Such as `reading(replacing: "data", by: "date")`; the first place alone is changed.
func reading(replacing old: String, by new: String) -> String {
    guard let range = readingTool.range(of: old) else { preconditionFailure("no “\(old)” in the tool") }
    return readingTool.replacingCharacters(in: range, with: new)
}

/// The version, or its faults as lines.
func read(_ yaml: String, path: String = "Catalogue/tools/reading/2026-1.yaml") throws -> ToolFile {
    try ToolFile(try readTree(yaml, path: path), path: path)
}

/// What is wrong with `yaml`, without the path in front: `12: aspects 1, name: There should be words here.`
func faults(of yaml: String, path: String = "Catalogue/tools/reading/2026-1.yaml") -> [String] {
    do {
        _ = try read(yaml, path: path)
        return []
    } catch let faults as CatalogueFaults {
        return faults.all.map { String($0.description.dropFirst(path.count + 1)) }
    } catch {
        return ["\(error)"]
    }
}
