package import Database
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
    /// Whether everybody here is invented.
    package func isInvented() throws -> Bool {
        try first("SELECT COUNT(*) FROM invented_trust") { try $0[0] as Int } == 1
    }

    /// Those with posts today, the trust's first, then those of several schools, then by school: enough to try the demo,
    /// however large it is.
    func demoPeople() throws -> [DemoPerson] {
        try rows(
            """
            SELECT person.id, person.name, post.role, held.schools, department.name, trust.name, school.name
            FROM (SELECT person_id, MIN(id) AS first_id, COUNT(DISTINCT school_id) AS schools FROM post
                  WHERE starts_on <= \(today) AND ends_on >= \(today) GROUP BY person_id) held
            JOIN post ON post.id = held.first_id
            JOIN person ON person.id = held.person_id
            CROSS JOIN trust
            LEFT JOIN school ON school.id = post.school_id
            LEFT JOIN department ON department.id = post.department_id
            LEFT JOIN departure ON departure.person_id = person.id AND departure.last_day < \(today)
            WHERE departure.person_id IS NULL
            ORDER BY CASE WHEN post.school_id IS NULL THEN 0 WHEN held.schools > 1 THEN 1 ELSE 2 END,
                CASE WHEN held.schools > 1 THEN '' ELSE school.name END, post.id
            LIMIT 100
            """, readDemoPerson)
    }

    private func readDemoPerson(_ row: borrowing Row) throws -> DemoPerson {
        let (role, schools, trust): (Role, Int, String) = (try row[2], try row[3], try row[5])
        let department: String? = try row[4]
        let post = schools > 1 ? "\(role.name) of \(schools) schools" : role.name
        return DemoPerson(
            id: try row[0], name: try row[1], post: [post, department].compactMap { $0 }.joined(separator: ", "),
            place: schools == 1 ? try row[6] : trust)
    }
}

extension Transaction {
    /// - Returns: false where somebody is kept already, who may be real.
    func markAsInvented() throws -> Bool {
        try run(
            """
            INSERT INTO invented_trust (only_row, made_at)
            SELECT 1, \(moment) WHERE NOT EXISTS (SELECT 1 FROM person)
            ON CONFLICT (only_row) DO UPDATE SET made_at = excluded.made_at
            """) == 1
    }
}
