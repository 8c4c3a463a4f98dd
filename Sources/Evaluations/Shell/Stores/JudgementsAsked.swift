package import Database
package import EvaluationRules
package import Kernel

/// An open evaluation that waits for one person's side.
package struct JudgementAsked: Hashable, Sendable {
    /// What is wanted next.
    package enum Step: String, Sendable, CaseIterable {
        case judge
        /// Everything is judged or left; the side has not said that it is ready.
        case sayReady = "say-ready"
        case reveal, agree, sign
    }

    package let evaluation: ID<Evaluation>
    package let step: Step
    package let toolName: String
    package let place: Place
    /// "Oakfield Primary School", or "English, Oakfield Primary School".
    package let placeName: String
    /// Ends on the day by which it is wanted.
    package let window: Window
    package let side: Side
    /// The own side's, while both judge.
    package let progress: Progress
    package let statements: Int
    /// Statements still to be talked through, after the reveal.
    package let toAgree: Int
}

extension Reading {
    func openEvaluations(at school: SchoolID) throws -> Int {
        try first("SELECT COUNT(*) FROM evaluation_open WHERE school_id = \(school)") { try $0[0] } ?? 0
    }

    /// What waits for this person's side in the evaluations of their own schools and departments, that which ends first
    /// in front; one query from the person's posts through the open evaluations, whatever the trust's history.
    ///
    /// Asked are those whose post it is: a school's liaison, its leaders for the whole school, a department's leader for
    /// the department, and the school's leaders where a department has none. Advisers and the director of education may
    /// judge anywhere in the trust and are not asked.
    package func judgementsAsked(of actor: Actor) throws -> [JudgementAsked] {
        try rows(
            """
            WITH asked AS (
                SELECT o.evaluation_id, MAX(CASE WHEN h.role = 'liaison' THEN 'liaison' ELSE 'school' END) AS side
                FROM post h
                JOIN evaluation_open o ON o.school_id = h.school_id
                WHERE h.person_id = \(actor.person) AND h.starts_on <= \(today) AND h.ends_on >= \(today)
                  AND h.role IN ('liaison', 'headteacher', 'executive-head', 'senior-leader', 'middle-leader')
                  AND (h.department_id = o.department_id
                       OR (h.department_id IS NULL
                           AND (h.role = 'liaison' OR o.department_id IS NULL
                                OR NOT EXISTS (SELECT 1 FROM post m
                                               WHERE m.department_id = o.department_id AND m.role = 'middle-leader'
                                                 AND m.starts_on <= \(today) AND m.ends_on >= \(today)))))
                GROUP BY o.evaluation_id
            )
            SELECT e.id, v.name, e.school_id, e.department_id, s.name, d.name, e.window_name, e.window_first,
                   e.window_last, q.side, p.judged, p.left_count, p.without_reason, e.statements,
                   (SELECT COUNT(*) FROM evaluation_ready r WHERE r.evaluation_id = e.id AND r.side = q.side),
                   (SELECT COUNT(*) FROM evaluation_ready r WHERE r.evaluation_id = e.id),
                   (SELECT COUNT(*) FROM evaluation_reveal x WHERE x.evaluation_id = e.id),
                   (SELECT COUNT(*) FROM evaluation_signature g WHERE g.evaluation_id = e.id AND g.side = q.side),
                   (SELECT COUNT(DISTINCT j.item_id) FROM judgement j
                    WHERE j.evaluation_id = e.id AND j.verdict <> 'none'
                      AND EXISTS (SELECT 1 FROM evaluation_reveal x WHERE x.evaluation_id = e.id)
                      AND NOT EXISTS (SELECT 1 FROM agreement a
                                      WHERE a.evaluation_id = j.evaluation_id AND a.item_id = j.item_id))
            FROM asked q
            JOIN evaluation e ON e.id = q.evaluation_id
            JOIN tool_version v ON v.id = e.version_id
            JOIN school s ON s.id = e.school_id
            LEFT JOIN department d ON d.id = e.department_id
            JOIN evaluation_progress p ON p.evaluation_id = e.id AND p.side = q.side
            ORDER BY e.window_last, e.id
            """, JudgementAsked.read
        ).compactMap(\.self)
    }
}

extension JudgementAsked {
    /// - Returns: nil where the other side is waited for.
    fileprivate static func read(_ row: borrowing Row) throws -> JudgementAsked? {
        let progress = Progress(judged: try row[10], left: try row[11], withoutReason: try row[12])
        let statements: Int = try row[13]
        let counts: [Int] = try (14..<19).map { try row[$0] }
        let step: Step? =
            if counts[2] > 0 {
                counts[4] > 0 ? .agree : counts[3] == 0 ? .sign : nil
            } else if counts[1] == Side.allCases.count {
                .reveal
            } else {
                counts[0] > 0 ? nil : progress.done < statements ? .judge : .sayReady
            }
        guard let step else { return nil }
        let (school, department): (String, String?) = (try row[4], try row[5])
        return JudgementAsked(
            evaluation: try row[0], step: step, toolName: try row[1],
            place: try Place.read(row, school: 2, department: 3),
            placeName: department.map { "\($0), \(school)" } ?? school,
            window: Window(try row[6], try row[7], try row[8]), side: try row[9], progress: progress,
            statements: statements, toAgree: counts[4])
    }
}
