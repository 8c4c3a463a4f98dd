import Database
package import Kernel
import PlanRules

/// The looks that nobody did in time, over everything that one person may see, a page at a time.
package struct MissedChecks: Sendable {
    package let lines: [CheckLine]
    /// Every school that has any, by name, with how many; nil for the trust's own plans.
    package let schools: [School]
    package let chosen: SchoolID?
    package let page: Int
    package let today: Day
    /// The schools of which this person sees how their plans stand.
    package var seesHealth: Set<SchoolID> = []

    package struct School: Hashable, Sendable {
        package let id: SchoolID?
        package let name: String
        package let count: Int
    }

    package static let pageSize = 50

    /// Of what the filter shows.
    package var count: Int {
        schools.filter { chosen == nil || $0.id == chosen }.reduce(0) { $0 + $1.count }
    }

    package var pages: Int { max(1, (count + Self.pageSize - 1) / Self.pageSize) }
}

extension Reading {
    /// Those whose time ended longest ago first. Two queries, over the index of what waits.
    package func missedChecks(at school: SchoolID?, page: Int, _ visible: Visible) throws -> MissedChecks {
        // The first condition lets the index of schools lead to what one person may see among many schools.
        let mine: SQL =
            "\(visible.school("w.school_id")) AND \(visible.part(of: "w.school_id", department: "w.department_id"))"
        let here: SQL = school.map { "AND w.school_id = \($0)" } ?? ""
        let lines = try checkLines(
            "w.until_on < \(today) AND \(mine) \(here)", by: "w.until_on", limit: MissedChecks.pageSize,
            offset: (page - 1) * MissedChecks.pageSize)
        // Grouped by an expression, so that SQLite reads what was missed and not, school by school, all that waits.
        let schools = try rows(
            """
            SELECT n.school_id, s.name, n.missed
            FROM (SELECT w.school_id || '' AS school_id, COUNT(*) AS missed FROM open_check w
                  WHERE w.until_on < \(today) AND \(mine) GROUP BY w.school_id || '') n
            LEFT JOIN school s ON s.id = n.school_id ORDER BY s.name
            """
        ) { row in
            let name: String? = try row[1]
            return MissedChecks.School(id: try row[0], name: name ?? "The trust", count: try row[2])
        }
        return MissedChecks(lines: lines, schools: schools, chosen: school, page: page, today: today)
    }
}
