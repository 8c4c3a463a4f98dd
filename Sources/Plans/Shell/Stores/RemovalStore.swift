import Database
import Kernel
import PlanRules

extension Transaction {
    /// Takes a part out of sight with all that it holds, or brings back exactly what went with it: what was removed in one
    /// transaction carries its one moment.
    ///
    /// - Throws: `Refusal.notFound` when there is nothing to bring back.
    func save(_ change: PartRemoved) throws {
        if change.isBack {
            guard let moment = try removal(of: change.part) else { throw Refusal.notFound }
            try mark(change.part, was: moment, nil)
        } else {
            try mark(change.part, was: nil, moment)
        }
    }

    private func removal(of part: PlanPart) throws -> Instant? {
        let (table, id) = place(of: part)
        return try first("SELECT removed_at FROM \(table) WHERE id = \(id) AND removed_at IS NOT NULL") { try $0[0] }
    }

    private func place(of part: PlanPart) -> (table: SQL, id: String) {
        switch part {
        case .priority(let id): ("plan_priority", id.text)
        case .outcome(let id): ("plan_outcome", id.text)
        case .criterion(let id): ("plan_criterion", id.text)
        case .action(let id): ("plan_action", id.text)
        case .blockage(let id): ("plan_blockage", id.text)
        }
    }

    private func mark(_ part: PlanPart, was: Instant?, _ now: Instant?) throws {
        let state: SQL = was.map { "removed_at = \($0)" } ?? "removed_at IS NULL"
        let (table, id) = place(of: part)
        try run("UPDATE \(table) SET removed_at = \(now), version = version + 1 WHERE id = \(id) AND \(state)")
        for (table, belonging) in held(by: part) {
            try run(
                "UPDATE \(table) SET removed_at = \(now), version = version + 1 WHERE \(belonging) AND \(state)")
        }
    }

    /// What goes with a part: tables, each with the condition that finds it.
    private func held(by part: PlanPart) -> [(SQL, SQL)] {
        switch part {
        case .priority(let id):
            let outcomes: SQL = "outcome_id IN (SELECT id FROM plan_outcome WHERE priority_id = \(id))"
            let actions: SQL = "action_id IN (SELECT id FROM plan_action WHERE priority_id = \(id))"
            return [
                ("plan_outcome", "priority_id = \(id)"), ("plan_action", "priority_id = \(id)"),
                ("plan_criterion", outcomes), ("check_plan", "(\(outcomes) OR \(actions))"),
            ]
        case .outcome(let id):
            return [("plan_criterion", "outcome_id = \(id)"), ("check_plan", "outcome_id = \(id)")]
        case .action(let id): return [("check_plan", "action_id = \(id)")]
        case .criterion, .blockage: return []
        }
    }

    /// The looks that are still to come are called off with what they were for.
    func save(_ change: PartEnded) throws {
        let ending = change.ending
        if case .priority(let id) = change.part {
            try run(
                """
                UPDATE plan_priority SET ended_on = \(ending.day), ended_reason = \(ending.reason), version = version + 1
                WHERE id = \(id) AND ended_on IS NULL
                """)
            try callOffChecks(of: .priority(id))
        }
        for id in change.actions {
            try run(
                """
                UPDATE plan_action SET ended_on = \(ending.day), ended_reason = \(ending.reason), version = version + 1
                WHERE id = \(id) AND ended_on IS NULL
                """)
            try callOffChecks(of: .action(id))
        }
    }
}
