import Kernel
import Testing

@testable import SchoolRules

/// Schools that join a trust on a day that has not come; the tests' today is 21 November 2026.
@Suite struct JoiningLaterTests {
    private let file = Sheet(.academies34).with(
        Invented.school("900001", "Ash Primary School"), Invented.school("900002", "Beech Primary School"))

    private func links(_ rows: [[String: String]]) -> Sheet {
        rows.reduce(Sheet(Invented.linkHeadings)) { $0.with($1) }
    }

    private let ours = Invented.link("900002", "9001", "ALDER TRUST")
    private let now = Invented.link("900001", "9001", "ALDER TRUST")
    private let later = Invented.link("900001", "9002", "BIRCH TRUST", joined: "01-04-2027")

    private let warning =
        "Ash Primary School (900001) joins BIRCH TRUST (9002) on 1 April 2027. It stays until then: bring in the register "
        + "again from that day on."

    @Test(arguments: [false, true]) func aSchoolStaysUntilTheDayOnWhichItJoinsAnotherTrust(isFirst: Bool) throws {
        let both = links(isFirst ? [later, now, ours] : [now, later, ours])
        let plan = try plan(file, groups: [both])
        #expect(plan.added.count == 2 && plan.warnings.map(\.reason) == [warning])
        let again = try SchoolsTests.plan(file, groups: [both], existing: schools(after: plan))
        #expect(again.closed.isEmpty && again.changesNothing && again.warnings.map(\.reason) == [warning])
    }

    @Test(arguments: [false, true]) func aFileOfLinksReadAsSchoolsSaysTheSame(isFirst: Bool) throws {
        let both = links(isFirst ? [later, now, ours] : [now, later, ours])
        let plan = try plan(both)
        #expect(plan.added.count == 2 && plan.refused.isEmpty && plan.warnings.count == 1)
        #expect(plan.warnings[0].reason.hasSuffix("again from that day on."))
    }

    @Test func aSchoolThatJoinsLaterIsNotBroughtInBefore() throws {
        let plan = try plan(
            file, trust: "9002", groups: [links([now, later, Invented.link("900002", "9002", "BIRCH TRUST")])])
        #expect(plan.addedNames == ["Beech Primary School"])
        #expect(
            plan.warnings.map(\.reason) == [
                "The school (900001) joins the trust on 1 April 2027: bring in the register again from that day on."
            ])
    }

    @Test func onceTheDayHasComeTheSchoolLeftOnIt() throws {
        let both = links([now, Invented.link("900001", "9002", "BIRCH TRUST", joined: "01-11-2026"), ours])
        let before = schools(after: try plan(file, groups: [links([now, ours])]))
        let plan = try plan(file, groups: [both], existing: before)
        #expect(plan.closed.map(\.why) == [.left(Day(2026, 11, 1)!)])
        #expect(plan.closed[0].lastDay(on: today) == Day(2026, 10, 31))
    }
}
