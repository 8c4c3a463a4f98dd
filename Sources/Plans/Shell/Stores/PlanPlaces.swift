import Database
package import Kernel
import SchoolRules
import Schools

extension Reading {
    /// The calendar that a place keeps.
    package func calendar(at place: Place) throws -> SchoolCalendar {
        try place.school.map { try calendar(of: $0) } ?? calendar()
    }

    /// Whether each of these seats reaches what belongs to `school` and `department`, or is the one in `seat`: what two
    /// people speak of, both of them may read.
    func reached(fromAll seats: [SeatID], school: SQL, department: SQL, orIn seat: SQL) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM seat z WHERE z.id IN (\(SQL.joined(seats.map { "\($0)" }))) AND z.id <> \(seat)
            AND z.school_id IS NOT NULL
            AND NOT (z.school_id = COALESCE(\(school), '')
                     AND (z.department_id IS NULL OR z.department_id = COALESCE(\(department), ''))))
        """
    }

    /// Whether the school works in the trust, and the department where there is one is open.
    func isOpen(_ place: Place) throws -> Bool {
        guard let id = place.school else { return true }
        guard try school(id)?.isCurrent == true else { return false }
        guard let wanted = place.department else { return true }
        guard let department = try department(wanted) else { return false }
        return department.school == id && department.closed == nil
    }
}
