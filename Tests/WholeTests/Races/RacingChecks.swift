import Kernel
import Meetings
import PlanRules
import Plans
import Schools
import TestKit

let racingChecks: [RacingVerb] = [
    RacingVerb("planCheck", in: [.draft]) { hands in
        let plan = hands.planned
        let input = CheckPlanInput(
            looked: "Two lessons", how: "Ten minutes", seat: hands.trust.headOfEnglish.seats[0], rhythm: .weekly,
            first: plan.starts, last: plan.starts + 28, days: [], version: 0)
        try await planCheck(input, for: .action(plan.action), of: plan.id, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("removeCheck", in: [.draft]) { hands in
        try await removeCheck(
            hands.planned.series, isRemoved: true, of: hands.planned.id, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("endCheck", in: [.live, .revised]) { hands in
        try await endCheck(
            hands.planned.series, because: "Enough seen", version: 1, of: hands.planned.id, by: hands.trust.head,
            in: hands.database)
    },
    RacingVerb("recordImpactCheck: keep", in: [.live, .revised]) { try await $0.record(.keep) },
    RacingVerb("recordImpactCheck: stop", in: [.live, .revised]) { try await $0.record(.stop) },
    RacingVerb("recordImpactCheck: too early", in: [.live, .revised]) { try await $0.record(.tooEarly) },
    RacingVerb("markDay: a day of looks and meetings", in: [.live, .revised, .planned]) { hands in
        let day = hands.world.closing
        try await markDay(
            MarkedDay(day.day, .closed, "Snow"), in: day.startsIn, version: day.version, seen: day.moves,
            by: hands.trust.administrator, following: .all(checksFollowTheCalendar, meetingsFollowTheCalendar),
            in: hands.database)
    },
]

extension RaceHands {
    fileprivate func record(_ response: ResponseKind) async throws {
        let input = CheckInput(
            finding: "Two of three", rating: .amber, response: response, words: response == .keep ? "" : "Too much",
            nextLook: response == .tooEarly ? world.nextLook : nil, version: 1)
        _ = try await recordImpactCheck(input, of: planned.look!, by: trust.headOfEnglish, in: database)
    }
}
