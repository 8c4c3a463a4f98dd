import Database
package import EvaluationRules
package import Kernel

/// An evaluation in its school's list.
package struct SchoolEvaluation: Hashable, Sendable {
    package let id: ID<Evaluation>
    package let toolName: String
    package let area: String
    package let place: Place
    /// Nil for one of the whole school.
    package let departmentName: String?
    package let window: Window
    package let stage: Stage
    package let statements: Int
    /// The reader's own side's, while both judge; nil for readers and later.
    package let progress: Progress?
    package let agreedOn: Day?
}

/// Which part of the whole list of a school's evaluations is wanted.
package struct EvaluationsWanted: Hashable, Sendable {
    /// Nil for every place of the school.
    package var department: DepartmentID?
    /// From 1.
    package var page: Int

    package static let pageSize = 40

    package init(department: DepartmentID? = nil, page: Int = 1) { (self.department, self.page) = (department, page) }
}

extension Reading {
    /// What stands at a school now: open ones first, then by the newest window.
    func standing(at school: SchoolID, seenBy actor: Actor) throws -> [SchoolEvaluation] {
        try list(standingEvaluations(at: school), at: school, seenBy: actor, limit: 1_000).list
    }

    /// Everything that was ever evaluated at a school or in one of its departments, in the same order.
    ///
    /// - Returns: a page of them, and how many there are.
    func evaluations(
        at school: SchoolID, _ wanted: EvaluationsWanted, seenBy actor: Actor
    ) throws -> (list: [SchoolEvaluation], count: Int) {
        let only: SQL = wanted.department.map { "department_id = \($0)" } ?? "1 = 1"
        return try list(
            "(SELECT * FROM evaluation WHERE school_id = \(school) AND \(only))", at: school, seenBy: actor,
            limit: EvaluationsWanted.pageSize, offset: (wanted.page - 1) * EvaluationsWanted.pageSize)
    }

    private func list(
        _ evaluations: SQL, at school: SchoolID, seenBy actor: Actor, limit: Int, offset: Int = 0
    ) throws -> (list: [SchoolEvaluation], count: Int) {
        var count = 0
        let list = try rows(
            """
            SELECT e.id, v.name, e.area, e.school_id, e.department_id, d.name, e.window_name, e.window_first,
                   e.window_last, r.happened_at, e.statements, t.agreed_on, p.judged, p.left_count, p.without_reason,
                   COUNT(*) OVER ()
            FROM \(evaluations) e
            JOIN tool_version v ON v.id = e.version_id
            LEFT JOIN department d ON d.id = e.department_id
            LEFT JOIN evaluation_reveal r ON r.evaluation_id = e.id
            LEFT JOIN evaluation_total t ON t.evaluation_id = e.id
            LEFT JOIN evaluation_progress p ON p.evaluation_id = e.id AND r.evaluation_id IS NULL
                                           AND p.side = \(ownSideColumn(of: actor, at: school))
            WHERE \(actor.visible(on: today).part(of: "e.school_id", department: "e.department_id"))
            ORDER BY CASE WHEN t.evaluation_id IS NULL THEN 0 ELSE 1 END, e.window_first DESC, e.id
            LIMIT \(limit) OFFSET \(offset)
            """
        ) { row in
            count = try row[15]
            return try SchoolEvaluation.read(row)
        }
        return (list, count)
    }
}

/// The side that a person judges for at the place of the evaluation `e`; null where there is none. The other side's
/// progress never leaves the database before the reveal.
private func ownSideColumn(of actor: Actor, at school: SchoolID) -> SQL {
    let whole: SQL = "\(ownSide(of: actor, at: .school(school)))"
    let departments = actor.posts.filter { $0.place.school == school }.compactMap(\.place.department)
    return departments.reduce(whole) { others, department in
        let side = ownSide(of: actor, at: .department(department, of: school))
        return "CASE WHEN e.department_id = \(department) THEN \(side) ELSE \(others) END"
    }
}

extension SchoolEvaluation {
    fileprivate static func read(_ row: borrowing Row) throws -> SchoolEvaluation {
        let (revealed, agreed): (Instant?, Day?) = (try row[9], try row[11])
        var progress: Progress?
        if let judged: Int = try row[12] {
            progress = Progress(judged: judged, left: try row[13], withoutReason: try row[14])
        }
        return SchoolEvaluation(
            id: try row[0], toolName: try row[1], area: try row[2],
            place: try Place.read(row, school: 3, department: 4),
            departmentName: try row[5], window: Window(try row[6], try row[7], try row[8]),
            stage: agreed != nil ? .finished : revealed != nil ? .agreeing : .judging, statements: try row[10],
            progress: progress, agreedOn: agreed)
    }
}
