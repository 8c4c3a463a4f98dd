import Database
import EvaluationRules
import Kernel
import PlanRules

extension Transaction {
    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: PrioritySaved) throws {
        let input = change.input
        switch change.saving {
        case .added:
            try run(
                """
                INSERT INTO plan_priority (id, plan_id, position, title, why, stops, answers_id, version, ended_reason)
                SELECT \(change.id), \(change.plan), COALESCE(MAX(position), 0) + 1, \(input.title), \(input.why),
                       \(input.stops), \(input.answers), 1, ''
                FROM plan_priority WHERE plan_id = \(change.plan)
                """)
        case .revised(let version):
            let written = try run(
                """
                UPDATE plan_priority SET title = \(input.title), why = \(input.why), stops = \(input.stops),
                    answers_id = \(input.answers), version = version + 1
                WHERE id = \(change.id) AND version = \(version) AND removed_at IS NULL
                """)
            if written == 0 { throw Refusal.stale }
        }
    }

    func save(_ change: PriorityDrawn) throws {
        let rows = change.items.map { "(\(change.priority), \(change.evaluation), \($0))" as SQL }
        try run("INSERT INTO priority_source (priority_id, evaluation_id, item_id) VALUES \(SQL.joined(rows))")
    }

    /// Lets what answered a priority of the plan that `revision` takes the place of answer the copy. Superseded plans keep
    /// what they said.
    func moveAnswers(to revision: PlanID) throws {
        try run(
            """
            UPDATE plan_priority
            SET answers_id = (SELECT y.id FROM plan_priority y
                              WHERE y.plan_id = \(revision) AND y.copied_from_id = plan_priority.answers_id),
                version = version + 1
            WHERE answers_id IN (SELECT y.copied_from_id FROM plan_priority y
                                 WHERE y.plan_id = \(revision) AND y.removed_at IS NULL)
                AND (SELECT p.state FROM plan p WHERE p.id = plan_priority.plan_id) <> 'superseded'
            """)
    }

    func save(_ change: PrioritiesOrdered) throws {
        for (index, id) in change.order.enumerated() {
            try run("UPDATE plan_priority SET position = \(index + 1) WHERE id = \(id)")
        }
    }
}
