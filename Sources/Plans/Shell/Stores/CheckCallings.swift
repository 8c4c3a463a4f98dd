import Database
import Kernel
import PlanRules

/// A check that was called off, for the calendars of those who were to do it.
struct CheckCalledOff: Hashable, Sendable {
    let id: CheckID
    let looked: String
    let due: Day
    let school: SchoolID?
    let placeName: String
}

extension Reading {
    /// Checks of those who sit in `seats` that were called off in the last `days`.
    func checksCalledOff(for seats: [SeatID], inLast days: Int, through last: Day) throws -> [CheckCalledOff] {
        if seats.isEmpty { return [] }
        return try rows(
            """
            SELECT c.id, k.looked, c.due_on, c.school_id, s.name, d.name
            FROM impact_check c JOIN check_plan k ON k.id = c.check_plan_id
            LEFT JOIN school s ON s.id = c.school_id LEFT JOIN department d ON d.id = c.department_id
            WHERE c.seat_id IN (\(SQL.joined(seats.map { "\($0)" }))) AND c.called_off_on >= \(today - days)
                AND c.due_on >= \(today - days) AND c.due_on <= \(last)
            ORDER BY c.due_on, c.id LIMIT 100
            """
        ) { row in
            CheckCalledOff(
                id: try row[0], looked: try row[1], due: try row[2], school: try row[3],
                placeName: checkPlaceName(school: try row[4], department: try row[5]))
        }
    }
}
