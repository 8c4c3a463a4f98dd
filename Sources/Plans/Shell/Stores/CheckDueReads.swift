import Database
package import Kernel
package import PlanRules

/// A look that waits, as lists show it.
package struct CheckLine: Hashable, Sendable {
    package let id: CheckID
    package let series: CheckPlanID
    /// What will be looked at.
    package let looked: String
    package let planTitle: String
    package let plan: PlanID
    /// The action or outcome that is looked at.
    package let subject: String
    /// What will be seen when the action works; empty for an outcome, and when nobody said.
    package let sign: String
    package let place: Place
    /// `English, Willowbrook Academy`
    package let placeName: String
    package let seat: SeatID
    /// Who sits in the seat today; nil when nobody does: somebody must take it up.
    package let holder: String?
    package let look: Look
    /// Of the look as it was read, for the form that records it.
    package let version: Int
    package let lastTime: LastTime?

    package func standing(on today: Day) -> CheckStanding {
        if today > look.until { return .missed }
        return today >= look.due ? .due : .coming
    }
}

/// What was found on the look before, because an adaptation is looked at next.
package struct LastTime: Hashable, Sendable {
    package let result: CheckResult
}

extension Reading {
    /// The looks that wait for those who sit in `seats` and are due by `day`, soonest first; missed ones come first.
    package func checksDue(for seats: [SeatID], through day: Day, limit: Int = 100) throws -> [CheckLine] {
        if seats.isEmpty { return [] }
        let mine = SQL.joined(seats.map { "\($0)" })
        return try checkLines("w.seat_id IN (\(mine)) AND w.due_on <= \(day)", by: "w.due_on", limit: limit)
    }

    /// What a line meeting looks at: the looks of its two people at a place that are due by `day` or were missed, as far
    /// as both may read them.
    package func checksDue(at place: Place, line: [SeatID], on day: Day) throws -> [CheckLine] {
        if line.isEmpty { return [] }
        let seats = SQL.joined(line.map { "\($0)" })
        let here: SQL =
            switch place {
            case .trust: "1 = 1"
            case .school(let school): "w.school_id = \(school)"
            case .department(let department, _): "w.department_id = \(department)"
            }
        return try checkLines(
            """
            w.seat_id IN (\(seats)) AND \(here) AND w.due_on <= \(day)
              AND \(reached(fromAll: line, school: "w.school_id", department: "w.department_id", orIn: "w.seat_id"))
            """, by: "w.due_on", limit: 50)
    }

    /// Chooses the looks before it asks what they are about, because thousands may wait for which nothing is shown.
    ///
    /// - Parameters:
    ///   - condition: on the waiting look `w`.
    ///   - order: a column of `w`; looks that are alike in it stand in the order of their ids.
    func checkLines(_ condition: SQL, by order: SQL, limit: Int, offset: Int = 0) throws -> [CheckLine] {
        try rows(
            """
            SELECT w.check_id, k.looked, p.title, w.plan_id, COALESCE(a.what, o.words), w.school_id, w.department_id,
                   s.name, d.name, w.seat_id, h.name, w.due_on, w.until_on, c.version,
                   r.done_on, r.finding, r.rating, r.response, r.response_words, r.next_look_on,
                   COALESCE(a.seen, ''), c.check_plan_id
            FROM (SELECT w.* FROM open_check w WHERE \(condition)
                  ORDER BY \(order), w.check_id LIMIT \(limit) OFFSET \(offset)) w
            JOIN impact_check c ON c.id = w.check_id
            JOIN check_plan k ON k.id = c.check_plan_id
            JOIN plan p ON p.id = w.plan_id
            LEFT JOIN plan_action a ON a.id = k.action_id
            LEFT JOIN plan_outcome o ON o.id = k.outcome_id
            LEFT JOIN school s ON s.id = w.school_id
            LEFT JOIN department d ON d.id = w.department_id
            LEFT JOIN post t ON t.seat_id = w.seat_id AND t.starts_on <= \(today) AND t.ends_on >= \(today)
            LEFT JOIN person h ON h.id = t.person_id
            LEFT JOIN check_result r ON r.check_id = (
                SELECT l.check_id FROM check_result l JOIN impact_check b ON b.id = l.check_id
                WHERE b.check_plan_id = k.id AND b.called_off_on IS NULL ORDER BY l.done_at DESC, l.check_id DESC
                LIMIT 1)
            ORDER BY \(order), w.check_id
            """, CheckLine.read)
    }
}

extension CheckLine {
    fileprivate static func read(_ row: borrowing Row) throws -> CheckLine {
        let place = try Place.ofPlan(row, 5)
        let school: String? = try row[7]
        let department: String? = try row[8]
        return CheckLine(
            id: try row[0], series: try row[21], looked: try row[1], planTitle: try row[2], plan: try row[3],
            subject: try row[4],
            sign: try row[20], place: place, placeName: checkPlaceName(school: school, department: department),
            seat: try row[9],
            holder: try row[10], look: Look(due: try row[11], until: try row[12]), version: try row[13],
            lastTime: try CheckResult.read(row, 14).map { LastTime(result: $0) })
    }
}

/// `English, Willowbrook Academy`; `The trust` for what belongs to no school.
func checkPlaceName(school: String?, department: String?) -> String {
    let parts = [department, school].compactMap { $0 }
    return parts.isEmpty ? "The trust" : parts.joined(separator: ", ")
}
