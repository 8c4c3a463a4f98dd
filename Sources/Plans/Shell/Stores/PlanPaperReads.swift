import Database
import Kernel
import PlanRules

/// A dated look with the words of what is looked at and how.
struct WrittenLook: Sendable {
    let subject: CheckPlan.Subject
    let looked: String
    let how: String
    let seat: SeatID
    let due: Day
    let standing: CheckStanding
    let result: CheckResult?
}

extension Reading {
    /// Every look of a plan that was not called off, soonest first. Of a plan whose words are not sealed yet, those that
    /// are to come as it stands.
    func writtenLooks(of plan: Plan) throws -> [WrittenLook] {
        let planned = try plannedChecks(of: plan.id).filter { !$0.isSealed && $0.check.ended == nil }
        let calendar = planned.isEmpty ? nil : try calendar(at: plan.place)
        let coming = planned.flatMap { one in
            (calendar.map { CheckSchedule(one.check).looks(in: $0) } ?? []).map { look in
                WrittenLook(
                    subject: one.check.subject, looked: one.check.looked, how: one.check.how, seat: one.check.seat,
                    due: look.due, standing: .coming, result: nil)
            }
        }
        return try sealedLooks(of: plan.id) + coming
    }

    private func sealedLooks(of plan: PlanID) throws -> [WrittenLook] {
        try rows(
            """
            SELECT k.action_id, k.outcome_id, k.looked, k.how, c.seat_id, c.id, k.id, c.due_on, c.until_on,
                   r.done_on, r.finding, r.rating, r.response, r.response_words, r.next_look_on
            FROM impact_check c
            JOIN check_plan k ON k.id = c.check_plan_id
            LEFT JOIN check_result r ON r.check_id = c.id
            WHERE c.plan_id = \(plan) AND c.called_off_on IS NULL ORDER BY c.due_on, c.id
            """
        ) { row in
            let check = ImpactCheck(
                id: try row[5], plan: try row[6], due: try row[7], until: try row[8], result: try .read(row, 9))
            return WrittenLook(
                subject: try .read(row, action: 0, outcome: 1), looked: try row[2], how: try row[3], seat: try row[4],
                due: check.due, standing: check.standing(on: today), result: check.result)
        }
    }
}
