import Testing
import ToolRules
import Tools

/// Mistakes in the notation itself, and what YAML allows but a tool does not.
@Suite struct YAMLTests {
    func fault(_ yaml: String) -> String? {
        do {
            _ = try readTree(yaml, path: "t.yaml")
            return nil
        } catch { return error.description }
    }

    @Test func keepsWordsThatYAMLWouldTakeForSomethingElse() throws {
        let tree = try readTree("a: no\nb: 2026-1\nc: 1.0\nd:\ne: \"\"\n", path: "t.yaml")
        guard case .fields(let fields) = tree.content else {
            Issue.record("no fields")
            return
        }
        #expect(fields.map(\.value.content) == [.text("no"), .text("2026-1"), .text("1.0"), .nothing, .text("")])
        #expect(fields.map(\.line) == [1, 2, 3, 4, 5])
    }

    @Test func saysWhereTheNotationIsWrong() {
        #expect(fault("a: 1\nb: [1, 2\nc: 3\n")?.hasPrefix("t.yaml:3: This is not YAML: ") == true)
        #expect(fault("a: 1\n\tb: 2\n")?.hasPrefix("t.yaml:2: This is not YAML: ") == true)
        #expect(fault("a: x: y\n")?.hasPrefix("t.yaml:1: This is not YAML: ") == true)
    }

    @Test func refusesANameTwice() {
        #expect(fault("a: 1\nb: 2\na: 3\n") == "t.yaml:1: “a” is here twice.")
    }

    @Test func refusesNamesForParts() {
        let sentence = "Names for parts of the file (&name, *name) are not used here."
        #expect(fault("a: &x [1]\nb: *x\n") == "t.yaml:1: \(sentence)")
        let bomb =
            "a: &a [x, x]\n"
            + "bcdefghijklmnopqrstuvwxyz".reduce(("", "a" as Character)) { text, letter in
                (text.0 + "\(letter): &\(letter) [*\(text.1), *\(text.1)]\n", letter)
            }.0
        #expect(fault(bomb) == "t.yaml:1: \(sentence)")
    }

    @Test func refusesAnEmptyFileTwoDocumentsAndNamesThatAreLists() {
        #expect(fault("") == "t.yaml:1: The file is empty.")
        #expect(fault("# only a note\n") == "t.yaml:1: The file is empty.")
        #expect(fault("a: 1\n---\nb: 2\n")?.hasPrefix("t.yaml:2: This is not YAML: ") == true)
        #expect(fault("? [a, b]\n: c\n") == "t.yaml:1: A name should be one word.")
    }

    @Test func refusesCharactersThatAreNotText() {
        #expect(fault("a: \u{1}\n")?.hasPrefix("t.yaml: This is not text: ") == true)
    }
}
