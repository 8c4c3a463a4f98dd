import Foundation
import Testing
import ToolRules

/// Each fault, made by breaking a tool that is in order.
@Suite struct ToolFaultTests {
    @Test func findsNothingWrongWithATool() {
        #expect(faults(of: readingTool) == [])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let fault: String
        var testDescription: String { "\(old) → \(new)" }

        init(_ old: String, _ new: String, _ fault: String) { (self.old, self.new, self.fault) = (old, new, fault) }
    }

    static let head = [
        Case(
            "area: Curriculum", "aria: Curriculum",
            "4: aria: “aria” does not belong here. What does: tool, version, "
                + "name, area, purpose, judged-for, licence, follows, scale, aspects."),
        Case("licence: MIT\n", "", "1: “licence” is missing."),
        Case("name: Reading at home", "name:", "3: name: There should be text here."),
        Case("name: Reading at home", "name: \"  \"", "3: name: There should be words here."),
        Case("name: Reading at home", "name: [a, b]", "3: name: There should be text here."),
        Case(
            "tool: reading", "tool: Reading",
            "1: tool: “Reading” is not a key: use at most 40 lower-case letters, "
                + "digits and hyphens."),
        Case("tool: reading", "tool: writing", "1: tool: “writing” is not the name of the file's folder."),
        Case("version: 2026-1", "version: 2026-2", "2: version: “2026-2” is not the name of the file."),
        Case(
            "version: 2026-1", "version: one",
            "2: version: “one” is not a version, such as 2026-1: the year and a "
                + "number."),
        Case("[school]", "[trust]", "7: judged-for 1: “trust” is not known here. It can be: department, school."),
        Case("[school]", "[school, school]", "7: judged-for 2: “school” is here twice."),
        Case("[school]", "[]", "7: judged-for: There should be 1 to 2 here, and there are 0."),
        Case("[school]", "school", "7: judged-for: There should be a list here."),
    ]

    static let body = [
        Case("{level: some,", "{level: not-yet,", "11: scale 2: “not-yet” is already used in this file."),
        Case(
            "level: some, name: In places", "level: some, names: In places",
            "11: scale 2, names: “names” does not "
                + "belong here. What does: level, name, means."),
        Case("- aspect: families", "- aspect: books", "39: aspects 2: “books” is already used in this file."),
        Case(
            "- statement: changed", "- statement: matched",
            "34: aspects 1, statements 2: “matched” is already used "
                + "in this file."),
        Case(
            "- part: shown-early", "- part: matched",
            "49: aspects 2, statements 1, parts 1: “matched” is already "
                + "used in this file."),
        Case(
            "families know how to help?", "families help.",
            "41: aspects 2, question: A question ends with a question "
                + "mark."),
        Case(
            "kind: staff-voice", "kind: rumour",
            "38: aspects 1, statements 2, evidence 1, kind: “rumour” is not known "
                + "here. It can be: lesson-visit, book-look, student-voice, staff-voice, parent-voice, data, "
                + "planning-document, improvement-plan, meeting, policy."),
        Case(
            "[{kind: staff-voice, from: A phase meeting.}]", "[]",
            "38: aspects 1, statements 2, evidence: There "
                + "should be at least 1 here, and there are 0."),
        Case(
            "[A basket by the door., A child says when it was changed.]", "[A basket by the door.]",
            "37: aspects 1, "
                + "statements 2, looks-like: There should be 2 to 4 here, and there is 1."),
        Case(
            "guidance: Ask who changes them and when.", "guidance: >-",
            "36: aspects 1, statements 2, guidance: There "
                + "should be words here."),
        Case(
            "with: [nursery]", "with: [pool]",
            "30: aspects 1, statements 1, applies, with 1: “pool” is not known here. "
                + "It can be: nursery, sixth-form."),
        Case(
            "[primary, all-through]", "[upper]",
            "30: aspects 1, statements 1, applies, phases 1: “upper” is not known "
                + "here. It can be: nursery, primary, secondary, all-through, special, post-16."),
        Case(
            "applies: {phases: [primary, all-through], with: [nursery]}", "applies: {}",
            "30: aspects 1, statements 1, "
                + "applies: “applies” should say phases, with, or both; leave it out when it applies everywhere."),
        Case(
            "- {level: secure, case: Eleven", "- {level: great, case: Eleven",
            "33: aspects 1, statements 1, examples "
                + "2, level: “great” is not a level of this tool's scale: not-yet, some, secure."),
        Case(
            "- {level: secure, case: Eleven", "- {level: not-yet, case: Eleven",
            "32: aspects 1, statements 1, "
                + "examples: Examples only teach by contrast: show at least two levels."),
        Case(
            "- {level: not-yet, case: Books", "- {level: secure, case: Books",
            "32: aspects 1, statements 1, "
                + "examples: Examples only teach by contrast: show at least two levels."),
        Case(
            "because: True across classes.", "why: True across classes.",
            "33: aspects 1, statements 1, examples 2: "
                + "“because” is missing."),
    ]

    @Test(arguments: head) func namesWhatIsWrongInTheHead(_ broken: Case) {
        #expect(faults(of: reading(replacing: broken.old, by: broken.new)).contains(broken.fault))
    }

    @Test(arguments: body) func namesWhatIsWrongBelow(_ broken: Case) {
        #expect(faults(of: reading(replacing: broken.old, by: broken.new)).contains(broken.fault))
    }

    @Test func refusesOnePartAlone() throws {
        let range = try #require(readingTool.range(of: "- part: shown-again"))
        #expect(
            faults(of: String(readingTool[..<range.lowerBound])) == [
                "49: aspects 2, statements 1, parts: There should be 2 to 26 here, and there is 1."
            ])
    }

    @Test func refusesExamplesOutOfOrder() {
        let yaml = reading(replacing: "level: not-yet, case", by: "level: some, case")
            .replacing("level: secure, case", with: "level: not-yet, case")
        #expect(
            faults(of: yaml) == [
                "32: aspects 1, statements 1, examples: Examples stand in the order of their levels, least first."
            ])
    }

    @Test func refusesScalesOfOneLevelAndOfEight() {
        let one = "scale:\n  - {level: a, name: A, means: B.}\n"
        let eight = "scale:\n" + "abcdefgh".map { "  - {level: \($0), name: A, means: B.}\n" }.joined()
        #expect(faults(of: one).contains("2: scale: There should be 2 to 7 here, and there is 1."))
        #expect(faults(of: eight).contains("2: scale: There should be 2 to 7 here, and there are 8."))
    }

    @Test func namesEveryFaultOfAFileAtOnceInItsOrder() {
        let yaml = reading(replacing: "name: Reading at home", by: "name:")
            .replacing("kind: policy", with: "kind: gossip").replacing("licence: MIT\n", with: "")
        let found = faults(of: yaml)
        #expect(found.count == 3)
        #expect(found.map { $0.prefix(2) } == ["1:", "3:", "57"])
    }

    @Test func namesAWrongFolderBesideOtherFaults() {
        let found = faults(
            of: reading(
                replacing: "tool: reading\nversion: 2026-1\nname: Reading at home",
                by: """
                    tool: other
                    version: 2026-2
                    name:
                    """))
        #expect(
            found == [
                "1: tool: “other” is not the name of the file's folder.",
                "2: version: “2026-2” is not the name of the file.", "3: name: There should be text here.",
            ])
    }

    @Test func refusesAListWhereTheToolShouldBe() {
        #expect(faults(of: "- a\n- b\n") == ["1: There should be names with values here."])
    }
}
