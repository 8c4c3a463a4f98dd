import Kernel
import Testing

@testable import SchoolRules

/// Files of the register that went through other programs before they came here.
@Suite struct SavedElsewhereTests {
    private let sheet = Sheet(.full135).with(
        Invented.school("900001", "St Wenna’s School"), Invented.school("900002", "École Alder"))

    private func plan(of text: String, existing: [School] = []) throws -> ImportPlan {
        try plan(of: Array(text.utf8), existing: existing)
    }

    private func plan(of bytes: [UInt8], existing: [School] = []) throws -> ImportPlan {
        let book = GroupsBook(on: today)
        let chosen = try TrustDirectory(.of(bytes), groups: book).choose("9001", known: nil)
        let reading = try RegisterReading(.of(bytes), for: chosen, groups: book, existing: existing)
        return ImportPlan(reading, existing: existing, links: [], today: today)
    }

    /// Every field in quotation marks, with other separators and line ends.
    private func text(separator: String = ",", end: String = "\r\n") -> String {
        ([sheet.headings] + sheet.rows).map { row in
            row.map { "\"" + $0 + "\"" }.joined(separator: separator) + end
        }.joined()
    }

    private let names = ["St Wenna’s School", "École Alder"]

    @Test(arguments: [
        "#TYPE System.Management.Automation.PSCustomObject\r\n",
        "Schools of the trust\r\n\r\n,,,\r\nas of 1 September\r\n",
        "\u{feff}\"Our schools, with numbers\"\r\n", "sep=,\r\n",
    ])
    func whatStandsAboveTheHeadingsIsPassedOver(above: String) throws {
        #expect(try plan(of: above + text()).addedNames.sorted() == names)
    }

    @Test(arguments: [
        ("\t", ""), (";", ""), (";", "sep=;\r\n"), ("\t", "sep=\t\r\n"), (";", "Our schools;;\r\n;;\r\n"),
    ])
    func tabsAndSemicolonsAreReadWithAndWithoutALineThatSaysSo(separator: String, above: String) throws {
        let plan = try plan(of: above + text(separator: separator))
        #expect(plan.addedNames.sorted() == names && plan.refused.isEmpty && plan.warnings.isEmpty)
    }

    @Test func sumsBelowTheRowsAreNoSchools() throws {
        let below = ",,,Total,2 schools\r\n\r\n\"Sum\",,800\r\n"
        let plan = try plan(of: text() + below)
        #expect(plan.added.count == 2 && plan.refused.isEmpty && plan.warnings.isEmpty)
    }

    @Test func headingsThatCannotBeFoundAreAskedForInWords() {
        let many = String(repeating: "a line of a report\r\n", count: RegisterFile.mostAbove)
        #expect(
            sentence { _ = try plan(of: many + text()) }
                == "This is no file of the register: none of its first 30 rows has headings such as URN and "
                + "EstablishmentName. Take it as downloaded, or delete what stands above the headings.")
        #expect(sentence { _ = try plan(of: "") } == "The file is empty.")
    }

    @Test func charactersThatNobodySeesAreDropped() throws {
        var hidden = sheet
        let urn = hidden.headings.firstIndex(of: "URN")!
        let uid = hidden.headings.firstIndex(of: "Trusts (code)")!
        hidden.rows[0][urn] = "\u{feff}900001\u{200b}"
        hidden.rows[0][uid] = "9001\u{200b}"
        hidden.rows[1][urn] = "\u{a0}900002\u{202f}"
        hidden.headings[urn] = "\u{200b}URN\u{a0}"
        hidden.encoding = .utf8
        let plan = try plan(of: hidden.bytes)
        #expect(plan.added.map(\.facts.urn) == ["900001", "900002"] && plan.refused.isEmpty)
    }

    /// ’ and É as Mac Roman has them.
    private func mac(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0 == "’" ? 0xd5 : $0 == "É" ? 0x83 : UInt8($0.value) }
    }

    @Test(arguments: ["\r", "\r\n", "\n"]) func aMacsLettersAreReadWhateverTheLineEnds(end: String) throws {
        #expect(try plan(of: mac(text(end: end))).addedNames.sorted() == names)
    }

    @Test func everyByteOfMacRomanHasALetter() {
        let all = RegisterText.decode(Array(0x80...0xff)[...], isMac: true)
        #expect(all.unicodeScalars.count == 128)
        #expect(all.hasPrefix("ÄÅÇÉ") && all.hasSuffix("ˇ"))
    }

    @Test(arguments: [
        ["St Wenna?s School", "?cole Alder"], ["St Wenna\u{fffd}s School", "\u{fffd}cole Alder"],
        ["St Wenna???s School", "??cole Alder"],
    ])
    func aNameThatLostLettersNeverReplacesOneThatHasThem(lost: [String]) throws {
        let known = schools(after: try SchoolsTests.plan(sheet))
        var lossy = Sheet(.full135).with(Invented.school("900001", lost[0]), Invented.school("900002", lost[1]))
        lossy.encoding = .utf8
        let again = try SchoolsTests.plan(lossy, existing: known)
        #expect(again.changesNothing && again.unchanged == 2)
        #expect(
            again.warnings.map(\.reason) == [
                "\(lost[0]): Letters of the name \"\(lost[0])\" were lost before this file was made, so the school stays "
                    + "\"St Wenna’s School\".",
                "\(lost[1]): Letters of the name \"\(lost[1])\" were lost before this file was made, so the school stays "
                    + "\"École Alder\".",
            ])
    }

    @Test func aNewNameThatLostLettersIsAskedForAgain() throws {
        let known = schools(after: try SchoolsTests.plan(sheet))
        let renamed = Sheet(.full135).with(Invented.school("900001", "St Th?r?se School", ["Town": "Bront?"]))
        let plan = try SchoolsTests.plan(renamed, existing: known)
        #expect(plan.changed.isEmpty)
        #expect(plan.warnings.contains { $0.line == 2 && $0.reason.contains("If it was renamed") })
        let first = try SchoolsTests.plan(renamed)
        #expect(first.addedNames == ["St Th?r?se School"] && first.warnings.map(\.line) == [2])
        // Whole letters replace what an earlier file lost.
        let whole = Sheet(.full135).with(Invented.school("900001", "St Thérèse School"))
        #expect(
            try SchoolsTests.plan(whole, existing: schools(after: first)).changed.map(\.facts.name) == [
                "St Thérèse School"
            ])
    }

    @Test func theTrustsNameKeepsItsLettersToo() throws {
        let trust = Trust(version: 1, uid: "9001", name: "St Wenna’s Trust", registerName: "ST WENNA’S TRUST")
        let lossy = RegisterTrust(uid: "9001", name: "ST WENNA?S TRUST")
        #expect(try trust.matching(lossy) == trust)
    }
}
