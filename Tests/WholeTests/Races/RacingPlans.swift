import Kernel
import PlanRules
import Plans
import TestKit

private let writable: Set<Scene> = [.draft]

let racingPlans: [RacingVerb] = [
    RacingVerb("submitPlan", in: [.draft]) { try await submitPlan($0.planned.id, by: $0.trust.head, in: $0.database) },
    RacingVerb("withdrawPlan", in: [.submitted]) {
        try await withdrawPlan($0.planned.id, by: $0.trust.head, in: $0.database)
    },
    RacingVerb("discardPlan", in: [.draft]) {
        try await discardPlan($0.planned.id, by: $0.trust.head, in: $0.database)
    },
    RacingVerb("approvePlan", in: [.submitted]) {
        try await approvePlan($0.planned.id, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("reconsiderPlan", in: [.approved]) {
        try await reconsiderPlan($0.planned.id, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("sendBackPlan", in: [.submitted]) {
        try await sendBackPlan($0.planned.id, words: "Shorter", by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("putPlanLive", in: [.approved]) {
        try await putPlanLive($0.planned.id, by: $0.trust.head, in: $0.database)
    },
    RacingVerb("putPlanLive: its revision", in: [.revised]) {
        try await putPlanLive($0.world.revision, by: $0.trust.head, in: $0.database)
    },
    RacingVerb("archivePlan", in: [.approved, .live, .revised]) {
        try await archivePlan($0.planned.id, words: "It is over", by: $0.trust.head, in: $0.database)
    },
    RacingVerb("maintainPlan", in: [.live]) {
        try await maintainPlan($0.planned.id, words: "It holds", by: $0.trust.head, in: $0.database)
    },
    RacingVerb("revisePlan", in: [.approved, .live]) {
        _ = try await revisePlan($0.planned.id, by: $0.trust.head, in: $0.database)
    },
    RacingVerb("reviseDetails", in: writable) { hands in
        let plan = hands.planned
        try await reviseDetails(
            PlanInput(title: "Otherwise", from: plan.starts, to: plan.ends, version: 1), of: plan.id,
            by: hands.trust.head,
            in: hands.database)
    },
    RacingVerb("addPriority", in: writable) { hands in
        _ = try await addPriority(
            PriorityInput(title: "One more", why: "Seen", stops: "Nothing"), to: hands.planned.id, by: hands.trust.head,
            in: hands.database)
    },
    RacingVerb("addPriority: that answers", in: [.revised]) { hands in
        let input = PriorityInput(title: "Below", why: "Seen", stops: "Nothing", answers: hands.planned.priority)
        _ = try await addPriority(
            input, to: hands.world.plans[.draft]!.id, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("addOutcome", in: writable) { hands in
        _ = try await addOutcome(
            OutcomeInput(horizon: .long, words: "All read"), criteria: ["Heard"], to: hands.planned.priority,
            of: hands.planned.id, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("addAction", in: writable) { hands in
        _ = try await addAction(
            hands.trust.actionInput("Read more", in: hands.planned.id), to: hands.planned.priority,
            of: hands.planned.id,
            by: hands.trust.head, in: hands.database)
    },
    RacingVerb("removePart: the priority", in: writable) { hands in
        try await removePart(
            .priority(hands.planned.priority), of: hands.planned.id, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("endPart: the action", in: [.live, .revised]) { hands in
        try await endPart(
            .action(hands.planned.action), because: "Done with", of: hands.planned.id, by: hands.trust.head,
            in: hands.database)
    },
    RacingVerb("judgeCriterion", in: [.live]) { hands in
        try await judgeCriterion(
            hands.planned.criterion, CriterionStatusInput(status: .met, version: 1), of: hands.planned.id,
            by: hands.trust.head, in: hands.database)
    },
    RacingVerb("handOverPlan", in: [.draft, .approved, .live]) { hands in
        try await handOverPlan(
            hands.planned.id, from: hands.trust.headOfEnglish.seats[0], to: hands.trust.deputy.seats[0],
            by: hands.trust.head, in: hands.database)
    },
]
