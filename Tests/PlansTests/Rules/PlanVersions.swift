import Kernel
import PlanRules

/// One version of a plan; a part of another with the same id counts as its copy.
struct Version {
    var title = "Reading"
    let starts = PlanSample.day("2026-11-23")
    var ends = PlanSample.day("2027-07-16")
    var priorities: [Priority]
    var blockages: [Blockage] = []
    var checks: [CheckPlan] = []
    var answers: [PriorityID: String] = [:]

    func difference(to new: Version) -> PlanDifference {
        let mine = Set(ids)
        let copies = Dictionary(uniqueKeysWithValues: new.ids.filter(mine.contains).map { ($0, $0) })
        return PlanDifference(from: compared, to: new.compared, origins: copies)
    }

    private var compared: ComparedPlan {
        let plan = Plan(
            id: PlanSample.id(), kind: .department, place: PlanSample.english, title: title, starts: starts, ends: ends,
            state: .live, version: 1)
        return ComparedPlan(
            WrittenPlan(plan: plan, proForma: PlanSample.proForma(), priorities: priorities, blockages: blockages),
            checks: checks, answers: answers)
    }

    private var ids: [String] {
        let outcomes = priorities.flatMap(\.outcomes)
        return priorities.map(\.id.text) + outcomes.map(\.id.text) + outcomes.flatMap(\.criteria).map(\.id.text)
            + priorities.flatMap(\.actions).map(\.id.text) + blockages.map(\.id.text) + checks.map(\.id.text)
    }
}

extension FieldDifference {
    static func words(_ field: PlanField, _ before: String, _ after: String) -> FieldDifference {
        FieldDifference(field, from: .words(before), to: .words(after))
    }
}

extension PlanSample {
    static func check(of subject: CheckPlan.Subject, seat: SeatID? = nil) -> CheckPlan {
        CheckPlan(
            id: id(), subject: subject, looked: "Lessons", how: "", seat: seat ?? id(), rhythm: .weekly,
            first: day("2026-11-23"), last: day("2026-12-18"), days: [], ended: nil, version: 1)
    }
}

extension Priority {
    func with(
        title: String? = nil, why: String? = nil, stops: String? = nil, answers: PriorityID? = nil,
        outcomes: [Outcome]? = nil, actions: [PlannedAction]? = nil
    ) -> Priority {
        Priority(
            id: id, title: title ?? self.title, why: why ?? self.why, stops: stops ?? self.stops,
            answers: answers ?? self.answers, outcomes: outcomes ?? self.outcomes, actions: actions ?? self.actions,
            ended: ended, version: version)
    }
}

extension PlannedAction {
    func with(
        what: String? = nil, aspects: String? = nil, seen: String? = nil, how: String? = nil, support: String? = nil,
        owner: SeatID? = nil, supporter: SeatID? = nil, ends: Day? = nil, cost: Cost? = nil, ended: Ending? = nil
    ) -> PlannedAction {
        PlannedAction(
            id: id, what: what ?? self.what, aspects: aspects ?? self.aspects, seen: seen ?? self.seen,
            how: how ?? self.how, support: support ?? self.support, owner: owner ?? self.owner,
            supporter: supporter ?? self.supporter, starts: starts, ends: ends ?? self.ends, cost: cost ?? self.cost,
            ended: ended ?? self.ended, version: version)
    }
}

extension Criterion {
    func with(words: String) -> Criterion {
        Criterion(id: id, words: words, status: status, why: why, judged: judged, version: version)
    }
}
