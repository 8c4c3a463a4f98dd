package import Database
package import Kernel
package import SchoolRules

extension Reading {
    /// - Returns: nil when there is none.
    package func department(_ id: DepartmentID) throws -> Department? {
        try first(
            "SELECT id, school_id, version, name, kind, closed_on FROM department WHERE id = \(id)", Department.read)
    }

    /// All departments of a school, open ones first, by name.
    package func departments(of school: SchoolID) throws -> [Department] {
        try rows(
            """
            SELECT id, school_id, version, name, kind, closed_on FROM department WHERE school_id = \(school)
            ORDER BY CASE WHEN closed_on IS NULL THEN 0 ELSE 1 END, lower(name), id
            """, Department.read)
    }
}

extension Transaction {
    /// - Throws: `Refusal.stale` when somebody saved the department since it was read.
    package func save(_ change: DepartmentChange) throws {
        let department = change.department
        do {
            try change.what == .added ? insert(department) : update(department)
        } catch DatabaseError.unique {
            throw Refusal.invalid("name", "There is a department of this name already.")
        }
    }

    private func insert(_ department: Department) throws {
        try run(
            """
            INSERT INTO department (id, school_id, version, name, kind, closed_on)
            VALUES (\(department.id), \(department.school), 1, \(department.name), \(department.kind), NULL)
            """)
    }

    private func update(_ department: Department) throws {
        let written = try run(
            """
            UPDATE department SET version = \(department.version + 1), name = \(department.name),
                closed_on = \(department.closed)
            WHERE id = \(department.id) AND version = \(department.version)
            """)
        if written == 0 { throw Refusal.stale }
    }
}

extension Department {
    fileprivate static func read(_ row: borrowing Row) throws -> Department {
        Department(
            id: try row[0], school: try row[1], version: try row[2], name: try row[3], kind: try row[4],
            closed: try row[5])
    }
}
