import Database
package import Kernel
import PeopleRules

/// Somebody whom the sign-in page of a demo offers, under the place of their first post.
package struct DemoPerson: Hashable, Sendable {
    package let id: PersonID
    package let name: String
    /// `Headteacher`, `Middle leader, English`.
    package let post: String
    /// The school, or the trust.
    package let place: String

    package init(id: PersonID, name: String, post: String, place: String) {
        (self.id, self.name, self.post, self.place) = (id, name, post, place)
    }
}

extension Reading {
    /// Those with posts today, the trust's first, then by school: enough to try the demo, however large it is.
    func demoPeople() throws -> [DemoPerson] {
        try rows(
            """
            SELECT person.id, person.name, post.role, department.name, COALESCE(school.name, trust.name)
            FROM post JOIN person ON person.id = post.person_id CROSS JOIN trust
            LEFT JOIN school ON school.id = post.school_id
            LEFT JOIN department ON department.id = post.department_id
            WHERE post.starts_on <= \(today) AND post.ends_on >= \(today)
                AND post.id = (SELECT MIN(other.id) FROM post other WHERE other.person_id = post.person_id
                                   AND other.starts_on <= \(today) AND other.ends_on >= \(today))
                AND NOT EXISTS (SELECT 1 FROM departure
                                WHERE departure.person_id = person.id AND departure.last_day < \(today))
            ORDER BY CASE WHEN post.school_id IS NULL THEN 0 ELSE 1 END, school.name, post.id LIMIT 100
            """
        ) { row in
            let role: Role = try row[2]
            let department: String? = try row[3]
            return DemoPerson(
                id: try row[0], name: try row[1], post: [role.name, department].compactMap { $0 }.joined(separator: ", "),
                place: try row[4])
        }
    }
}
