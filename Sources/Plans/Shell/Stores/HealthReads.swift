import Database
import Kernel
package import PlanRules

extension Reading {
    /// How each of these plans stands, in five queries whatever their number.
    package func planHealth(of plans: [PlanID]) throws -> [PlanID: PlanHealth] {
        try healthFacts(of: plans).mapValues { $0.health(on: today) }
    }

    func healthFacts(of plans: [PlanID]) throws -> [PlanID: HealthFacts] {
        if plans.isEmpty { return [:] }
        let these = SQL.joined(plans.map { "\($0)" })
        var facts = Dictionary(
            try rows("SELECT id, state FROM plan WHERE id IN (\(these))") { row in
                (try row[0] as PlanID, HealthFacts(state: try readState(row, 1)))
            }, uniquingKeysWith: { first, _ in first })
        try readSeries(these, into: &facts)
        try readDone(these, into: &facts)
        try readWaiting(these, into: &facts)
        try readCriteria(these, into: &facts)
        return facts
    }

    /// Series that go on, each with what was found last.
    private func readSeries(_ plans: SQL, into facts: inout [PlanID: HealthFacts]) throws {
        try each(
            """
            SELECT k.plan_id, (SELECT r.rating FROM impact_check c JOIN check_result r ON r.check_id = c.id
                               WHERE c.check_plan_id = k.id AND c.called_off_on IS NULL
                               ORDER BY r.done_at DESC, c.id DESC LIMIT 1)
            FROM check_plan k WHERE k.plan_id IN (\(plans)) AND k.sealed_at IS NOT NULL AND \(seriesRuns)
            """
        ) { row in
            let rating: Rating? = try row[1]
            facts[try row[0] as PlanID]?.series += 1
            if let rating { facts[try row[0] as PlanID]?.ratings.append(rating) }
        }
    }

    private func readDone(_ plans: SQL, into facts: inout [PlanID: HealthFacts]) throws {
        try each(
            """
            SELECT c.plan_id, COUNT(*), SUM(CASE WHEN r.done_on <= c.until_on THEN 1 ELSE 0 END), MAX(r.done_on)
            FROM impact_check c JOIN check_result r ON r.check_id = c.id
            WHERE c.plan_id IN (\(plans)) GROUP BY c.plan_id
            """
        ) { row in
            let plan: PlanID = try row[0]
            facts[plan]?.done = try row[1]
            facts[plan]?.onTime = try row[2]
            facts[plan]?.lastLook = try row[3] as Day
        }
    }

    private func readWaiting(_ plans: SQL, into facts: inout [PlanID: HealthFacts]) throws {
        try each(
            """
            SELECT plan_id, SUM(CASE WHEN until_on < \(today) THEN 1 ELSE 0 END),
                   MIN(CASE WHEN until_on < \(today) THEN due_on END), MIN(CASE WHEN until_on >= \(today) THEN due_on END)
            FROM open_check WHERE plan_id IN (\(plans)) GROUP BY plan_id
            """
        ) { row in
            let plan: PlanID = try row[0]
            facts[plan]?.missed = try row[1]
            facts[plan]?.oldestMissed = try row[2]
            facts[plan]?.nextLook = try row[3]
        }
    }

    private func readCriteria(_ plans: SQL, into facts: inout [PlanID: HealthFacts]) throws {
        try each(
            """
            SELECT t.plan_id, COUNT(*), SUM(CASE WHEN t.status = 'met' THEN 1 ELSE 0 END),
                   SUM(CASE WHEN t.status = 'cannot-be-judged' THEN 1 ELSE 0 END),
                   SUM(CASE WHEN o.by_day < \(today) AND t.status IN ('not-yet', 'partly') THEN 1 ELSE 0 END)
            FROM plan_criterion t JOIN plan_outcome o ON o.id = t.outcome_id
            JOIN plan_priority y ON y.id = o.priority_id
            WHERE t.plan_id IN (\(plans)) AND t.removed_at IS NULL AND o.removed_at IS NULL
                AND y.removed_at IS NULL AND y.ended_on IS NULL
            GROUP BY t.plan_id
            """
        ) { row in
            let plan: PlanID = try row[0]
            facts[plan]?.criteria = try row[1]
            facts[plan]?.met = try row[2]
            facts[plan]?.cannotBeJudged = try row[3]
            facts[plan]?.overdue = try row[4]
        }
    }
}

private func readState(_ row: borrowing Row, _ column: Int) throws -> PlanState {
    guard let state = PlanState(rawValue: try row.text(column)) else {
        throw DatabaseError.unreadable(column: column, as: "plan state")
    }
    return state
}
