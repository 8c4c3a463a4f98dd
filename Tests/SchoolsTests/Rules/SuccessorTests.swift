import Kernel
import Testing

@testable import SchoolRules

@Suite struct SuccessorTests {
    private let headings = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"]

    private func link(_ urn: String, _ other: String, _ type: String, _ name: String = "Old Ash") -> [String: String] {
        ["URN": urn, "LinkURN": other, "LinkName": name, "LinkType": type, "LinkEstablishedDate": "01-09-2015"]
    }

    private func sheet(_ layout: Layout = .full135, linked: String? = nil) -> Sheet {
        Sheet(layout).with(
            Invented.school("900001", "Ash Academy", linked.map { ["Linked establishments": $0] } ?? [:]))
    }

    @Test func aSchoolKnowsItsPredecessorFromTheFileOfLinks() throws {
        let links = Sheet(headings).with(
            link("900001", "900091", "Predecessor"), link("900091", "900001", "Successor", "Ash"))
        let plan = try plan(sheet(), links: [links])
        #expect(
            plan.links == [
                SuccessorLink(
                    predecessor: "900091", successor: "900001", predecessorName: "Old Ash", successorName: "Ash",
                    established: Day(2015, 9, 1))
            ])
    }

    @Test func aSchoolKnowsItsPredecessorFromASearchExport() throws {
        let plan = try plan(sheet(.search111, linked: "900091 Predecessor - merged"), trust: "Alder Trust")
        #expect(plan.links == [SuccessorLink(predecessor: "900091", successor: "900001")])
    }

    @Test(arguments: [
        "Other", "Result of Amalgamation", "Sixth Form Centre Link", "Merged - expansion in school capacity",
    ])
    func aLinkWithoutADirectionJoinsNothing(type: String) throws {
        #expect(try plan(sheet(), links: [Sheet(headings).with(link("900001", "900091", type))]).links.isEmpty)
    }

    @Test func linksOfOtherSchoolsAndToItselfAreNotKept() throws {
        let links = Sheet(headings).with(link("900050", "900051", "Successor"), link("900001", "900001", "Successor"))
        #expect(try plan(sheet(), links: [links]).links.isEmpty)
    }

    @Test func aNewURNJoinsTheHistoryOfTheOldOne() throws {
        let before = schools(after: try plan(Sheet(.full135).with(Invented.school("900091", "Old Ash"))))
        let closed = Invented.school(
            "900091", "Old Ash", trust: nil, ["EstablishmentStatus (code)": "2", "CloseDate": "31-08-2026"])
        let file = Sheet(.full135).with(closed, Invented.school("900001", "Ash Academy"))
        let links = Sheet(headings).with(link("900001", "900091", "Predecessor"))
        let plan = try plan(file, links: [links], existing: before)
        #expect(plan.closed.map(\.school.urn) == ["900091"])
        #expect(plan.added.map(\.facts.urn) == ["900001"])
        #expect(plan.added[0].predecessors == before)
        let after = schools(after: plan, before: before)
        #expect(try SchoolsTests.plan(file, links: [links], existing: after, kept: plan.links).changesNothing)
    }

    @Test func aNewLinkOfAKnownSchoolIsAChange() throws {
        let before = schools(after: try plan(sheet()))
        let links = Sheet(headings).with(link("900001", "900091", "Predecessor"))
        let plan = try plan(sheet(), links: [links], existing: before)
        #expect(plan.changed.map(\.linked) == [true] && plan.changedFields == [[]])
    }
}
