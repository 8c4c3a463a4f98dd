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
    package let evaluations: [SchoolEvaluation]
    /// How many there are on all pages.
    package let evaluationCount: Int
    package let seesWhole: Bool
    package let mayOpen: Set<Place>
    package let today: Day
}

/// Which part of the list of a school's evaluations is wanted.
package struct EvaluationsWanted: Hashable, Sendable {
    /// Nil for every place of the school.
    package var department: DepartmentID?
    /// From 1.
    package var page: Int

    package static let pageSize = 40

    package init(department: DepartmentID? = nil, page: Int = 1) { (self.department, self.page) = (department, page) }
}

/// Reads a school's page in seven queries, whatever was evaluated.
///
/// - Throws: `notFound` to strangers.
package func readSchool(
    _ id: SchoolID, _ wanted: EvaluationsWanted, for actor: Actor, in database: any Database
) async throws -> SeenSchool {
    try await database.read { tx in
        guard actor.sees(.school(id)), let school = try tx.school(id) else { throw Refusal.notFound }
        let visible = actor.visible(on: tx.today)
        let departments = try tx.departments(of: id, visible)
        let places = [Place.school(id)] + departments.map { .department($0.id, of: id) }
        let evaluations = try tx.evaluations(at: id, wanted, seenBy: actor)
        return SeenSchool(
            school: school, placing: try tx.placing(of: id), leaders: try tx.leaders(of: id, visible),
            totals: try tx.areaTotals(of: id, visible), words: try tx.areaWords(), departments: departments,
            evaluations: evaluations.list, evaluationCount: evaluations.count,
            seesWhole: actor.posts.contains { $0.place.reaches(.school(id)) },
            mayOpen: school.isCurrent ? Set(places.filter { (try? MayOpenEvaluation(actor, at: $0)) != nil }) : [],
            today: tx.today)
    }
}

/// A department with how its evaluations stand.
package struct SchoolDepartment: Hashable, Sendable {
    package let id: DepartmentID
    package let name: String
    package let open: Int
    package let agreed: Int
    package let lastAgreed: Day?
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
    /// The school's departments, by name, that this person may see.
    func departments(of school: SchoolID, _ visible: Visible) throws -> [SchoolDepartment] {
        try rows(
            """
            SELECT d.id, d.name, COUNT(e.id), COUNT(t.evaluation_id), MAX(t.agreed_on)
            FROM department d
            LEFT JOIN evaluation e ON e.department_id = d.id
            LEFT JOIN evaluation_total t ON t.evaluation_id = e.id
            WHERE d.school_id = \(school) AND d.closed_on IS NULL
              AND \(visible.part(of: "d.school_id", department: "d.id"))
            GROUP BY d.id, d.name ORDER BY lower(d.name)
            """
        ) { row in
            let (all, agreed): (Int, Int) = (try row[2], try row[3])
            return SchoolDepartment(
                id: try row[0], name: try row[1], open: all - agreed, agreed: agreed, lastAgreed: try row[4])
        }
    }

    /// Today's heads and liaison of a school, for those who may see the whole of it.
    func leaders(of school: SchoolID, _ visible: Visible) throws -> [SchoolLeader] {
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
    func placing(of school: SchoolID) throws -> SchoolPlacing? {
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
