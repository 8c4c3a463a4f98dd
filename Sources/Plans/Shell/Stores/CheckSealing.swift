import Database
import Kernel
package import PlanRules
import Schools

/// Something whose looks end together.
package enum CheckedPart: Sendable {
    case plan(PlanID)
    case priority(PriorityID)
    case outcome(OutcomeID)
    case action(ActionID)
    case series(CheckPlanID)

    /// Of open looks `o` and their series `k`.
    fileprivate var condition: SQL {
        switch self {
        case .plan(let id): "o.plan_id = \(id)"
        case .priority(let id):
            """
            (k.action_id IN (SELECT id FROM plan_action WHERE priority_id = \(id))
             OR k.outcome_id IN (SELECT id FROM plan_outcome WHERE priority_id = \(id)))
            """
        case .outcome(let id): "k.outcome_id = \(id)"
        case .action(let id): "k.action_id = \(id)"
        case .series(let id): "k.id = \(id)"
        }
    }
}

extension Transaction {
    /// Seals what a plan says about its checks and lets them fall due: for the moment in which it goes live. Days whose
    /// time is over by then are not asked for.
    package func sealChecks(of plan: PlanID) throws {
        let planned = try plannedChecks("k.plan_id = \(plan) AND k.sealed_at IS NULL AND \(seriesRuns)")
        guard let place = planned.first?.plan.place else { return }
        try holdCalendar()
        let calendar = try calendar(at: place)
        for one in planned {
            let looks = CheckSchedule(one.check).looks(in: calendar).filter { $0.until >= today }
            try add(looks, to: one)
            try run("UPDATE check_plan SET sealed_at = \(moment) WHERE id = \(one.check.id)")
        }
    }

    /// Looks that wait, for a series whose words are sealed.
    /// - Parameter asking: the look that asked for them.
    func add(_ looks: [Look], to planned: PlannedCheck, askedBy asking: CheckID? = nil) throws {
        let (plan, check) = (planned.plan, planned.check)
        // Nothing falls due at a school that closed or left.
        guard try !looks.isEmpty && goesOn(at: plan.place) else { return }
        let made = looks.map { (id: newID() as CheckID, look: $0) }
        try run(
            """
            INSERT INTO impact_check (id, check_plan_id, plan_id, school_id, department_id, seat_id, due_on, until_on,
                                      asked_by_id, version)
            VALUES \(SQL.joined(made.map { id, look in
                """
                (\(id), \(check.id), \(plan.id), \(plan.place.school), \(plan.place.department), \(check.seat),
                 \(look.due), \(look.until), \(asking), 1)
                """
            }))
            """)
        try run(
            """
            INSERT INTO open_check (check_id, seat_id, school_id, department_id, plan_id, due_on, until_on)
            VALUES \(SQL.joined(made.map { id, look in
                """
                (\(id), \(check.seat), \(plan.place.school), \(plan.place.department), \(plan.id), \(look.due),
                 \(look.until))
                """
            }))
            """)
    }

    /// Lets the looks of something that ends wait no longer. Those whose time is over stay missed.
    /// - Parameter stopping: the look whose "stop" ends it.
    package func callOffChecks(of part: CheckedPart, stoppedBy stopping: CheckID? = nil) throws {
        let waiting: SQL = """
            SELECT o.check_id FROM open_check o
            JOIN impact_check c ON c.id = o.check_id
            JOIN check_plan k ON k.id = c.check_plan_id
            WHERE \(part.condition)
            """
        try callOff(waiting, stoppedBy: stopping, from: today)
    }

    /// Lets the looks of a school wait no longer whose last day has come. Those whose time was over before it stay missed.
    func callOffChecks(at school: SchoolID, from lastDay: Day) throws {
        try callOff("SELECT check_id FROM open_check WHERE school_id = \(school)", stoppedBy: nil, from: lastDay)
    }

    private func callOff(_ waiting: SQL, stoppedBy stopping: CheckID?, from day: Day) throws {
        try run(
            """
            UPDATE impact_check SET stopped_by_id = \(stopping),
                called_off_on = CASE WHEN until_on >= \(day) THEN \(today) END
            WHERE id IN (\(waiting))
            """)
        try run("DELETE FROM open_check WHERE check_id IN (\(waiting))")
    }
}
