import Database
package import Kernel
package import PlanRules

/// A series of looks as a plan's page shows it.
package struct CheckSeries: Sendable {
    package let planned: PlannedCheck
    /// Who looks; nil when nobody sits there.
    package let holder: String?
    /// Those that were not called off, soonest first.
    package let looks: [ImpactCheck]
    /// The looks that still wait.
    package let waiting: Set<CheckID>
}

/// A plan that answers a priority of another, with how it stands.
package struct AnsweringPlan: Sendable {
    package let id: PlanID
    package let title: String
    package let placeName: String
    package let health: PlanHealth
}

extension Reading {
    /// Everything that is looked at in a plan, in four queries.
    package func checkSeries(of plan: PlanID) throws -> [CheckSeries] {
        let holders = try holdersOfChecks(plan)
        let looks = Dictionary(grouping: try looks(of: plan), by: \.check.plan)
        return try plannedChecks(of: plan).map { planned in
            let own = looks[planned.check.id] ?? []
            return CheckSeries(
                planned: planned, holder: holders[planned.check.seat], looks: own.map(\.check),
                waiting: Set(own.filter(\.waits).map(\.check.id)))
        }
    }

    private func looks(of plan: PlanID) throws -> [(check: ImpactCheck, waits: Bool)] {
        try rows(
            """
            SELECT c.id, c.check_plan_id, c.due_on, c.until_on,
                   r.done_on, r.finding, r.rating, r.response, r.response_words, r.next_look_on,
                   (SELECT COUNT(*) FROM open_check w WHERE w.check_id = c.id)
            FROM impact_check c LEFT JOIN check_result r ON r.check_id = c.id
            WHERE c.plan_id = \(plan) AND c.called_off_on IS NULL ORDER BY c.due_on, c.id
            """
        ) { row in
            let waits: Int = try row[10]
            let check = ImpactCheck(
                id: try row[0], plan: try row[1], due: try row[2], until: try row[3], result: try .read(row, 4))
            return (check, waits > 0)
        }
    }

    private func holdersOfChecks(_ plan: PlanID) throws -> [SeatID: String] {
        let found = try rows(
            """
            SELECT DISTINCT k.seat_id, h.name
            FROM check_plan k
            JOIN post t ON t.seat_id = k.seat_id AND t.starts_on <= \(today) AND t.ends_on >= \(today)
            JOIN person h ON h.id = t.person_id
            WHERE k.plan_id = \(plan)
            """
        ) { (try $0[0] as SeatID, try $0[1] as String) }
        return Dictionary(found) { first, _ in first }
    }

    /// The plans below that answer a priority of this one and that this person may see.
    package func answering(_ plan: PlanID, _ visible: Visible) throws -> [AnsweringPlan] {
        let found = try rows(
            """
            SELECT DISTINCT p.id, p.title, s.name, d.name
            FROM plan_priority above
            JOIN plan_priority y ON y.answers_id = above.id
            JOIN plan p ON p.id = y.plan_id
            LEFT JOIN school s ON s.id = p.school_id
            LEFT JOIN department d ON d.id = p.department_id
            WHERE above.plan_id = \(plan) AND y.removed_at IS NULL AND p.state IN ('approved', 'live', 'maintained')
                AND \(visible.part(of: "p.school_id", department: "p.department_id"))
            ORDER BY s.name, d.name, p.title, p.id LIMIT 300
            """
        ) { row in
            (
                id: try row[0] as PlanID, title: try row[1] as String,
                place: checkPlaceName(school: try row[2], department: try row[3])
            )
        }
        let health = try planHealth(of: found.map(\.id))
        return found.compactMap { plan in
            health[plan.id].map {
                AnsweringPlan(id: plan.id, title: plan.title, placeName: plan.place, health: $0)
            }
        }
    }
}
