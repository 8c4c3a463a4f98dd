package import Database
package import Kernel

/// A school in the list beside the trust's year.
package struct CalendarSchool: Hashable, Sendable {
    package let id: SchoolID
    package let name: String
    /// How many half terms and days of the year it keeps for itself.
    package let ownHalfTerms: Int
    package let ownDays: Int

    package init(id: SchoolID, name: String, ownHalfTerms: Int, ownDays: Int) {
        (self.id, self.name, self.ownHalfTerms, self.ownDays) = (id, name, ownHalfTerms, ownDays)
    }
}

extension Reading {
    /// The schools of the trust that may be seen, by name, with what each keeps for itself in one year.
    package func calendarSchools(startsIn: Int, for visible: Visible) throws -> [CalendarSchool] {
        try rows(
            """
            SELECT s.id, s.name,
                   (SELECT COUNT(*) FROM own_half_term k JOIN academic_year y ON y.id = k.academic_year_id
                    WHERE k.school_id = s.id AND y.starts_in = \(startsIn)),
                   (SELECT COUNT(*) FROM own_marked_day k JOIN academic_year y ON y.id = k.academic_year_id
                    WHERE k.school_id = s.id AND y.starts_in = \(startsIn))
            FROM school s
            WHERE s.left_on IS NULL AND s.status <> 'closed' AND \(visible.school("s.id"))
            ORDER BY lower(s.name), s.urn
            """
        ) {
            CalendarSchool(id: try $0[0], name: try $0[1], ownHalfTerms: try $0[2], ownDays: try $0[3])
        }
    }

    /// - Returns: nil when there is no such school.
    package func schoolName(_ school: SchoolID) throws -> String? {
        try first("SELECT name FROM school WHERE id = \(school)") { try $0[0] }
    }
}
