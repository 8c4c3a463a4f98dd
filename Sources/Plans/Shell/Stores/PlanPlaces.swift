import Database
package import Kernel
import SchoolRules
import Schools

extension Reading {
    /// The calendar that a place keeps.
    package func calendar(at place: Place) throws -> SchoolCalendar {
        try place.school.map { try calendar(of: $0) } ?? calendar()
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
