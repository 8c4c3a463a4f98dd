import Kernel
import Testing

@testable import SchoolRules

@Suite struct LayoutTests {
    private let links = [Sheet(Invented.linkHeadings).with(Invented.link("900001", "9001", "ALDER TRUST"))]

    @Test func theLayoutsAreAsWideAsPublished() {
        #expect(Layout.allCases.map(\.headings.count) == [140, 135, 111, 34, 33])
    }

    @Test(arguments: Layout.allCases) func everyLayoutGivesTheSameSchool(layout: Layout) throws {
        let plan = try plan(Sheet(layout).with(Invented.school("900001", "Ash Primary School")), groups: links)
        let facts = try #require(plan.added.first?.facts)
        #expect(facts.laestab == "855/2002")
        #expect(facts.phase == .primary && facts.ages == "4–11" && facts.sixthForm == false)
        #expect(facts.opened == Day(2015, 9, 1) && facts.ukprn == "10012345" && facts.town == "Oadby")
        #expect(plan.trust.uid == "9001" && plan.refused.isEmpty && plan.warnings.isEmpty)
    }

    @Test(arguments: [Sheet.Encoding.windows1252, .utf8, .utf8WithMark], ["\r\n", "\n"])
    func encodingAndLineEndAreFoundOut(encoding: Sheet.Encoding, lineEnd: String) throws {
        var sheet = Sheet(.full135).with(Invented.school("900001", "St Thérèse’s, Oadby"))
        (sheet.encoding, sheet.lineEnd) = (encoding, lineEnd)
        #expect(try plan(sheet).addedNames == ["St Thérèse’s, Oadby"])
    }

    @Test func columnsAreKnownByNameAndNotByPosition() throws {
        var sheet = Sheet(.full135).with(Invented.school("900001", "Ash Primary School"))
        sheet.headings = sheet.headings.reversed().map { $0.uppercased().replacing(" (", with: "  (") }
        sheet.rows = sheet.rows.map { $0.reversed() }
        #expect(try plan(sheet).addedNames == ["Ash Primary School"])
    }

    @Test func codesMayHaveLostTheirZerosAndDatesTheirDashes() throws {
        let resaved: [String: String] = [
            "LA (code)": "2", "EstablishmentNumber": "52", "OpenDate": "01/09/2015", "UKPRN": "10012345.0",
            "Trusts (code)": "9001.0", "TypeOfEstablishment (code)": "7",
            "TypeOfEstablishment (name)": "Community special school",
        ]
        let facts = try #require(
            try plan(Sheet(.full140).with(Invented.school("900001", "Ash School", resaved))).added.first?.facts)
        #expect(facts.laestab == "002/0052" && facts.opened == Day(2015, 9, 1) && facts.ukprn == "10012345")
        #expect(facts.provision == .special)
    }

    @Test func aFileOfAnotherKindIsRefused() {
        let groups = Sheet(Invented.groupHeadings).with(Invented.group("9001", "ALDER TRUST"))
        #expect(sentence { _ = try plan(groups) }.contains("file of groups"))
        #expect(
            sentence { _ = try plan(Sheet(["Name", "Mark"]).with(["Name": "x"])) }.contains("no file of the register"))
        #expect(sentence { _ = try TrustDirectory(.of(""), groups: GroupsBook(on: today)) } == "The file is empty.")
    }

    @Test func aLayoutWithoutTrustsAsksForTheGroups() {
        let sheet = Sheet(.stateFunded33).with(Invented.school("900001", "Ash Primary School"))
        #expect(sentence { _ = try plan(sheet) }.contains("group links beside it"))
    }
}
