import Database
import Kernel
import PlanRules

extension Transaction {
    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: OutcomeSaved) throws {
        let input = change.input
        switch change.saving {
        case .added:
            try run(
                """
                INSERT INTO plan_outcome (id, plan_id, priority_id, horizon, words, by_day, version)
                VALUES (\(change.id), \(change.plan), \(change.priority), \(input.horizon), \(input.words), \(input.by), 1)
                """)
        case .revised(let version):
            let written = try run(
                """
                UPDATE plan_outcome SET horizon = \(input.horizon), words = \(input.words), by_day = \(input.by),
                    version = version + 1
                WHERE id = \(change.id) AND version = \(version) AND removed_at IS NULL
                """)
            if written == 0 { throw Refusal.stale }
        }
    }

    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: CriterionSaved) throws {
        switch change.saving {
        case .added:
            try run(
                """
                INSERT INTO plan_criterion (id, plan_id, outcome_id, position, words, status, why, version)
                SELECT \(change.id), \(change.plan), \(change.outcome), COALESCE(MAX(position), 0) + 1, \(change.words),
                       'not-yet', '', 1
                FROM plan_criterion WHERE outcome_id = \(change.outcome)
                """)
        case .revised(let version):
            let written = try run(
                """
                UPDATE plan_criterion SET words = \(change.words), version = version + 1
                WHERE id = \(change.id) AND version = \(version) AND removed_at IS NULL
                """)
            if written == 0 { throw Refusal.stale }
        }
    }

    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: CriterionJudged, by person: PersonID) throws {
        let written = try run(
            """
            UPDATE plan_criterion SET status = \(change.status), why = \(change.why), judged_on = \(today),
                judged_by = \(person), version = version + 1
            WHERE id = \(change.id) AND version = \(change.version) AND removed_at IS NULL
            """)
        if written == 0 { throw Refusal.stale }
    }
}
