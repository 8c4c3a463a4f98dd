package import Database
package import Kernel
package import PlanRules
import SchoolRules
import Schools

/// One series with the looks that a change of the calendar may move.
package struct MovingSeries: Sendable {
    package let planned: PlannedCheck
    package let placeName: String
    package let open: [OpenLook]
    package let done: [OpenLook]
}

extension Reading {
    /// The series at work of one school, or with nil of all and of the trust's own plans: four queries whatever their
    /// number. None at a school that closed or left.
    package func movingSeries(at school: SchoolID?) throws -> [MovingSeries] {
        let here: SQL = school.map { "p.school_id = \($0)" } ?? "1 = 1"
        let planned = try plannedChecks(
            """
            k.sealed_at IS NOT NULL AND \(seriesRuns) AND p.state IN ('live', 'maintained') AND \(here)
            AND \(schoolGoesOn(in: "p.school_id"))
            """)
        let open = Dictionary(grouping: try openLooks(here), by: \.series)
        let done = Dictionary(grouping: try doneLooks(here), by: \.series)
        let names = try placeNames(here)
        return planned.map { one in
            MovingSeries(
                planned: one, placeName: names[one.plan.id] ?? "", open: open[one.check.id]?.map(\.open) ?? [],
                done: done[one.check.id]?.map(\.done) ?? [])
        }
    }

    private func openLooks(_ here: SQL) throws -> [(series: CheckPlanID, open: OpenLook)] {
        try rows(
            """
            SELECT c.check_plan_id, c.id, c.due_on, c.until_on, c.asked_by_id
            FROM open_check w JOIN impact_check c ON c.id = w.check_id JOIN plan p ON p.id = w.plan_id
            WHERE \(here) ORDER BY c.due_on, c.id
            """, readLook)
    }

    /// Of the last half year: longer than any term, so that no term is looked at twice.
    private func doneLooks(_ here: SQL) throws -> [(series: CheckPlanID, done: OpenLook)] {
        try rows(
            """
            SELECT c.check_plan_id, c.id, c.due_on, c.until_on, c.asked_by_id
            FROM plan p JOIN impact_check c ON c.plan_id = p.id JOIN check_result r ON r.check_id = c.id
            WHERE p.state IN ('live', 'maintained') AND c.due_on >= \(today - 183) AND \(here)
                AND c.called_off_on IS NULL
            """, readLook)
    }

    private func placeNames(_ here: SQL) throws -> [PlanID: String] {
        let names = try rows(
            """
            SELECT p.id, s.name, d.name FROM plan p
            LEFT JOIN school s ON s.id = p.school_id LEFT JOIN department d ON d.id = p.department_id
            WHERE p.state IN ('live', 'maintained') AND \(here)
            """
        ) { (try $0[0] as PlanID, checkPlaceName(school: try $0[1], department: try $0[2])) }
        return Dictionary(names) { first, _ in first }
    }
}

private func readLook(_ row: borrowing Row) throws -> (CheckPlanID, OpenLook) {
    let asking: CheckID? = try row[4]
    let look = Look(due: try row[2], until: try row[3])
    return (try row[0], OpenLook(check: try row[1], look: look, isAsked: asking != nil))
}

extension Transaction {
    /// Every plan at work of one school, or with nil of all: their looks are about to follow the calendar.
    func countChanges(at school: SchoolID?) throws {
        let here: SQL = school.map { "school_id = \($0)" } ?? "1 = 1"
        try run("UPDATE plan SET changes = changes + 1 WHERE state IN ('live', 'maintained') AND \(here)")
    }

    /// Moves, adds and calls off looks. The moved ones first leave their days, so that two may change places.
    package func save(_ moves: SeriesMoves, of planned: PlannedCheck) throws {
        let leaving = moves.moved.map(\.check) + moves.calledOff.map(\.check)
        if !leaving.isEmpty {
            let all = SQL.joined(leaving.map { "\($0)" })
            try run("UPDATE impact_check SET called_off_on = \(today) WHERE id IN (\(all))")
        }
        for moved in moves.moved {
            try run(
                """
                UPDATE impact_check SET due_on = \(moved.to.due), until_on = \(moved.to.until), called_off_on = NULL
                WHERE id = \(moved.check)
                """)
            try run(
                """
                UPDATE open_check SET due_on = \(moved.to.due), until_on = \(moved.to.until)
                WHERE check_id = \(moved.check)
                """)
        }
        if !moves.calledOff.isEmpty {
            let gone = SQL.joined(moves.calledOff.map { "\($0.check)" })
            try run("DELETE FROM open_check WHERE check_id IN (\(gone))")
        }
        try add(moves.added, to: planned)
    }
}
