import Database
import Kernel
import PlanRules

extension Transaction {
    /// Copies what runs in a plan into its revision, under new ids that keep where they come from: what ended or was
    /// removed stays behind. How criteria stand comes along; that a check was sealed does not.
    func copyParts(of old: PlanID, to new: PlanID) throws {
        let priorities = try copies("SELECT id FROM plan_priority WHERE plan_id = \(old) AND \(running)")
        for (from, to) in priorities { try copyPriority(from, to, new) }
        let outcomes = try copies(
            "SELECT id FROM plan_outcome WHERE plan_id = \(old) AND removed_at IS NULL AND \(within(priorities))")
        for (from, to) in outcomes { try copyOutcome(from, to, new, priorities) }
        let actions = try copies(
            "SELECT id FROM plan_action WHERE plan_id = \(old) AND \(running) AND \(within(priorities))")
        for (from, to) in actions { try copyAction(from, to, new, priorities) }
        try copyBlockages(of: old, new)
        try copyChecks(of: old, new, outcomes, actions)
    }

    private var running: SQL { "removed_at IS NULL AND ended_on IS NULL" }

    private func within(_ copied: [String: String]) -> SQL {
        copied.isEmpty ? "1 = 0" : "priority_id IN (\(SQL.joined(copied.keys.sorted().map { "\($0)" })))"
    }

    /// The ids that a question finds, each with the one of its copy.
    private func copies(_ question: SQL) throws -> [String: String] {
        let found = try rows("\(question) ORDER BY id") { try $0.text(0) }
        return Dictionary(uniqueKeysWithValues: found.map { ($0, (newID() as PriorityID).text) })
    }

    private func copyPriority(_ from: String, _ to: String, _ plan: PlanID) throws {
        try run(
            """
            INSERT INTO plan_priority (id, plan_id, position, title, why, stops, answers_id, copied_from_id, version,
                                       ended_reason)
            SELECT \(to), \(plan), position, title, why, stops, answers_id, id, 1, ''
            FROM plan_priority WHERE id = \(from)
            """)
        try run(
            """
            INSERT INTO priority_source (priority_id, evaluation_id, item_id)
            SELECT \(to), evaluation_id, item_id FROM priority_source WHERE priority_id = \(from)
            """)
    }

    private func copyOutcome(_ from: String, _ to: String, _ plan: PlanID, _ priorities: [String: String]) throws {
        let parent: String? = try first("SELECT priority_id FROM plan_outcome WHERE id = \(from)") { try $0[0] }
        try run(
            """
            INSERT INTO plan_outcome (id, plan_id, priority_id, horizon, words, by_day, copied_from_id, version)
            SELECT \(to), \(plan), \(parent.flatMap { priorities[$0] }), horizon, words, by_day, id, 1
            FROM plan_outcome WHERE id = \(from)
            """)
        let criteria = try copies("SELECT id FROM plan_criterion WHERE outcome_id = \(from) AND removed_at IS NULL")
        for (old, new) in criteria {
            try run(
                """
                INSERT INTO plan_criterion (id, plan_id, outcome_id, position, words, status, why, judged_on, judged_by,
                                            copied_from_id, version)
                SELECT \(new), \(plan), \(to), position, words, status, why, judged_on, judged_by, id, 1
                FROM plan_criterion WHERE id = \(old)
                """)
        }
    }

    private func copyAction(_ from: String, _ to: String, _ plan: PlanID, _ priorities: [String: String]) throws {
        let parent: String? = try first("SELECT priority_id FROM plan_action WHERE id = \(from)") { try $0[0] }
        try run(
            """
            INSERT INTO plan_action (id, plan_id, priority_id, position, what, aspects, seen, how, support,
                                     owner_seat_id, supporter_seat_id, starts_on, ends_on, half_days, pence,
                                     copied_from_id, version, ended_reason)
            SELECT \(to), \(plan), \(parent.flatMap { priorities[$0] }), position, what, aspects, seen, how, support,
                   owner_seat_id, supporter_seat_id, starts_on, ends_on, half_days, pence, id, 1, ''
            FROM plan_action WHERE id = \(from)
            """)
    }

    private func copyBlockages(of old: PlanID, _ plan: PlanID) throws {
        let open = try copies(
            "SELECT id FROM plan_blockage WHERE plan_id = \(old) AND removed_at IS NULL AND cleared_on IS NULL")
        for (from, to) in open {
            try run(
                """
                INSERT INTO plan_blockage (id, plan_id, words, remover_seat_id, by_day, cleared_words, copied_from_id,
                                           version)
                SELECT \(to), \(plan), words, remover_seat_id, by_day, '', id, 1 FROM plan_blockage WHERE id = \(from)
                """)
        }
    }

    private func copyChecks(
        of old: PlanID, _ plan: PlanID, _ outcomes: [String: String], _ actions: [String: String]
    ) throws {
        let planned = try rows(
            """
            SELECT id, action_id, outcome_id FROM check_plan
            WHERE plan_id = \(old) AND removed_at IS NULL AND ended_on IS NULL
            """
        ) { row in (id: try row.text(0), action: try row[1] as String?, outcome: try row[2] as String?) }
        for check in planned {
            let action = check.action.flatMap { actions[$0] }
            let outcome = check.outcome.flatMap { outcomes[$0] }
            if action == nil && outcome == nil { continue }
            let id: CheckPlanID = newID()
            try run(
                """
                INSERT INTO check_plan (id, plan_id, action_id, outcome_id, looked, how, seat_id, rhythm, first_on,
                                        last_on, copied_from_id, version, ended_reason)
                SELECT \(id), \(plan), \(action), \(outcome), looked, how, seat_id, rhythm, first_on, last_on, id,
                       1, ''
                FROM check_plan WHERE id = \(check.id)
                """)
            try run(
                """
                INSERT INTO check_plan_day (check_plan_id, day)
                SELECT \(id), day FROM check_plan_day WHERE check_plan_id = \(check.id)
                """)
        }
    }
}
