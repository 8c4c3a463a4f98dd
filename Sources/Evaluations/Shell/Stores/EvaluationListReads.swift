import Database
package import EvaluationRules
package import Kernel

/// One line of a list of evaluations.
package struct EvaluationLine: Hashable, Sendable {
    package let id: ID<Evaluation>
    package let toolName: String
    package let place: Place
    package let schoolName: String
    package let departmentName: String?
    package let window: Window
    package let stage: Stage
    package let ready: Set<Side>
    package let signed: Set<Side>
    package let statements: Int
    /// The reader's own side's, while both judge; nil for readers and later.
    package let progress: Progress?
}

extension Reading {
    /// Evaluations that may be seen, those still open first, then the newest windows.
    func evaluationLines(for actor: Actor, limit: Int = 200) throws -> [EvaluationLine] {
        let visible = actor.visible(on: today)
        return try rows(
            """
            SELECT e.id, v.name, e.school_id, e.department_id, s.name, d.name, e.window_name, e.window_first,
                   e.window_last, e.statements,
                   (SELECT COUNT(*) FROM evaluation_ready r WHERE r.evaluation_id = e.id AND r.side = 'school'),
                   (SELECT COUNT(*) FROM evaluation_ready r WHERE r.evaluation_id = e.id AND r.side = 'liaison'),
                   (SELECT COUNT(*) FROM evaluation_reveal x WHERE x.evaluation_id = e.id),
                   (SELECT COUNT(*) FROM evaluation_signature g WHERE g.evaluation_id = e.id AND g.side = 'school'),
                   (SELECT COUNT(*) FROM evaluation_signature g WHERE g.evaluation_id = e.id AND g.side = 'liaison'),
                   a.judged, a.left_count, a.without_reason, b.judged, b.left_count, b.without_reason
            FROM evaluation e
            JOIN tool_version v ON v.id = e.version_id
            JOIN school s ON s.id = e.school_id
            LEFT JOIN department d ON d.id = e.department_id
            JOIN evaluation_progress a ON a.evaluation_id = e.id AND a.side = 'school'
            JOIN evaluation_progress b ON b.evaluation_id = e.id AND b.side = 'liaison'
            WHERE \(visible.part(of: "e.school_id", department: "e.department_id"))
            ORDER BY CASE WHEN (SELECT COUNT(*) FROM evaluation_signature g WHERE g.evaluation_id = e.id) < 2
                          THEN 0 ELSE 1 END, e.window_first DESC, s.name, d.name, v.name
            LIMIT \(limit)
            """
        ) { try EvaluationLine.read($0, for: actor) }
    }
}

extension EvaluationLine {
    fileprivate static func read(_ row: borrowing Row, for actor: Actor) throws -> EvaluationLine {
        let ready = try sides(row, 10)
        let signed = try sides(row, 13)
        let reveals: Int = try row[12]
        let stage: Stage = signed.count == 2 ? .finished : reveals > 0 ? .agreeing : .judging
        let place = try Place.read(row, school: 2, department: 3)
        let own = stage == .judging ? ownSide(of: actor, at: place) : nil
        return EvaluationLine(
            id: try row[0], toolName: try row[1], place: place,
            schoolName: try row[4], departmentName: try row[5],
            window: Window(try row[6], try row[7], try row[8]), stage: stage, ready: ready, signed: signed,
            statements: try row[9], progress: try own.map { try progress(row, $0 == .school ? 15 : 18) })
    }

    private static func sides(_ row: borrowing Row, _ column: Int) throws -> Set<Side> {
        let school: Int = try row[column]
        let liaison: Int = try row[column + 1]
        return Set([school > 0 ? Side.school : nil, liaison > 0 ? Side.liaison : nil].compactMap { $0 })
    }

    private static func progress(_ row: borrowing Row, _ column: Int) throws -> Progress {
        Progress(judged: try row[column], left: try row[column + 1], withoutReason: try row[column + 2])
    }
}
