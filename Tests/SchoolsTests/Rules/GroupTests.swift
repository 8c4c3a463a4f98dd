import Kernel
import Testing

@testable import SchoolRules

@Suite struct GroupTests {
    private let sheet = Sheet(.academies34).with(
        Invented.school("900001", "Ash Primary School"), Invented.school("900002", "Beech Primary School"))

    private func links(_ rows: [String: String]...) -> Sheet {
        var sheet = Sheet(Invented.linkHeadings)
        for row in rows { sheet = sheet.with(row) }
        // As published: a heading more than there are values.
        sheet.rows = sheet.rows.map { Array($0.dropLast()) }
        return sheet
    }

    @Test func aSponsorOfTheSameNameIsNotTheTrust() throws {
        let both = links(
            Invented.link("900001", "9001", "ALDER TRUST"), Invented.link("900001", "8001", "Alder Trust", type: "05"),
            Invented.link("900002", "8001", "Alder Trust", type: "05"))
        let plan = try plan(sheet, trust: "Alder Trust", groups: [both])
        #expect(plan.addedNames == ["Ash Primary School"])
        #expect(plan.trust.uid == "9001")
        #expect(plan.added[0].joined == Day(2016, 9, 1))
        #expect(sentence { _ = try SchoolsTests.plan(sheet, trust: "8001", groups: [both]) }.contains("No open school"))
    }

    @Test func aSingleAcademyTrustCountsAndAFederationDoesNot() throws {
        let single = links(Invented.link("900001", "9003", "ASH SCHOOL", type: "10"))
        #expect(try plan(sheet, trust: "9003", groups: [single]).added.count == 1)
        let federation = links(
            Invented.link("900001", "9004", "ASH AND BEECH", type: "01"), Invented.link("900002", "9001", "ALDER TRUST")
        )
        #expect(
            sentence { _ = try plan(sheet, trust: "Ash and Beech", groups: [federation]) }
                == "Ash and Beech is not an academy trust in the register but: federation.")
    }

    @Test func aClosedLinkDoesNotCount() throws {
        let moved = links(
            Invented.link("900001", "9001", "ALDER TRUST", closed: "31-08-2020"),
            Invented.link("900001", "9002", "BIRCH TRUST"), Invented.link("900002", "9001", "ALDER TRUST"))
        // The group of the first row is closed, so both rows cannot be of one open group.
        #expect(try plan(sheet, trust: "9002", groups: [moved]).addedNames == ["Ash Primary School"])
    }

    @Test func aClosedTrustHasNoSchools() {
        let groups = Sheet(Invented.groupHeadings).with(Invented.group("9001", "ALDER TRUST", closed: "31/08/2020"))
        let file = Sheet(.full135).with(Invented.school("900001", "Ash"))
        #expect(
            sentence { _ = try plan(file, groups: [groups]) }
                == "ALDER TRUST (9001) is closed, so no school is in it.")
    }

    @Test func aJoiningDayOf1900IsNotKnown() throws {
        let plan = try plan(
            sheet, groups: [links(Invented.link("900001", "9001", "ALDER TRUST", joined: "01-01-1900"))])
        #expect(plan.added.map(\.joined) == [nil])
    }

    @Test func linksOfGroupsAreAFileOfSchoolsThemselves() throws {
        let plan = try plan(
            links(
                Invented.link("900001", "9001", "ALDER TRUST"), Invented.link("900001", "8001", "ALDER", type: "05"),
                Invented.link("900002", "9002", "BIRCH TRUST")))
        #expect(plan.addedNames == ["S 900001"])
    }

    @Test func otherFilesBesideTheSchoolsAreRefused() {
        #expect(sentence { _ = try plan(sheet, groups: [sheet]) }.contains("not the register's file of groups"))
        let group = Sheet(Invented.groupHeadings).with(Invented.group("9001", "ALDER TRUST"))
        let file = Sheet(.full135).with(Invented.school("900001", "Ash"))
        #expect(sentence { _ = try plan(file, links: [group]) }.contains("file of links between schools"))
    }
}
