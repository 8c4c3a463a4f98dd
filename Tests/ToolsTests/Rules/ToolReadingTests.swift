import Testing
import ToolRules

@Suite struct ToolReadingTests {
    @Test func readsTheHeadAndTheScale() throws {
        let version = try read(readingTool).version
        #expect(version.tool.text == "reading" && version.version.description == "2026-1")
        #expect(version.name == "Reading at home" && version.area == "Curriculum" && version.licence == "MIT")
        #expect(version.purpose == "Helps a school to see whether children read between one school day and the next.")
        #expect(version.judgedFor == [.school])
        #expect(version.scale.levels.map(\.order) == [1, 2, 3])
        #expect(version.scale[order: 3]?.name == "Secure")
        #expect(version.scale[order: 0] == nil && version.scale[order: 4] == nil)
        #expect(version.scale.level(LevelKey("some")!)?.means == "True in some classes.")
        #expect(version.map == nil)
    }

    @Test func readsAStatementWithEverythingAroundIt() throws {
        let statement = try read(readingTool).version.aspects[0].statements[0]
        #expect(statement.text == "Each child takes home a book that can be read aloud without guessing.")
        #expect(
            statement.guide.guidance == [
                "Listen to children and not to the record.", "A second book is no substitute.",
            ])
        #expect(statement.guide.looksLike.count == 2)
        #expect(statement.guide.evidence.map(\.kind) == [.studentVoice, .data])
        #expect(statement.guide.evidence[1].from == "The reading record.")
        #expect(statement.applies.phases == [.primary, .allThrough] && statement.applies.with == [.nursery])
        #expect(statement.examples.map(\.level.key.text) == ["not-yet", "secure"])
        #expect(statement.examples[0].situation == "Books are chosen by colour.")
        #expect(statement.examples[1].because == "True across classes.")
    }

    @Test func judgesPartsInPlaceOfTheirStatement() throws {
        let version = try read(readingTool).version
        #expect(version.judgedItems.map(\.number) == ["1.1", "1.2", "2.1 a", "2.1 b"])
        #expect(version.judgedItems.map(\.key.text) == ["matched", "changed", "shown-early", "shown-again"])
        #expect(version.judgedItems.map(\.order) == [1, 2, 3, 4])
        #expect(version.item(ItemKey("shown")!) == nil)
        let part = version.item(ItemKey("shown-again")!)
        #expect(part?.text == "Whoever missed it was shown another time.")
        #expect(part?.statement.key.text == "shown" && part?.aspect.text == "families")
        #expect(version.item(ItemKey("matched")!)?.part == nil)
    }

    @Test func leavesOutWhatDoesNotApplyAPlace() throws {
        let version = try read(readingTool).version
        func keys(_ phase: SettingPhase?, nursery: Bool) -> [String] {
            version.items(for: Setting(phase: phase, hasNursery: nursery, hasSixthForm: false)).map(\.key.text)
        }
        #expect(keys(.primary, nursery: true).contains("matched"))
        #expect(!keys(.primary, nursery: false).contains("matched"))
        #expect(!keys(.secondary, nursery: true).contains("matched"))
        #expect(keys(nil, nursery: true).contains("matched"), "an unknown phase leaves nothing out")
        #expect(keys(.secondary, nursery: false) == ["changed", "shown-early", "shown-again"])
    }

    @Test func knowsWhatAPhaseBringsWithIt() {
        #expect(Setting(phase: .nursery, hasNursery: false, hasSixthForm: false).hasNursery)
        #expect(Setting(phase: .post16, hasNursery: false, hasSixthForm: false).hasSixthForm)
        #expect(!Setting(phase: .primary, hasNursery: false, hasSixthForm: true).hasNursery)
    }

    @Test(arguments: ["Reading", "-a", "a-", "", "a b", "a_b", String(repeating: "a", count: 41), "é"])
    func refusesWhatIsNotAKey(_ text: String) {
        #expect(ToolKey(text) == nil)
    }

    @Test(arguments: ["2026", "2026-0", "2026-01", "26-1", "2026-1-1", "2026-1000", "2026-", "-1", "2026-a", "1999-1"])
    func refusesWhatIsNotAVersion(_ text: String) {
        #expect(VersionName(text) == nil)
    }

    @Test func ordersVersionsByNumberAndNotByText() {
        let names = ["2026-10", "2027-1", "2026-9"].compactMap { VersionName($0) }
        #expect(names.sorted().map(\.description) == ["2026-9", "2026-10", "2027-1"])
    }
}
