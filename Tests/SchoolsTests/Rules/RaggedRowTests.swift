import Testing

@testable import SchoolRules

@Suite struct RaggedRowTests {
    private func two(_ layout: Layout, last: [String: String] = [:]) -> Sheet {
        Sheet(layout).with(
            Invented.school("900001", "Ash Primary School"), Invented.school("900002", "Beech Primary School", last))
    }

    @Test(arguments: [Layout.full140, .full135]) func aRowThatIsTooLongIsRefusedWithItsLine(layout: Layout) throws {
        let plan = try plan(two(layout).changingRow(1) { $0.insert("", at: 40) })
        #expect(plan.addedNames == ["Ash Primary School"])
        #expect(plan.refused.map(\.line) == [3])
        #expect(plan.refused[0].reason.contains("\(layout.headings.count + 1) values under \(layout.headings.count)"))
    }

    @Test func aShortRowEndsInEmptyValues() throws {
        let plan = try plan(two(.full135).changingRow(1) { $0.removeLast(80) })
        #expect(plan.added.map(\.facts.town) == ["Oadby", nil])
        #expect(plan.refused.isEmpty)
    }

    @Test func aSearchExportRunsOverWithLinksOnly() throws {
        let linked = ["Linked establishments": "900011 Predecessor"]
        let over = two(.search111, last: linked).changingRow(1) { $0 += ["900012 Predecessor", "900013 Successor"] }
        let plan = try plan(over, trust: "alder trust")
        #expect(plan.added.count == 2 && plan.refused.isEmpty)
        #expect(plan.links.map(\.predecessor) == ["900011", "900012", "900002"])
    }

    @Test func aSearchExportThatRunsOverWithAnythingElseIsRefused() throws {
        let shifted = two(.search111).changingRow(1) { $0.insert("", at: 30) }
        #expect(try plan(shifted, trust: "alder trust").refused.map(\.line) == [3])
        let linked = two(.search111, last: ["Linked establishments": "900011 Predecessor"])
        let shiftedToo = linked.changingRow(1) { $0.insert("", at: 30) }
        #expect(try plan(shiftedToo, trust: "alder trust").refused.map(\.line) == [3])
    }

    @Test func aSpreadsheetMayMakeEveryRowAsWideAsTheWidest() throws {
        var wide = two(.full135)
        wide.headings += ["", ""]
        wide.rows = wide.rows.map { $0 + ["", ""] }
        #expect(try plan(wide).added.count == 2)
        #expect(try plan(wide.changingRow(0) { $0[136] = "x" }).refused.map(\.line) == [2])
    }

    @Test func aLineBreakInAFieldDoesNotMoveTheLineNumbers() throws {
        let sheet = two(.full135, last: ["Locality?": "Two\r\nlines"])
            .with(Invented.school("900003", "Cedar School", ["Locality?": "x"])).changingRow(2) {
                $0.append("one more")
            }
        #expect(try plan(sheet).refused.map(\.line) == [5])
    }

    @Test func moreMisfitsThanAnyFileHasMeanAWrongHeadingRow() {
        var sheet = two(.full135).changingRow(1) { $0.append("") }
        sheet.rows += Array(repeating: sheet.rows[1], count: RegisterReading.mostMisfits)
        #expect(sentence { _ = try plan(sheet) }.contains("do not fit under the heading row"))
    }
}
