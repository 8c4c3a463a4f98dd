import Kernel
import Testing

@testable import SchoolRules

@Suite struct SchoolTests {
    @Test(
        arguments: [
            (2, 5, .nursery), (4, 11, .primary), (5, 12, .primary), (3, 7, .primary), (11, 16, .secondary),
            (11, 19, .secondary), (9, 16, .secondary), (4, 19, .allThrough), (2, 16, .allThrough), (16, 19, .post16),
            (8, 12, .primary), (9, 13, .primary), (10, 14, .secondary), (13, 18, .secondary), (7, 16, .allThrough),
        ] as [(Int, Int, SchoolPhase)])
    func agesTellThePhaseWhereTheRegisterDoesNot(low: Int, high: Int, phase: SchoolPhase) {
        #expect(SchoolPhase(ages: low, high) == phase)
    }

    @Test func withoutASpanOfAgesThePhaseIsNotKnown() {
        #expect(SchoolPhase(ages: nil, 11) == nil)
        #expect(SchoolPhase(ages: 11, 11) == nil)
    }

    @Test func aSpecialSchoolHasThePhaseOfItsAges() throws {
        let row = Invented.school(
            "900001", "Fern School",
            [
                "TypeOfEstablishment (code)": "44", "TypeOfEstablishment (name)": "Academy special converter",
                "PhaseOfEducation (code)": "0", "PhaseOfEducation (name)": "Not applicable", "StatutoryLowAge": "4",
                "StatutoryHighAge": "19", "OfficialSixthForm (name)": "Not applicable",
            ])
        let facts = try #require(try plan(Sheet(.full135).with(row)).added.first?.facts)
        #expect(facts.kind == "Special, all-through")
        #expect(facts.teachesSixthForm)
    }

    @Test func middleSchoolsCountAsWhatTheyAreDeemed() {
        #expect(RegisterPhase(code: "3", name: "") == .phase(.primary))
        #expect(RegisterPhase(code: "", name: "Middle deemed secondary") == .phase(.secondary))
        #expect(RegisterPhase(code: "", name: "Orbital") == .odd("Orbital"))
    }

    @Test func everyFactHasALabelAndDiffersOnlyFromAnother() {
        var facts = SchoolFacts(urn: "900001", name: "Ash")
        #expect(facts.differences(from: facts).isEmpty)
        let old = facts
        (facts.nursery, facts.capacity) = (true, 30)
        #expect(facts.differences(from: old).map(\.fact) == [.nursery, .capacity])
        #expect(Set(SchoolFact.allCases.map(\.label)).count == SchoolFact.allCases.count)
    }

    @Test func aDatabaseBelongsToOneTrust() throws {
        let named = Trust(version: 1, uid: nil, name: "Alder", registerName: nil)
        let first = try named.matching(RegisterTrust(uid: "9001", name: "ALDER TRUST"))
        #expect(first.uid == "9001" && first.name == "Alder" && first.registerName == "ALDER TRUST")
        let renamed = try first.matching(RegisterTrust(uid: "9001", name: "CEDAR LEARNING"))
        #expect(renamed.name == "Alder" && renamed.registerName == "CEDAR LEARNING")
        #expect(
            sentence { _ = try first.matching(RegisterTrust(uid: "9002", name: "BIRCH TRUST")) }
                == "This is the database of Alder (9001); BIRCH TRUST (9002) is another trust.")
    }

    @Test func anOwnNameThatWasTheRegistersFollowsIt() throws {
        let plain = Trust(version: 1, uid: "9001", name: "ALDER TRUST", registerName: "ALDER TRUST")
        #expect(try plain.matching(RegisterTrust(uid: "9001", name: "CEDAR LEARNING")).name == "CEDAR LEARNING")
    }
}
