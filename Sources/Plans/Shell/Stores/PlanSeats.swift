import Database
import Kernel
import People
import PlanRules

extension Reading {
    /// Every seat that a plan names, with whoever sits in it today, and those of them with a duty that goes on, in one
    /// query.
    func seats(inPlan plan: PlanID) throws -> (named: [SeatID: Seat], bound: Set<SeatID>) {
        let found = try rows(
            """
            WITH named AS (
                SELECT a.owner_seat_id AS seat_id,
                       CASE WHEN a.ended_on IS NULL AND y.ended_on IS NULL THEN 1 ELSE 0 END AS goes_on
                FROM plan_action a JOIN plan_priority y ON y.id = a.priority_id
                WHERE a.plan_id = \(plan) AND a.removed_at IS NULL
                UNION
                SELECT a.supporter_seat_id, CASE WHEN a.ended_on IS NULL AND y.ended_on IS NULL THEN 1 ELSE 0 END
                FROM plan_action a JOIN plan_priority y ON y.id = a.priority_id
                WHERE a.plan_id = \(plan) AND a.removed_at IS NULL AND a.supporter_seat_id IS NOT NULL
                UNION
                SELECT remover_seat_id, 1 FROM plan_blockage
                WHERE plan_id = \(plan) AND removed_at IS NULL AND cleared_on IS NULL
                UNION
                SELECT k.seat_id, CASE WHEN \(seriesRuns) THEN 1 ELSE 0 END
                FROM check_plan k WHERE k.plan_id = \(plan) AND k.removed_at IS NULL)
            SELECT seat.id, seat.role, seat.school_id, seat.department_id, person.id, person.name,
                   (SELECT MAX(n.goes_on) FROM named n WHERE n.seat_id = seat.id)
            FROM seat
            LEFT JOIN post ON post.seat_id = seat.id AND post.starts_on <= \(today) AND post.ends_on >= \(today)
            LEFT JOIN person ON person.id = post.person_id
            WHERE seat.id IN (SELECT seat_id FROM named)
            """
        ) { row in
            let person: PersonID? = try row[4]
            let name: String? = try row[5]
            let seat = Seat(
                id: try row[0], role: Role(rawValue: try row.text(1)) ?? .staff, place: try Place.ofPlan(row, 2),
                holder: person.map { Seat.Holder(person: $0, name: name ?? "") })
            return (seat: seat, isBound: try row[6] as Int == 1)
        }
        return (
            Dictionary(found.map { ($0.seat.id, $0.seat) }, uniquingKeysWith: { first, _ in first }),
            Set(found.filter(\.isBound).map(\.seat.id))
        )
    }
}

extension Transaction {
    /// Moves every duty of one seat in a plan to another: actions owned and supported, blockages, checks and those that
    /// wait. A supporter who becomes the owner supports no longer.
    func save(_ change: DutiesHandedOver) throws {
        let (plan, from, to) = (change.plan, change.from, change.to)
        try run(
            """
            UPDATE plan_action SET supporter_seat_id = NULL, version = version + 1
            WHERE plan_id = \(plan) AND owner_seat_id = \(from) AND supporter_seat_id = \(to)
            """)
        try run(
            """
            UPDATE plan_action SET owner_seat_id = \(to), version = version + 1
            WHERE plan_id = \(plan) AND owner_seat_id = \(from)
            """)
        try run(
            """
            UPDATE plan_action
            SET supporter_seat_id = CASE WHEN owner_seat_id = \(to) THEN NULL ELSE \(to) END, version = version + 1
            WHERE plan_id = \(plan) AND supporter_seat_id = \(from)
            """)
        try run(
            """
            UPDATE plan_blockage SET remover_seat_id = \(to), version = version + 1
            WHERE plan_id = \(plan) AND remover_seat_id = \(from) AND cleared_on IS NULL
            """)
        try handOverChecks(of: plan, from, to)
    }

    /// What was looked at before stays with whoever looked.
    private func handOverChecks(of plan: PlanID, _ from: SeatID, _ to: SeatID) throws {
        try run(
            """
            UPDATE check_plan SET seat_id = \(to), version = version + 1 WHERE plan_id = \(plan) AND seat_id = \(from)
            """)
        try run(
            """
            UPDATE impact_check SET seat_id = \(to), version = version + 1
            WHERE plan_id = \(plan) AND seat_id = \(from)
              AND id IN (SELECT check_id FROM open_check WHERE plan_id = \(plan))
            """)
        try run("UPDATE open_check SET seat_id = \(to) WHERE plan_id = \(plan) AND seat_id = \(from)")
    }
}
