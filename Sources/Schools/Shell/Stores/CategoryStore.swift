package import Database
package import Kernel
package import SchoolRules

extension Reading {
    /// The trust's categories, least concern first.
    package func categories() throws -> [SchoolCategory] {
        try rows("SELECT code, name, concern FROM category ORDER BY concern") { row in
            SchoolCategory(key: try row[0], name: try row[1], concern: try row[2])
        }
    }

    /// Every decision about a school, newest first.
    package func placings(of school: SchoolID) throws -> [CategoryPlacing] {
        try rows(
            """
            SELECT school_id, category, from_day, reason, decided_by, decider_name, decided_at
            FROM category_placing WHERE school_id = \(school) ORDER BY from_day DESC, id DESC
            """
        ) { row in
            CategoryPlacing(
                school: try row[0], category: try row[1], from: try row[2], reason: try row[3], decider: try row[4],
                deciderName: try row[5], decided: try row[6])
        }
    }

    /// The category that a school is in on a day; nil when nobody has decided.
    package func category(of school: SchoolID, on day: Day) throws -> SchoolCategory? {
        try first(
            """
            SELECT c.code, c.name, c.concern FROM category_placing p JOIN category c ON c.code = p.category
            WHERE p.school_id = \(school) AND p.from_day <= \(day) ORDER BY p.from_day DESC, p.id DESC LIMIT 1
            """
        ) { SchoolCategory(key: try $0[0], name: try $0[1], concern: try $0[2]) }
    }
}

extension Transaction {
    package func save(_ placed: SchoolPlaced) throws {
        let placing = placed.placing
        let id: ID<CategoryPlacing> = newID()
        try run(
            """
            INSERT INTO category_placing (id, school_id, category, from_day, reason, decided_by, decider_name,
                decided_at)
            VALUES (\(id), \(placing.school), \(placing.category), \(placing.from), \(placing.reason),
                \(placing.decider), \(placing.deciderName), \(placing.decided))
            """)
    }
}
