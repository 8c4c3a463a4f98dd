import Database
package import Kernel
import PlanRules

/// Something worth a word of thanks in a line meeting.
package struct GoodNews: Hashable, Sendable {
    /// What was looked at, or the criterion that is met.
    package let title: String
    /// What was found, or why it is met.
    package let words: String
    package let planTitle: String
    package let day: Day
    /// The page that says more.
    package let address: String
}

extension Reading {
    /// The newest look at a place that found something working since a day, or the newest criterion that was met, as far
    /// as the two people of a line meeting may both read it.
    /// - Returns: nil when there is neither.
    package func lastGoodNews(at place: Place, line seats: [SeatID], since day: Day) throws -> GoodNews? {
        func here(or seat: SQL) -> SQL {
            let reached = reached(
                fromAll: seats, school: "p.school_id", department: "p.department_id", orIn: seat)
            return "\(plansHere(place)) AND \(reached)"
        }
        let found = try first(
            """
            SELECT k.looked, r.finding, p.title, r.done_on, c.id
            FROM plan p JOIN impact_check c ON c.plan_id = p.id AND c.due_on >= \(day - 30)
            JOIN check_result r ON r.check_id = c.id JOIN check_plan k ON k.id = c.check_plan_id
            WHERE \(here(or: "c.seat_id")) AND p.state IN ('live', 'maintained') AND r.rating = 'green' AND r.done_on >= \(day)
            ORDER BY r.done_at DESC LIMIT 1
            """
        ) { row in
            let check: CheckID = try row[4]
            return GoodNews(
                title: try row[0], words: try row[1], planTitle: try row[2], day: try row[3],
                address: "/checks/\(check)")
        }
        let met = try first(
            """
            SELECT t.words, t.why, p.title, t.judged_on, p.id
            FROM plan p JOIN plan_criterion t ON t.plan_id = p.id
            WHERE \(here(or: "''")) AND p.state IN ('live', 'maintained') AND t.status = 'met' AND t.removed_at IS NULL
                AND t.judged_on >= \(day)
            ORDER BY t.judged_on DESC, t.id LIMIT 1
            """
        ) { row in
            let plan: PlanID = try row[4]
            return GoodNews(
                title: try row[0], words: try row[1], planTitle: try row[2], day: try row[3],
                address: "/plans/\(plan)")
        }
        guard let found, let met else { return found ?? met }
        return met.day > found.day ? met : found
    }

    /// Of plans `p` at a place and below it.
    private func plansHere(_ place: Place) -> SQL {
        switch place {
        case .trust: "1 = 1"
        case .school(let school): "p.school_id = \(school)"
        case .department(let department, _): "p.department_id = \(department)"
        }
    }
}
