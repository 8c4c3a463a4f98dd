import Database
import Kernel
package import PlanRules

/// A series of looks with the plan that it belongs to.
package struct PlannedCheck: Sendable {
    package let plan: Plan
    package let check: CheckPlan
    /// What the looked-at action or outcome is called.
    package let subject: String
    package let isSealed: Bool
    package let isRemoved: Bool
}

extension Reading {
    /// - Throws: `Refusal.notFound` when there is none.
    package func plannedCheck(_ id: CheckPlanID) throws -> PlannedCheck {
        guard let found = try plannedChecks("k.id = \(id)").first else { throw Refusal.notFound }
        return found
    }

    /// Every series of a plan that was not taken out, in the order of its making.
    package func plannedChecks(of plan: PlanID) throws -> [PlannedCheck] {
        try plannedChecks("k.plan_id = \(plan) AND k.removed_at IS NULL")
    }

    func plannedChecks(_ condition: SQL) throws -> [PlannedCheck] {
        let days = try rows(
            """
            SELECT d.check_plan_id, d.day FROM check_plan_day d JOIN check_plan k ON k.id = d.check_plan_id JOIN plan p ON p.id = k.plan_id
            WHERE \(condition) ORDER BY d.day
            """
        ) { (check: try $0[0] as CheckPlanID, day: try $0[1] as Day) }
        let named = Dictionary(grouping: days, by: \.check).mapValues { $0.map(\.day) }
        return try rows(
            """
            SELECT k.id, k.action_id, k.outcome_id, k.looked, k.how, k.seat_id, k.rhythm, k.first_on, k.last_on,
                   k.version, k.sealed_at, k.removed_at, k.ended_on, k.ended_reason, COALESCE(a.what, o.words),
                   p.id, p.kind, p.school_id, p.department_id, p.title, p.starts_on, p.ends_on, p.state, p.version
            FROM check_plan k
            JOIN plan p ON p.id = k.plan_id
            LEFT JOIN plan_action a ON a.id = k.action_id
            LEFT JOIN plan_outcome o ON o.id = k.outcome_id
            WHERE \(condition) ORDER BY k.id
            """
        ) { row in
            let id: CheckPlanID = try row[0]
            let ended: Day? = try row[12]
            let reason: String = try row[13]
            let sealed: Instant? = try row[10]
            let removed: Instant? = try row[11]
            return PlannedCheck(
                plan: try Plan.read(row, 15),
                check: CheckPlan(
                    id: id, subject: try .read(row, action: 1, outcome: 2), looked: try row[3], how: try row[4],
                    seat: try row[5], rhythm: try row[6], first: try row[7], last: try row[8], days: named[id] ?? [],
                    ended: ended.map { Ending(day: $0, reason: reason) }, version: try row[9]),
                subject: try row[14], isSealed: sealed != nil, isRemoved: removed != nil)
        }
    }
}

extension Plan {
    /// From nine columns: id, kind, school, department, title, first and last day, state, version.
    static func read(_ row: borrowing Row, _ column: Int) throws -> Plan {
        guard let kind = PlanKind(rawValue: try row.text(column + 1)),
            let state = PlanState(rawValue: try row.text(column + 7))
        else { throw DatabaseError.unreadable(column: column, as: "plan") }
        return Plan(
            id: try row[column], kind: kind, place: try Place.ofPlan(row, column + 2),
            title: try row[column + 4], starts: try row[column + 5], ends: try row[column + 6], state: state,
            version: try row[column + 8])
    }
}

extension Transaction {
    /// - Throws: `Refusal.stale` when somebody else changed it since the page was read.
    package func save(_ change: CheckPlanned) throws {
        let check = change.check
        let written = try run(
            """
            INSERT INTO check_plan (id, plan_id, action_id, outcome_id, looked, how, seat_id, rhythm, first_on, last_on,
                                    version, ended_reason)
            VALUES (\(check.id), \(change.plan), \(check.subject.action), \(check.subject.outcome), \(check.looked),
                    \(check.how), \(check.seat), \(check.rhythm), \(check.first), \(check.last), 1, '')
            ON CONFLICT (id) DO UPDATE
            SET looked = excluded.looked, how = excluded.how, seat_id = excluded.seat_id, rhythm = excluded.rhythm,
                first_on = excluded.first_on, last_on = excluded.last_on, version = check_plan.version + 1
            WHERE check_plan.version = \(check.version)
            """)
        guard written == 1 else { throw Refusal.stale }
        try run("DELETE FROM check_plan_day WHERE check_plan_id = \(check.id)")
        for day in check.days {
            try run("INSERT INTO check_plan_day (check_plan_id, day) VALUES (\(check.id), \(day))")
        }
    }

    package func save(_ change: CheckPlanRemoved) throws {
        let removed: Instant? = change.isRemoved ? moment : nil
        try run("UPDATE check_plan SET removed_at = \(removed), version = version + 1 WHERE id = \(change.check)")
    }

    /// - Throws: `Refusal.stale` when somebody else changed it since the page was read.
    package func save(_ change: CheckPlanEnded) throws {
        let written = try run(
            """
            UPDATE check_plan SET ended_on = \(change.ending.day), ended_reason = \(change.ending.reason),
                version = version + 1
            WHERE id = \(change.check) AND version = \(change.version)
            """)
        guard written == 1 else { throw Refusal.stale }
        try callOffChecks(of: .series(change.check))
    }
}
