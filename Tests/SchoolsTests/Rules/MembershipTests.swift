import Kernel
import Testing

@testable import SchoolRules

@Suite struct MembershipTests {
    private let ash = Invented.school("900001", "Ash Primary School")

    private func names(_ rows: [String: String]..., trust: String = "9001") throws -> [String] {
        var sheet = Sheet(.full135)
        for row in [ash] + rows { sheet = sheet.with(row) }
        return try plan(sheet, trust: trust).addedNames.filter { $0 != "Ash Primary School" }
    }

    @Test func aFlagOfMultiOrSingleAcademyTrustCountsAndNoOther() throws {
        for (flag, belongs) in [("3", true), ("5", true), ("05", true), ("0", false), ("1", false), ("2", false)] {
            let row = Invented.school("900002", "Beech", ["TrustSchoolFlag (code)": flag])
            #expect(try names(row) == (belongs ? ["Beech"] : []), "flag \(flag)")
        }
    }

    @Test func aFoundationTrustOfTheSameNameIsNoAcademyTrust() throws {
        let row = Invented.school(
            "900002", "Beech", trust: ("", "ALDER TRUST"), ["TrustSchoolFlag (name)": "Supported by a trust"])
        let plan = try plan(
            Sheet(.search111).with(Invented.school("900001", "Ash"), row), trust: "Alder  Trust")
        #expect(plan.addedNames == ["Ash"])
    }

    @Test(arguments: [
        ["EstablishmentStatus (code)": "2", "EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2025"],
        ["EstablishmentStatus (code)": "4", "EstablishmentStatus (name)": "Proposed to open"],
        ["LA (code)": "0", "LA (name)": "Does not apply"],
        ["LA (code)": "000"],
        ["TypeOfEstablishment (code)": "37", "TypeOfEstablishment (name)": "British schools overseas"],
        ["TypeOfEstablishment (code)": "", "TypeOfEstablishment (name)": "Offshore schools"],
    ])
    func closedFutureAndForeignSchoolsAreNeverBroughtIn(row: [String: String]) throws {
        let plan = try plan(Sheet(.full135).with(ash, Invented.school("900002", "Beech", row)))
        #expect(plan.addedNames == ["Ash Primary School"])
        #expect(plan.warnings.map(\.line) == [3])
    }

    @Test func openButProposedToCloseIsOpen() throws {
        let row = ["EstablishmentStatus (code)": "3", "EstablishmentStatus (name)": "Open, but proposed to close"]
        #expect(try names(Invented.school("900002", "Beech", row)) == ["Beech"])
        #expect(
            try names(Invented.school("900002", "Beech", row.merging(["EstablishmentStatus (code)": ""]) { $1 })) == [
                "Beech"
            ])
    }

    @Test func aTrustRenamedUnderOneNumberIsOneTrustWithItsNewestName() throws {
        let renamed = Invented.school(
            "900002", "Beech", trust: ("9001", "BEECHWOOD SCHOOLS"), ["LastChangedDate": "02-10-2025"])
        for wanted in ["9001", "Alder Trust", "Beechwood  Schools"] {
            let plan = try plan(Sheet(.full135).with(renamed, ash), trust: wanted)
            #expect(plan.added.count == 2)
            #expect(plan.trust.name == "BEECHWOOD SCHOOLS")
        }
    }

    @Test func theFileOfGroupsKnowsTheNewestName() throws {
        let groups = Sheet(Invented.groupHeadings).with(Invented.group("9001", "Cedar Learning", type: "6"))
        #expect(
            try plan(Sheet(.full135).with(ash), trust: "Cedar Learning", groups: [groups]).trust.name
                == "Cedar Learning")
        let byName = try plan(
            Sheet(.search111).with(Invented.school("900001", "Ash", trust: ("", "CEDAR LEARNING"))), trust: "9001",
            groups: [groups])
        #expect(byName.addedNames == ["Ash"] && byName.trust.uid == "9001")
    }

    @Test func twoTrustsOfOneNameNeedTheNumber() throws {
        let other = Invented.school("900002", "Beech", trust: ("9002", "Alder Trust"))
        let sheet = Sheet(.full135).with(ash, other)
        #expect(
            sentence { _ = try plan(sheet, trust: "alder trust") }
                == "Several trusts are called \"alder trust\": 9001, 9002. Give the number instead.")
        #expect(try plan(sheet, trust: "9002").addedNames == ["Beech"])
    }

    @Test func linksOfGroupsKeepApartTwoTrustsOfOneNameInALayoutOfNames() throws {
        let sheet = Sheet(.search111).with(ash, Invented.school("900002", "Beech"))
        let links = Sheet(Invented.linkHeadings).with(
            Invented.link("900001", "9001", "ALDER TRUST"), Invented.link("900002", "9002", "Alder Trust"))
        #expect(try plan(sheet, trust: "9002", groups: [links]).addedNames == ["Beech"])
        #expect(sentence { _ = try plan(sheet, trust: "Alder Trust", groups: [links]) }.contains("9001, 9002"))
    }

    @Test func aTrustThatTheFileOnlyNamesTakesTheNumberThatTheDatabaseKnows() throws {
        let sheet = Sheet(.search111).with(ash)
        #expect(try plan(sheet, trust: "ALDER TRUST").trust.uid == nil)
        let known = RegisterTrust(uid: "9001", name: "Alder Trust")
        #expect(try plan(sheet, trust: "9001", known: known).trust.uid == "9001")
        #expect(sentence { _ = try plan(sheet, trust: "9001") }.contains("without their numbers"))
    }

    @Test func anUnknownTrustIsRefusedWithLikeNames() {
        let sheet = Sheet(.full135).with(ash)
        #expect(
            sentence { _ = try plan(sheet, trust: "Alder") }
                == "No open school in this file is in a trust \"Alder\". Did you mean ALDER TRUST (9001)?")
        #expect(sentence { _ = try plan(sheet, trust: "9009") }.contains("No open school"))
        #expect(sentence { _ = try plan(sheet, trust: " ") }.contains("Say which trust"))
    }
}
