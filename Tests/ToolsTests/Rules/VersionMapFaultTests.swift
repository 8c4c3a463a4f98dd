import Testing
import ToolRules

/// Each way in which a version can fail to account for the one before.
@Suite struct VersionMapFaultTests {
    let first = edition("2026-1", ["a", "b", "c"])

    /// What is wrong with a second version of statements `keys` whose map has these lines.
    func faults(
        _ keys: [String], _ statements: String, retired: String = "", parts: [String: [String]] = [:],
        changed: [String: String] = [:]
    ) -> [String] {
        let follows =
            "version: 2026-1\n  statements: {\(statements)}" + (retired.isEmpty ? "" : "\n  retired: [\(retired)]")
        return faults([first, edition("2026-2", keys, parts: parts, follows: follows, changed: changed)])
    }

    /// Without path and line, which other tests look at.
    func faults(_ editions: [SumsEdition]) -> [String] {
        do {
            _ = try Tool(try editions.map { try $0.file() })
            return []
        } catch let faults as CatalogueFaults {
            return faults.all.map { $0.place.isEmpty ? $0.sentence : "\($0.place): \($0.sentence)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func acceptsACompleteMap() {
        #expect(faults(["a", "b"], "a: same, b: same", retired: "c") == [])
    }

    @Test func wantsEveryStatementOfItsOwnFile() {
        let sentence =
            "follows, statements: “b” is not in the list: say whether it is same, reworded, split, merged or new."
        #expect(faults(["a", "b"], "a: same", retired: "c") == [sentence])
    }

    @Test func refusesWhatIsNotInItsOwnFile() {
        let place = "follows, statements, z"
        #expect(
            faults(["a", "b", "c"], "a: same, b: same, c: same, z: new") == [
                "\(place): “z” is not a statement or part of this file."
            ])
    }

    @Test func refusesToRetireWhatIsStillThere() {
        #expect(
            faults(["a", "b", "c"], "a: same, b: same, c: same", retired: "c") == [
                "follows, retired: “c” is retired, and yet this file has it."
            ])
    }

    @Test(arguments: [
        (
            "a: sam",
            "follows, statements, a: “sam” is not known here. It can be: same, reworded, new, {split: key}, "
                + "{merged: [key, key]}."
        ),
        ("a: {split: a, merged: [a, b]}", "follows, statements, a: There should be either split or merged here."),
        ("a: {}", "follows, statements, a: There should be either split or merged here."),
        ("a: {from: b}", "follows, statements, a, from: “from” does not belong here. What does: split, merged."),
        ("a: {merged: [b]}", "follows, statements, a, merged: There should be at least 2 here, and there is 1."),
        ("a: {merged: [b, b]}", "follows, statements, a, merged 2: “b” is here twice."),
        ("a: [same]", "follows, statements, a: There should be text here."),
        ("A: same", "follows, statements, A: “A” is not a key."),
    ]) func refusesOriginsThatAreNotOne(_ line: String, _ fault: String) {
        #expect(faults(["a", "b", "c"], "\(line), b: same, c: same").contains(fault))
    }

    @Test func wantsEveryOldStatementAccountedFor() {
        #expect(
            faults(["a", "b"], "a: same, b: same") == [
                "follows: “c” of 2026-1 is not accounted for: continue it or retire it."
            ])
    }

    @Test func refusesOriginsThatTheOldVersionLacks() {
        let found = faults(
            ["a", "b", "c", "d", "e", "f"], "a: same, b: same, c: same, d: same, e: {split: x}, f: {merged: [c, y]}")
        #expect(found.contains("follows, statements, d: “d” is not a statement or part of 2026-1."))
        #expect(found.contains("follows, statements, e: “x” is not a statement or part of 2026-1."))
        #expect(found.contains("follows, statements, f: “y” is not a statement or part of 2026-1."))
    }

    @Test func refusesToCallOtherWordsTheSame() {
        #expect(
            faults(["a", "b", "c"], "a: same, b: same, c: same", changed: ["b": "Other words."]) == [
                "follows, statements, b: The text of “b” is not that of 2026-1: say reworded."
            ])
    }

    @Test func refusesANewMeaningForAnOldKey() {
        let found = faults(["a", "b", "c"], "a: same, b: same, c: new")
        #expect(
            found.contains(
                "follows, statements, c: “c” was used by an earlier version: give what is new a key of its own."))
    }

    @Test func remembersKeysThatWereRetiredLongAgo() {
        let second = edition(
            "2026-2", ["a", "b"], follows: "version: 2026-1\n  statements: {a: same, b: same}\n  retired: [c]")
        let third = edition(
            "2026-3", ["a", "b", "c"], follows: "version: 2026-2\n  statements: {a: same, b: same, c: new}")
        #expect(
            faults([first, second, third]) == [
                "follows, statements, c: “c” was used by an earlier version: give what is new a key of its own."
            ])
    }

    @Test func refusesToRetireWhatWasNeverThere() {
        #expect(
            faults(["a", "b", "c"], "a: same, b: same, c: same", retired: "z") == [
                "follows, retired: “z” is not a statement or part of 2026-1."
            ])
    }

    @Test func letsAnOldStatementBecomeOneThingOnly() {
        let sentence = { (ways: String) in "follows: “c” of 2026-1 is \(ways): it can only become one thing." }
        #expect(
            faults(["a", "b", "c", "d", "e"], "a: same, b: same, c: same, d: {split: c}, e: {split: c}") == [
                sentence("continued under its own key and split")
            ])
        #expect(
            faults(["a", "d", "e"], "a: same, d: {merged: [b, c]}, e: {split: c}", retired: "").contains(
                sentence("split and merged into “d”")))
        #expect(
            faults(["a", "d", "e"], "a: same, d: {merged: [b, c]}, e: {merged: [b, c]}").contains(
                sentence("merged into “d” and merged into “e”")))
        #expect(
            faults(["a", "d", "e", "f"], "a: same, d: {split: b}, e: {split: b}, f: new", retired: "b, c").contains(
                "follows: “b” of 2026-1 is split and retired: it can only become one thing."))
    }

    @Test func refusesASplitIntoOne() {
        #expect(
            faults(["a", "b", "d"], "a: same, b: same, d: {split: c}") == [
                "follows: “c” of 2026-1 is split into one: say what else it became, or say reworded."
            ])
    }

    @Test func wantsAMapFromTheSecondVersionOn() {
        #expect(
            faults([first, edition("2026-2", ["a", "b", "c"])]) == [
                "“follows” is missing: there are earlier versions, so say what became of each statement."
            ])
    }

    @Test func refusesToFollowWhatIsNotThere() {
        let lost = "follows: It follows 2025-1, which is not an earlier version of this tool."
        let map = "version: 2025-1\n  statements: {a: same}"
        #expect(faults([edition("2026-1", ["a"], follows: map)]) == [lost])
        #expect(faults([edition("2025-2", ["a"]), edition("2026-1", ["a"], follows: map)]) == [lost])
        let itself = edition("2026-2", ["a"], follows: "version: 2026-2\n  statements: {a: same}")
        #expect(
            faults([edition("2026-1", ["a"]), itself]) == [
                "follows: It follows 2026-2, which is not an earlier version of this tool."
            ])
    }

    @Test func refusesAnotherScale() {
        let other = edition(
            "2026-2", ["a", "b", "c"], follows: "version: 2026-1\n  statements: {a: same, b: same, c: same}",
            levels: "[{level: no, name: No, means: N.}, {level: very, name: Very, means: V.}]")
        #expect(
            faults([first, other]) == [
                "scale: The levels must be those of 2026-1: another scale makes another tool."
            ])
    }

    @Test func reportsTheFaultInTheFileOfTheNewVersionAtItsLine() throws {
        let second = edition("2026-2", ["a", "b"], follows: "version: 2026-1\n  statements:\n    a: same\n    b: same")
        let faults = #expect(throws: CatalogueFaults.self) { _ = try Tool([try first.file(), try second.file()]) }
        #expect(faults?.all.map(\.file) == ["Catalogue/tools/sums/2026-2.yaml"])
        #expect(faults?.all.map(\.line) == [9])
    }
}
