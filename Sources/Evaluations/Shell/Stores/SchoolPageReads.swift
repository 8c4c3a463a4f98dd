package import Database
import EvaluationRules
package import Kernel
package import SchoolRules
import Schools

/// A school as one person may see it: everything, or, from a post in a department, its facts and that department.
package struct SeenSchool: Sendable {
    package let school: School
    package let placing: SchoolPlacing?
    /// Empty, as the totals are, for those who see a department alone.
    package let leaders: [SchoolLeader]
    package let totals: [SchoolAreaTotal]
    package let words: AreaWords
    package let departments: [SchoolDepartment]
    /// What stands: of each tool and place the newest finished, and what was opened since.
    package let evaluations: [SchoolEvaluation]
    package let seesWhole: Bool
    package let mayOpen: Set<Place>
    package let today: Day

    /// Evaluations of a former window that nobody finished before the next was: the whole list has them.
    package var openFromBefore: Int {
        let open = evaluations.filter { $0.stage != .finished }.count
        return seesWhole ? max(0, totals.reduce(0) { $0 + $1.open } - open) : 0
    }
}

/// Everything that was ever evaluated at a school, a page at a time.
package struct SchoolHistory: Sendable {
    package let school: School
    package let departments: [SchoolDepartment]
    package let evaluations: [SchoolEvaluation]
    /// How many there are on all pages.
    package let count: Int
    package let today: Day
}

/// Reads a school's page in seven queries, whatever was evaluated.
///
/// - Throws: `notFound` to strangers.
package func readSchool(_ id: SchoolID, for actor: Actor, in database: any Database) async throws -> SeenSchool {
    try await database.read { tx in
        let school = try tx.school(id, seenBy: actor)
        let visible = actor.visible(on: tx.today)
        let departments = try tx.departments(of: id, visible)
        let places = [Place.school(id)] + departments.map { .department($0.id, of: id) }
        return SeenSchool(
            school: school, placing: try tx.placing(of: id), leaders: try tx.leaders(of: id, visible),
            totals: try tx.areaTotals(of: id, visible), words: try tx.areaWords(), departments: departments,
            evaluations: try tx.standing(at: id, seenBy: actor),
            seesWhole: actor.posts.contains { $0.place.reaches(.school(id)) },
            mayOpen: school.isCurrent ? Set(places.filter { (try? MayOpenEvaluation(actor, at: $0)) != nil }) : [],
            today: tx.today)
    }
}

/// - Throws: `notFound` to strangers.
package func readHistory(
    ofSchool id: SchoolID, _ wanted: EvaluationsWanted, for actor: Actor, in database: any Database
) async throws -> SchoolHistory {
    try await database.read { tx in
        let school = try tx.school(id, seenBy: actor)
        let found = try tx.evaluations(at: id, wanted, seenBy: actor)
        return SchoolHistory(
            school: school, departments: try tx.departments(of: id, actor.visible(on: tx.today)),
            evaluations: found.list, count: found.count, today: tx.today)
    }
}

/// A department that takes evaluations.
package struct SchoolDepartment: Hashable, Sendable {
    package let id: DepartmentID
    package let name: String
}

/// Who leads a school, or is its liaison.
package struct SchoolLeader: Hashable, Sendable {
    package let role: Role
    package let name: String
}

/// The category that a school is in, and since when.
package struct SchoolPlacing: Hashable, Sendable {
    package let category: SchoolCategory
    package let since: Day
}

extension Reading {
    /// - Throws: `notFound` to strangers.
    func school(_ id: SchoolID, seenBy actor: Actor) throws -> School {
        guard actor.sees(.school(id)), let school = try school(id) else { throw Refusal.notFound }
        return school
    }

    /// The school's departments, by name, that this person may see.
    fileprivate func departments(of school: SchoolID, _ visible: Visible) throws -> [SchoolDepartment] {
        try rows(
            """
            SELECT d.id, d.name FROM department d
            WHERE d.school_id = \(school) AND d.closed_on IS NULL
              AND \(visible.part(of: "d.school_id", department: "d.id"))
            ORDER BY lower(d.name)
            """
        ) { SchoolDepartment(id: try $0[0], name: try $0[1]) }
    }

    /// Today's heads and liaison of a school, for those who may see the whole of it.
    fileprivate func leaders(of school: SchoolID, _ visible: Visible) throws -> [SchoolLeader] {
        try rows(
            """
            SELECT h.role, n.name FROM post h JOIN person n ON n.id = h.person_id
            WHERE h.school_id = \(school) AND h.role IN ('headteacher', 'executive-head', 'liaison')
              AND h.starts_on <= \(visible.day) AND h.ends_on >= \(visible.day)
              AND \(visible.part(of: "h.school_id", department: "NULL"))
            ORDER BY h.role, n.name
            """
        ) { SchoolLeader(role: try $0[0], name: try $0[1]) }
    }

    /// What was decided last about a school's category, and the category's name.
    fileprivate func placing(of school: SchoolID) throws -> SchoolPlacing? {
        try first(
            """
            SELECT c.code, c.name, c.concern, p.from_day FROM category_placing p JOIN category c ON c.code = p.category
            WHERE p.school_id = \(school) AND p.from_day <= \(today) ORDER BY p.from_day DESC, p.id DESC LIMIT 1
            """
        ) { row in
            SchoolPlacing(
                category: SchoolCategory(key: try row[0], name: try row[1], concern: try row[2]), since: try row[3])
        }
    }
}
