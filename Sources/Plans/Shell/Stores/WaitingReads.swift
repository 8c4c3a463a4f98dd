package import Database
package import Kernel
package import PlanRules
import Schools

/// A plan that waits for somebody's approval.
package struct WaitingApproval: Hashable, Sendable {
    package let plan: PlanID
    package let title: String
    package let place: String
    package let school: SchoolID?
    package let since: Day
    /// Of the plan, for the step that is taken from here.
    package let changes: Int
}

/// A plan whose approval was answered, for who asked for it: it waits to be put live, or to be changed.
package struct AnsweredApproval: Hashable, Sendable {
    package let plan: PlanID
    package let title: String
    package let place: String
    package let school: SchoolID?
    package let since: Day
    /// Of the plan, for the step that is taken from here.
    package let changes: Int
    /// Who answered.
    package let by: String
    /// What is to be changed; nil when it was approved.
    package let toChange: String?
}

/// A blockage that somebody has to remove.
package struct WaitingBlockage: Hashable, Sendable {
    package let plan: PlanID
    package let blockage: Blockage
    package let place: String
    package let school: SchoolID?
}

extension Reading {
    /// Submitted plans that this person may approve, oldest first, in one query.
    package func waitingApprovals(for actor: Actor) throws -> [WaitingApproval] {
        let found = try rows(
            """
            SELECT p.id, p.kind, p.school_id, p.department_id, p.title, p.starts_on, p.ends_on, p.state, p.version,
                   t.name, s.name, d.name, e.person_id, e.happened_at, p.changes
            FROM plan p
            JOIN plan_event e ON e.id = (SELECT x.id FROM plan_event x WHERE x.plan_id = p.id AND x.what = 'submitted'
                                         ORDER BY x.happened_at DESC, x.id DESC LIMIT 1)
            CROSS JOIN trust t
            LEFT JOIN school s ON s.id = p.school_id
            LEFT JOIN department d ON d.id = p.department_id
            WHERE p.state = 'submitted' AND \(schoolGoesOn(in: "p.school_id")) AND (\(plansSeen(by: actor)))
            ORDER BY e.happened_at, p.id
            """
        ) { row in
            let plan = try Plan.read(row, 0)
            let names = PlaceNames(trust: try row[9], school: try row[10], department: try row[11])
            let at: Instant = try row[13]
            let waiting = WaitingApproval(
                plan: plan.id, title: plan.title, place: names.whole, school: plan.place.school, since: at.day,
                changes: try row[14])
            return (plan: plan, submitter: try row[12] as PersonID, waiting: waiting)
        }
        return found.filter { (try? MayApprovePlan(actor, $0.plan, submittedBy: $0.submitter)) != nil }.map(\.waiting)
    }

    /// Plans that this person submitted and that were approved or sent back since, oldest first, in one query.
    package func answeredApprovals(for actor: Actor) throws -> [AnsweredApproval] {
        let found = try rows(
            """
            SELECT p.id, p.kind, p.school_id, p.department_id, p.title, p.starts_on, p.ends_on, p.state, p.version,
                   t.name, s.name, d.name, e.what, e.words, e.happened_at, b.name, p.changes
            FROM plan p
            JOIN plan_event e ON e.id = (SELECT x.id FROM plan_event x WHERE x.plan_id = p.id
                                         ORDER BY x.happened_at DESC, x.id DESC LIMIT 1)
            JOIN person b ON b.id = e.person_id
            CROSS JOIN trust t
            LEFT JOIN school s ON s.id = p.school_id
            LEFT JOIN department d ON d.id = p.department_id
            WHERE p.state IN ('approved', 'draft') AND e.what IN ('approved', 'sent-back')
              AND \(schoolGoesOn(in: "p.school_id"))
              AND (SELECT y.person_id FROM plan_event y WHERE y.plan_id = p.id AND y.what = 'submitted'
                   ORDER BY y.happened_at DESC, y.id DESC LIMIT 1) = \(actor.person)
            ORDER BY e.happened_at, p.id
            """
        ) { row in
            let plan = try Plan.read(row, 0)
            let names = PlaceNames(trust: try row[9], school: try row[10], department: try row[11])
            let (words, at): (String, Instant) = (try row[13], try row[14])
            let answer = AnsweredApproval(
                plan: plan.id, title: plan.title, place: names.whole, school: plan.place.school, since: at.day,
                changes: try row[16],
                by: try row[15],
                toChange: plan.state == .draft ? words : nil)
            return (plan: plan, answer: answer)
        }
        return found.filter { (try? MayWritePlan(actor, $0.plan)) != nil }.map(\.answer)
    }

    /// Blockages that one of these seats has to remove by a day, soonest first, in one query.
    package func waitingBlockages(for seats: [SeatID], through day: Day) throws -> [WaitingBlockage] {
        if seats.isEmpty { return [] }
        return try rows(
            """
            SELECT b.plan_id, b.id, b.words, b.remover_seat_id, b.by_day, b.version, t.name, s.name, d.name,
                   p.school_id
            FROM plan_blockage b
            JOIN plan p ON p.id = b.plan_id
            CROSS JOIN trust t
            LEFT JOIN school s ON s.id = p.school_id
            LEFT JOIN department d ON d.id = p.department_id
            WHERE b.remover_seat_id IN (\(SQL.joined(seats.map { "\($0)" }))) AND b.cleared_on IS NULL
              AND b.removed_at IS NULL AND b.by_day <= \(day) AND p.state IN ('approved', 'live', 'maintained')
              AND \(schoolGoesOn(in: "p.school_id"))
            ORDER BY b.by_day, b.id
            """
        ) { row in
            let blockage = Blockage(
                id: try row[1], words: try row[2], remover: try row[3], by: try row[4], removed: nil,
                version: try row[5])
            let names = PlaceNames(trust: try row[6], school: try row[7], department: try row[8])
            return WaitingBlockage(plan: try row[0], blockage: blockage, place: names.whole, school: try row[9])
        }
    }
}
