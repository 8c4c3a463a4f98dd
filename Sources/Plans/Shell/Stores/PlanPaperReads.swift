import Database
import Kernel
import PlanRules

/// A dated look with the words of what is looked at and how.
struct WrittenLook: Sendable {
    let subject: CheckPlan.Subject
    let looked: String
    let how: String
    let seat: SeatID
    let check: ImpactCheck
}

extension Reading {
    /// Every look of a plan that was not called off, soonest first.
    func writtenLooks(of plan: PlanID) throws -> [WrittenLook] {
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
            WrittenLook(
                subject: try .read(row, action: 0, outcome: 1), looked: try row[2], how: try row[3], seat: try row[4],
                check: ImpactCheck(
                    id: try row[5], plan: try row[6], due: try row[7], until: try row[8], result: try .read(row, 9)))
        }
    }
}
