import Database
package import Kernel
package import PlanRules
import Schools

/// A plan of a school with how it stands.
package struct HealthLine: Hashable, Sendable {
    package let plan: PlanID
    package let title: String
    package let kind: PlanKind
    package let placeName: String
    package let ends: Day
    package let health: PlanHealth
}

/// What became of the looks that fell due or were done in a window of the calendar.
package struct LookFigures: Hashable, Sendable {
    package var onTime = 0
    package var late = 0
    package var missed = 0
    /// Due and still in time.
    package var waiting = 0
    package var responses: [ResponseKind: Int] = [:]

    package init() {}

    package var due: Int { onTime + late + missed }
}

/// How a school's plans stand.
package struct SchoolHealth: Sendable {
    package let school: SchoolID
    package let schoolName: String
    /// The half term; in a holiday the one before. nil when the calendar knows neither.
    package let window: Window?
    package let figures: LookFigures
    package let plans: [HealthLine]
    /// The missed looks that wait for longest.
    package let oldest: [CheckLine]
    package let missed: Int
    package let today: Day
}

extension Reading {
    /// In twelve queries, whatever was planned and looked at there.
    package func health(of school: SchoolID) throws -> SchoolHealth {
        guard let name = try schoolName(school) else { throw Refusal.notFound }
        let calendar = try calendar(of: school)
        let half = calendar.halfTerm(of: today) ?? calendar.years.flatMap(\.halfTerms).last { $0.last < today }
        let window = half.map { Window($0.name, $0.first, $0.last) }
        let missed = try first("SELECT COUNT(*) FROM open_check WHERE school_id = \(school) AND until_on < \(today)") {
            try $0[0] as Int
        }
        return SchoolHealth(
            school: school, schoolName: name, window: window,
            figures: try window.map { try figures(of: school, in: $0) } ?? LookFigures(),
            plans: try healthLines(of: school),
            oldest: try checkLines(
                "w.school_id = \(school) AND w.until_on < \(today)", by: "w.until_on", limit: 5),
            missed: missed ?? 0, today: today)
    }

    private func figures(of school: SchoolID, in window: Window) throws -> LookFigures {
        var figures = LookFigures()
        try each(
            """
            SELECT CASE WHEN r.done_on IS NULL AND c.until_on < \(today) THEN 'missed'
                        WHEN r.done_on IS NULL THEN 'waiting'
                        WHEN r.done_on <= c.until_on THEN 'on-time' ELSE 'late' END,
                   r.response, COUNT(*)
            FROM plan p JOIN impact_check c ON c.plan_id = p.id
            LEFT JOIN check_result r ON r.check_id = c.id
            WHERE p.school_id = \(school) AND c.called_off_on IS NULL
                AND ((c.due_on >= \(window.first) AND c.due_on <= \(min(window.last, today)))
                     OR (r.done_on >= \(window.first) AND r.done_on <= \(window.last)))
            GROUP BY 1, 2
            """
        ) { row in
            let count: Int = try row[2]
            switch try row.text(0) {
            case "missed": figures.missed += count
            case "waiting": figures.waiting += count
            case "on-time": figures.onTime += count
            default: figures.late += count
            }
            if let response: ResponseKind = try row[1] { figures.responses[response, default: 0] += count }
        }
        return figures
    }

    /// Plans at work and those about to begin; the ones that need somebody first.
    private func healthLines(of school: SchoolID) throws -> [HealthLine] {
        let plans = try rows(
            """
            SELECT p.id, p.kind, p.school_id, p.department_id, p.title, p.starts_on, p.ends_on, p.state, p.version,
                   s.name, d.name
            FROM plan p JOIN school s ON s.id = p.school_id LEFT JOIN department d ON d.id = p.department_id
            WHERE p.school_id = \(school) AND p.state IN ('approved', 'live', 'maintained')
            ORDER BY d.name, p.title, p.id LIMIT 200
            """
        ) { row in
            (plan: try Plan.read(row, 0), place: checkPlaceName(school: try row[9], department: try row[10]))
        }
        let health = try planHealth(of: plans.map(\.plan.id))
        let order: [PlanHealth.Level] = [.red, .missed, .amber, .unknown, .green, .notLive]
        let lines = plans.compactMap { plan, place in
            health[plan.id].map {
                HealthLine(
                    plan: plan.id, title: plan.title, kind: plan.kind, placeName: place, ends: plan.ends, health: $0)
            }
        }
        return order.flatMap { level in lines.filter { $0.health.level == level } }
    }
}
