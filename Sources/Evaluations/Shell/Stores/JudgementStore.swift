import Database
package import EvaluationRules
package import Kernel
import ToolRules

extension Reading {
    /// The judgements that this person may see: before the reveal those of the own side, after it both sides'; a reader
    /// who judges for neither sees none. The condition stands in the query, so nothing else ever leaves the database.
    package func judgements(of evaluation: ID<Evaluation>, seenBy permit: MaySeeEvaluation) throws -> [Judgement] {
        guard let side = permit.standpoint.side else { return [] }
        return try judgements(
            """
            WHERE j.evaluation_id = \(evaluation)
              AND (j.side = \(side)
                   OR EXISTS (SELECT 1 FROM evaluation_reveal v WHERE v.evaluation_id = j.evaluation_id))
            """)
    }

    /// Both sides', for the rules that compare them; never for a page.
    func bothSidesJudgements(of evaluation: ID<Evaluation>) throws -> [Judgement] {
        try judgements("WHERE j.evaluation_id = \(evaluation)")
    }

    func judgement(_ evaluation: ID<Evaluation>, _ item: ItemID, _ side: Side) throws -> Judgement? {
        try judgements(
            "WHERE j.evaluation_id = \(evaluation) AND j.item_id = \(item) AND j.side = \(side)"
        ).first
    }

    private func judgements(_ condition: SQL) throws -> [Judgement] {
        try rows(
            """
            SELECT j.item_id, j.side, j.verdict, j.level, j.reason, j.version, p.name, j.judged_at
            FROM judgement j JOIN person p ON p.id = j.judged_by
            \(condition)
            """
        ) { row in
            Judgement(
                item: try row[0], side: try row[1], verdict: try Verdict.read(row, 2), reason: try row[4],
                version: try row[5], by: try row[6], at: try row[7])
        }
    }

    /// What was agreed so far. Before the reveal there is none; a reader sees it once the evaluation is finished.
    package func agreements(of evaluation: ID<Evaluation>, seenBy permit: MaySeeEvaluation) throws -> [Agreement] {
        switch permit.standpoint {
        case .judging: try agreements("WHERE a.evaluation_id = \(evaluation)")
        case .reader:
            try agreements(
                """
                WHERE a.evaluation_id = \(evaluation)
                  AND (SELECT COUNT(*) FROM evaluation_signature s WHERE s.evaluation_id = a.evaluation_id) = 2
                """)
        }
    }

    func allAgreements(of evaluation: ID<Evaluation>) throws -> [Agreement] {
        try agreements("WHERE a.evaluation_id = \(evaluation)")
    }

    /// Of a finished evaluation.
    /// - Parameter items: nil for all.
    func agreements(of evaluation: ID<Evaluation>, only items: [ItemID]?) throws -> [ItemID: Agreement] {
        if let items, items.isEmpty { return [:] }
        let only = items.map { "a.item_id IN (\(SQL.joined($0.map { "\($0)" })))" } ?? SQL("1 = 1")
        let found = try agreements("WHERE a.evaluation_id = \(evaluation) AND \(only)")
        return Dictionary(uniqueKeysWithValues: found.map { ($0.item, $0) })
    }

    private func agreements(_ condition: SQL) throws -> [Agreement] {
        try rows(
            """
            SELECT a.item_id, a.verdict, a.level, a.basis, a.words, a.version, p.name, a.agreed_at
            FROM agreement a JOIN person p ON p.id = a.agreed_by
            \(condition)
            """
        ) { row in
            guard let verdict = try Verdict.read(row, 1) else {
                throw DatabaseError.unreadable(column: 1, as: "verdict")
            }
            return Agreement(
                item: try row[0], verdict: verdict, basis: try row[3], words: try row[4], version: try row[5],
                by: try row[6], at: try row[7])
        }
    }
}

extension Transaction {
    /// - Returns: the new version.
    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: JudgementRecorded, by person: PersonID) throws -> Int {
        let input = change.input
        let written = try run(
            """
            INSERT INTO judgement (evaluation_id, item_id, side, verdict, level, reason, version, judged_by, judged_at)
            VALUES (\(change.evaluation), \(input.item), \(change.side), \(input.verdict.word), \(input.verdict?.level),
                    \(input.reason), 1, \(person), \(moment))
            ON CONFLICT (evaluation_id, item_id, side) DO UPDATE
            SET verdict = excluded.verdict, level = excluded.level, reason = excluded.reason,
                version = judgement.version + 1, judged_by = excluded.judged_by, judged_at = excluded.judged_at
            WHERE judgement.version = \(input.version)
            """)
        guard written == 1 else { throw Refusal.stale }
        return input.version + 1
    }

    /// Keeps the side's progress in step with a judgement that changed from `old` to `new`.
    /// - Returns: the side's progress after it.
    func keepProgress(
        of evaluation: ID<Evaluation>, _ side: Side, from old: Judgement?, to new: Judgement
    ) throws -> Progress {
        let moved = Progress(of: new) - Progress(of: old)
        let kept = try first(
            """
            UPDATE evaluation_progress
            SET judged = judged + \(moved.judged), left_count = left_count + \(moved.left),
                without_reason = without_reason + \(moved.withoutReason), saves = saves + 1
            WHERE evaluation_id = \(evaluation) AND side = \(side)
            RETURNING judged, left_count, without_reason
            """
        ) { Progress(judged: try $0[0], left: try $0[1], withoutReason: try $0[2]) }
        guard let kept else { throw Refusal.notFound }
        return kept
    }

    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: StatementAgreed, by person: PersonID) throws {
        let written = try run(
            """
            INSERT INTO agreement (evaluation_id, item_id, verdict, level, basis, words, version, agreed_by, agreed_at)
            VALUES (\(change.evaluation), \(change.item), \(Verdict?.some(change.verdict).word), \(change.verdict.level),
                    \(change.basis), \(change.words), 1, \(person), \(moment))
            ON CONFLICT (evaluation_id, item_id) DO UPDATE
            SET verdict = excluded.verdict, level = excluded.level, basis = excluded.basis, words = excluded.words,
                version = agreement.version + 1, agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at
            WHERE agreement.version = \(change.version)
            """)
        guard written == 1 else { throw Refusal.stale }
        try run("UPDATE evaluation_progress SET saves = saves + 1 WHERE evaluation_id = \(change.evaluation)")
        if change.voidsSignatures { try voidSignatures(of: change.evaluation) }
    }
}
