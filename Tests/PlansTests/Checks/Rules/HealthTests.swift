import Kernel
import PlanRules
import Testing

@Suite struct HealthTests {
    private static let today = day("2026-11-24")

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var state = PlanState.live
        let facts: @Sendable (inout HealthFacts) -> Void
        let level: PlanHealth.Level
        let says: String
    }

    static let rows = [
        Row(testDescription: "a draft", state: .draft, facts: { $0.series = 2 }, level: .notLive, says: "not live"),
        Row(testDescription: "approved", state: .approved, facts: { _ in }, level: .notLive, says: "not live"),
        Row(
            testDescription: "no looks planned", facts: { _ in }, level: .unknown,
            says: "No looks are planned, so nobody will know whether it works."),
        Row(
            testDescription: "nothing looked at yet",
            facts: {
                $0.series = 2
                $0.nextLook = today + 9
            }, level: .unknown, says: "Nothing was looked at yet, next look in 9 days."),
        Row(
            testDescription: "one look due and still in time",
            facts: {
                green(&$0)
                $0.series = 3
                $0.nextLook = today - 3
            }, level: .unknown, says: "1 of 3 not looked at yet, one look was due 3 days ago."),
        Row(
            testDescription: "nothing looked at and one missed",
            facts: {
                $0.series = 2
                $0.missed = 1
                $0.oldestMissed = today - 21
            }, level: .missed, says: "One look was missed, the oldest due 3 weeks ago."),
        Row(
            testDescription: "all green and fresh", facts: { green(&$0) }, level: .green,
            says: "Both things that were looked at are working."),
        Row(
            testDescription: "green where looked at, one series not",
            facts: {
                green(&$0)
                $0.series = 3
            }, level: .unknown, says: "1 of 3 not looked at yet"),
        Row(
            testDescription: "green and one missed",
            facts: {
                green(&$0)
                $0.missed = 1
            }, level: .amber, says: "One look was missed."),
        Row(
            testDescription: "green and old",
            facts: {
                green(&$0)
                $0.lastLook = today - 71
            }, level: .amber, says: "Nobody has looked since 14 September 2026"),
        Row(
            testDescription: "green at ten weeks",
            facts: {
                green(&$0)
                $0.lastLook = today - 70
            }, level: .green, says: "working"),
        Row(
            testDescription: "green and a criterion that cannot be judged",
            facts: {
                green(&$0)
                $0.criteria = 3
                $0.met = 1
                $0.cannotBeJudged = 1
            }, level: .amber, says: "1 of 3 criteria met, 1 cannot be judged."),
        Row(
            testDescription: "green and a criterion past its day",
            facts: {
                green(&$0)
                $0.criteria = 1
                $0.overdue = 1
            }, level: .amber, says: "0 of 1 criterion met, 1 past its day."),
        Row(
            testDescription: "one amber",
            facts: {
                green(&$0)
                $0.ratings = [.green, .amber]
            }, level: .amber, says: "Of 2 things that were looked at, 1 is working in parts, 1 is working."),
        Row(
            testDescription: "one red",
            facts: {
                green(&$0)
                $0.ratings = [.red, .green]
            }, level: .red, says: "Of 2 things that were looked at, 1 is not working yet, 1 is working."),
        Row(
            testDescription: "more missed than done",
            facts: {
                green(&$0)
                $0.missed = 3
            }, level: .missed, says: "3 looks were missed."),
        Row(testDescription: "archived", state: .archived, facts: { green(&$0) }, level: .green, says: "working"),
    ]

    private static func green(_ facts: inout HealthFacts) {
        facts.series = 2
        facts.ratings = [.green, .green]
        facts.done = 2
        facts.onTime = 2
        facts.lastLook = today - 5
    }

    @Test(arguments: rows) func aPlanStandsSoAndSaysWhy(row: Row) {
        var facts = HealthFacts(state: row.state)
        row.facts(&facts)
        let health = facts.health(on: Self.today)
        #expect(health.level == row.level)
        #expect(health.sentence.contains(row.says), "\(health.sentence)")
    }

    @Test func whatWasNotLookedAtIsNeverGreen() {
        for state in PlanState.allCases {
            for missed in 0...4 {
                for criteria in 0...3 {
                    var facts = HealthFacts(state: state)
                    facts.series = 3
                    facts.missed = missed
                    facts.criteria = criteria
                    facts.met = criteria
                    #expect(facts.health(on: Self.today).level != .green)
                    facts.ratings = [.green, .green]
                    facts.lastLook = Self.today
                    facts.done = 2
                    #expect(facts.health(on: Self.today).level != .green, "one of three was not looked at")
                }
            }
        }
    }
}
