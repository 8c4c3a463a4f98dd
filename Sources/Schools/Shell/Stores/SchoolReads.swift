package import Database
package import Kernel
package import SchoolRules

/// A school as lists show it.
package struct ListedSchool: Sendable, Hashable {
    package let school: School
    /// nil when nobody has decided.
    package let category: SchoolCategory?
}

extension Reading {
    /// The schools that this person may see, by name: those of the trust, or those that left it or closed.
    package func schools(seenBy visible: Visible, current: Bool = true) throws -> [ListedSchool] {
        let standing: SQL =
            current ? "s.left_on IS NULL AND s.status <> 'closed'" : "NOT (s.left_on IS NULL AND s.status <> 'closed')"
        return try rows(
            """
            SELECT \(schoolColumns), c.code, c.name, c.concern
            FROM school s
            LEFT JOIN category_placing p ON p.id = (
                SELECT q.id FROM category_placing q WHERE q.school_id = s.id AND q.from_day <= \(visible.day)
                ORDER BY q.from_day DESC, q.id DESC LIMIT 1)
            LEFT JOIN category c ON c.code = p.category
            WHERE \(standing) AND \(visible.school("s.id"))
            ORDER BY lower(s.name), s.urn
            """
        ) { row in
            let code: String? = try row[24]
            let category = try code.map { SchoolCategory(key: $0, name: try row[25], concern: try row[26]) }
            return ListedSchool(school: try School.read(row), category: category)
        }
    }
}
