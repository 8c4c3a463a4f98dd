import Database
import Kernel
import PlanRules

extension Transaction {
    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: ActionSaved) throws {
        switch change.saving {
        case .added: try insert(change)
        case .revised(let version): try update(change, version)
        }
    }

    private func insert(_ change: ActionSaved) throws {
        let text = change.what
        try run(
            """
            INSERT INTO plan_action (id, plan_id, priority_id, position, what, aspects, seen, how, support,
                                     owner_seat_id, supporter_seat_id, starts_on, ends_on, half_days, pence, version,
                                     ended_reason)
            SELECT \(change.id), \(change.plan), \(change.priority), COALESCE(MAX(position), 0) + 1, \(text.what),
                   \(text.aspects), \(text.seen), \(text.how), \(text.support), \(change.owner), \(change.supporter),
                   \(change.starts), \(change.ends), \(change.cost.halfDays), \(change.cost.pence), 1, ''
            FROM plan_action WHERE priority_id = \(change.priority)
            """)
    }

    private func update(_ change: ActionSaved, _ version: Int) throws {
        let text = change.what
        let written = try run(
            """
            UPDATE plan_action SET what = \(text.what), aspects = \(text.aspects), seen = \(text.seen),
                how = \(text.how), support = \(text.support), owner_seat_id = \(change.owner),
                supporter_seat_id = \(change.supporter), starts_on = \(change.starts), ends_on = \(change.ends),
                half_days = \(change.cost.halfDays), pence = \(change.cost.pence), version = version + 1
            WHERE id = \(change.id) AND version = \(version) AND removed_at IS NULL
            """)
        if written == 0 { throw Refusal.stale }
    }

    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: BlockageSaved) throws {
        switch change.saving {
        case .added:
            try run(
                """
                INSERT INTO plan_blockage (id, plan_id, words, remover_seat_id, by_day, cleared_words, version)
                VALUES (\(change.id), \(change.plan), \(change.words), \(change.remover), \(change.by), '', 1)
                """)
        case .revised(let version):
            let written = try run(
                """
                UPDATE plan_blockage SET words = \(change.words), remover_seat_id = \(change.remover),
                    by_day = \(change.by), version = version + 1
                WHERE id = \(change.id) AND version = \(version) AND removed_at IS NULL
                """)
            if written == 0 { throw Refusal.stale }
        }
    }

    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: BlockageCleared) throws {
        let written = try run(
            """
            UPDATE plan_blockage SET cleared_on = \(change.day), cleared_words = \(change.words), version = version + 1
            WHERE id = \(change.id) AND version = \(change.version) AND cleared_on IS NULL AND removed_at IS NULL
            """)
        if written == 0 { throw Refusal.stale }
    }
}
