import Database
package import EvaluationRules
package import Kernel
import ToolRules
import Tools

/// Something that happened to an evaluation: who and when.
package struct Mark: Hashable, Sendable {
    package let who: String
    package let at: Instant
}

/// A reopening, with why.
package struct Reopening: Hashable, Sendable {
    package let mark: Mark
    package let reason: String
}

/// What happened to an evaluation so far.
package struct Milestones: Hashable, Sendable {
    package var ready: [Side: Mark] = [:]
    package var revealed: Mark?
    package var signed: [Side: Mark] = [:]
    package var reopened: [Reopening] = []
}

/// Where an evaluation stands: the names that a page's head shows.
package struct EvaluationHead: Hashable, Sendable {
    package let school: SchoolID
    package let schoolName: String
    package let departmentName: String?
    package let window: Window
    package let opened: Mark
    /// The finished one of the same tool and place before it.
    package let before: ID<Evaluation>?
}

extension Reading {
    /// - Throws: `Refusal.notFound` when there is none.
    package func evaluationHead(_ id: ID<Evaluation>) throws -> EvaluationHead {
        let head = try first(
            """
            SELECT s.id, s.name, d.name, e.window_name, e.window_first, e.window_last, p.name, e.opened_at,
                   \(roundBeforeE)
            FROM evaluation e
            JOIN school s ON s.id = e.school_id
            JOIN person p ON p.id = e.opened_by
            LEFT JOIN department d ON d.id = e.department_id
            WHERE e.id = \(id)
            """
        ) { row in
            EvaluationHead(
                school: try row[0], schoolName: try row[1], departmentName: try row[2],
                window: Window(try row[3], try row[4], try row[5]), opened: Mark(who: try row[6], at: try row[7]),
                before: try row[8])
        }
        guard let head else { throw Refusal.notFound }
        return head
    }

    package func milestones(of id: ID<Evaluation>) throws -> Milestones {
        var milestones = Milestones()
        try each(
            """
            SELECT 'ready' AS kind, r.side, p.name, r.happened_at, ''
            FROM evaluation_ready r JOIN person p ON p.id = r.person_id WHERE r.evaluation_id = \(id)
            UNION ALL
            SELECT 'revealed', '', p.name, v.happened_at, ''
            FROM evaluation_reveal v JOIN person p ON p.id = v.person_id WHERE v.evaluation_id = \(id)
            UNION ALL
            SELECT 'signed', s.side, p.name, s.happened_at, ''
            FROM evaluation_signature s JOIN person p ON p.id = s.person_id WHERE s.evaluation_id = \(id)
            UNION ALL
            SELECT 'reopened', '', p.name, o.happened_at, o.reason
            FROM evaluation_reopening o JOIN person p ON p.id = o.person_id WHERE o.evaluation_id = \(id)
            ORDER BY 4
            """
        ) { row in
            let mark = Mark(who: try row[2], at: try row[3])
            switch try row.text(0) {
            case "ready": milestones.ready[try row[1]] = mark
            case "revealed": milestones.revealed = mark
            case "signed": milestones.signed[try row[1]] = mark
            default: milestones.reopened.append(Reopening(mark: mark, reason: try row[4]))
            }
        }
        return milestones
    }

    /// As the verb of that name. What was agreed stays as it is until a reopening; beside it stands the round before.
    func finishedMark(_ evaluation: Evaluation) throws -> String? {
        guard evaluation.stage == .finished else { return nil }
        let id = evaluation.id
        return try first(
            """
            SELECT (SELECT COUNT(*) FROM evaluation_reopening r WHERE r.evaluation_id = e.id), \(roundBeforeE)
            FROM evaluation e WHERE e.id = \(id)
            """
        ) { row in
            let (reopenings, before): (Int, ID<Evaluation>?) = (try row[0], try row[1])
            return "\(id) \(reopenings) \(before?.text ?? "") \(today)"
        }
    }

    package func progress(of id: ID<Evaluation>, _ side: Side) throws -> Progress {
        try first(
            """
            SELECT judged, left_count, without_reason FROM evaluation_progress
            WHERE evaluation_id = \(id) AND side = \(side)
            """
        ) { Progress(judged: try $0[0], left: try $0[1], withoutReason: try $0[2]) } ?? Progress()
    }
}
