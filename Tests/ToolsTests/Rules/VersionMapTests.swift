import Testing
import ToolRules

/// A tool of five statements, its second version and the two ways back.
@Suite struct VersionMapTests {
    let first = edition("2026-1", ["told", "drawn", "early", "late", "voices"])
    let second = edition(
        "2026-2", ["told", "drawn", "early", "early-again", "both", "fresh"],
        follows: """
            version: 2026-1
              statements:
                told: same
                drawn: reworded
                early: {split: early}
                early-again: {split: early}
                both: {merged: [late, voices]}
                fresh: new
            """, changed: ["drawn": "Drawn with care."])

    @Test func followsSameRewordedSplitMergedAndNew() throws {
        let map = try #require(try Tool([try first.file(), try second.file()]).newest.map)
        func origin(_ key: String) -> Origin { map.origin(of: ItemKey(key)!) }
        #expect(origin("told") == .same(ItemKey("told")!) && origin("told").likeness == .same)
        #expect(origin("drawn") == .reworded(ItemKey("drawn")!) && origin("drawn").likeness.claimsMovement)
        #expect(origin("early-again") == .split(from: ItemKey("early")!))
        #expect(!origin("early-again").likeness.claimsMovement)
        #expect(origin("both").items.map(\.text) == ["late", "voices"] && origin("both").likeness == .partly)
        #expect(origin("fresh").items.isEmpty && origin("fresh").likeness == .none)
    }

    @Test func goesBackOverSeveralVersionsAndNeverGrowsMoreAlike() throws {
        let third = edition(
            "2027-1", ["told", "drawn", "whole"],
            follows: """
                version: 2026-2
                  statements: {told: reworded, drawn: same, whole: {merged: [early, early-again]}}
                  retired: [both, fresh]
                """, changed: ["told": "Told anew.", "drawn": "Drawn with care."])
        let tool = try Tool([try third.file(), try first.file(), try second.file()])
        #expect(tool.versions.map(\.version.description) == ["2026-1", "2026-2", "2027-1"])
        #expect(tool.newest.map?.retired == [ItemKey("both")!, ItemKey("fresh")!])
        let name = { VersionName($0)! }
        let back = try #require(tool.lineage(from: name("2027-1"), back: name("2026-1")))
        func ancestors(_ key: String) -> [String] {
            back.ancestors(of: ItemKey(key)!).map { "\($0.item) \($0.likeness)" }
        }
        #expect(ancestors("told") == ["told close"])
        #expect(ancestors("drawn") == ["drawn close"])
        #expect(ancestors("whole") == ["early partly", "early partly"])
        #expect(tool.lineage(from: name("2026-1"), back: name("2027-1")) == nil)
        let same = try #require(tool.lineage(from: name("2026-2"), back: name("2026-2")))
        #expect(same.ancestors(of: ItemKey("both")!).map { "\($0.item) \($0.likeness)" } == ["both same"])
    }

    @Test func takesAStatementApartUnderItsOwnKey() throws {
        let apart = edition(
            "2026-2", ["told", "drawn", "early", "late", "voices"], parts: ["late": ["late-one", "late-two"]],
            follows: """
                version: 2026-1
                  statements: {told: same, drawn: same, early: same, late: reworded, late-one: {split: late},
                               late-two: {split: late}, voices: same}
                """)
        let tool = try Tool([try first.file(), try apart.file()])
        #expect(
            tool.newest.judgedItems.map(\.key.text) == ["told", "drawn", "early", "late-one", "late-two", "voices"])
        #expect(tool.newest.map?.origin(of: ItemKey("late-two")!).items.map(\.text) == ["late"])
    }

    @Test func putsPartsTogetherAgain() throws {
        let apart = edition("2026-1", ["told", "late"], parts: ["late": ["late-one", "late-two"]])
        let whole = edition(
            "2026-2", ["told", "late"],
            follows: "version: 2026-1\n  statements: {told: same, late: {merged: [late-one, late-two]}}")
        #expect(try Tool([try apart.file(), try whole.file()]).newest.judgedItems.count == 2)
    }
}
