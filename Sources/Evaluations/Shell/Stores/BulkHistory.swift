import Database
import EvaluationRules
import Kernel

// The first judgements and agreements of an evaluation, all in a few sentences: a thousand rows one by one would take
// as long as the rest of bringing them in.
extension Transaction {
    /// Far below what either database takes in one sentence: 32,766 values on SQLite, 65,535 on PostgreSQL.
    private static var mostRows: Int { 500 }

    /// - Parameter changes: of one side of one evaluation that has no judgement of that side yet.
    func saveFirst(_ changes: [JudgementRecorded], by actor: Actor) throws {
        guard let first = changes.first else { return }
        for part in changes.parts(of: Self.mostRows) {
            let rows = part.map { change -> SQL in
                let input = change.input
                return """
                    (\(change.evaluation), \(input.item), \(change.side), \(input.verdict.word), \(input.verdict?.level),
                     \(input.reason), 1, \(actor.person), \(moment))
                    """
            }
            try run(
                """
                INSERT INTO judgement (evaluation_id, item_id, side, verdict, level, reason, version, judged_by,
                                       judged_at)
                VALUES \(SQL.joined(rows))
                """)
        }
        try keepProgress(of: first.evaluation, first.side, after: changes.map { $0.kept(by: actor, at: moment) })
    }

    /// - Parameter changes: of one evaluation, for statements without an agreement.
    func saveFirst(_ changes: [StatementAgreed], by actor: Actor) throws {
        for part in changes.parts(of: Self.mostRows) {
            let rows = part.map { change -> SQL in
                """
                (\(change.evaluation), \(change.item), \(Verdict?.some(change.verdict).word), \(change.verdict.level),
                 \(change.basis), \(change.words), 1, \(actor.person), \(moment))
                """
            }
            try run(
                """
                INSERT INTO agreement (evaluation_id, item_id, verdict, level, basis, words, version, agreed_by,
                                       agreed_at)
                VALUES \(SQL.joined(rows))
                """)
        }
    }

    private func keepProgress(of evaluation: ID<Evaluation>, _ side: Side, after judgements: [Judgement]) throws {
        let moved = judgements.reduce(Progress()) { $0 + Progress(of: $1) }
        try run(
            """
            UPDATE evaluation_progress
            SET judged = judged + \(moved.judged), left_count = left_count + \(moved.left),
                without_reason = without_reason + \(moved.withoutReason), saves = saves + \(judgements.count)
            WHERE evaluation_id = \(evaluation) AND side = \(side)
            """)
    }
}

extension JudgementRecorded {
    fileprivate func kept(by actor: Actor, at moment: Instant) -> Judgement {
        Judgement(
            item: input.item, side: side, verdict: input.verdict, reason: input.reason, version: 1, by: actor.name,
            at: moment)
    }
}

extension Array {
    /// The elements in order, at most `count` at a time.
    fileprivate func parts(of count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
    }
}
