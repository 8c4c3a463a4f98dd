import Database
import Kernel
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
    /// Whether the reader may open its looks and read what was found.
    package var isOpen = true

    /// As this person may read it: who works below the place sees how each look came out, and not what was found.
    func shown(to actor: Actor, at place: Place) -> CheckSeries {
        if (try? MaySeeCheck(actor, at: place, seat: planned.check.seat)) != nil { return self }
        return CheckSeries(
            planned: planned, holder: holder, looks: looks.map(\.withoutWords), waiting: waiting, isOpen: false)
    }
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
}
