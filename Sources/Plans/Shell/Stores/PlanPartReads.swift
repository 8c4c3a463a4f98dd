import Database
import Kernel
import PlanRules

extension Reading {
    /// What a plan holds and was not removed, in four queries.
    func priorities(of plan: PlanID) throws -> [Priority] {
        let criteria = Dictionary(grouping: try criteria(of: plan), by: \.outcome).mapValues { $0.map(\.part) }
        let outcomes = Dictionary(grouping: try outcomes(of: plan, criteria), by: \.priority).mapValues {
            $0.map(\.part)
        }
        let actions = Dictionary(grouping: try actions(of: plan), by: \.priority).mapValues { $0.map(\.part) }
        return try rows(
            """
            SELECT id, title, why, stops, answers_id, ended_on, ended_reason, version
            FROM plan_priority WHERE plan_id = \(plan) AND removed_at IS NULL ORDER BY position, id
            """
        ) { row in
            let id: PriorityID = try row[0]
            return Priority(
                id: id, title: try row[1], why: try row[2], stops: try row[3], answers: try row[4],
                outcomes: outcomes[id] ?? [], actions: actions[id] ?? [], ended: try Ending.read(row, 5),
                version: try row[7])
        }
    }

    private func criteria(of plan: PlanID) throws -> [(outcome: OutcomeID, part: Criterion)] {
        try rows(
            """
            SELECT outcome_id, id, words, status, why, judged_on, version
            FROM plan_criterion WHERE plan_id = \(plan) AND removed_at IS NULL ORDER BY position, id
            """
        ) { row in
            (
                try row[0],
                Criterion(
                    id: try row[1], words: try row[2], status: try row[3], why: try row[4], judged: try row[5],
                    version: try row[6])
            )
        }
    }

    private func outcomes(
        of plan: PlanID, _ criteria: [OutcomeID: [Criterion]]
    ) throws -> [(priority: PriorityID, part: Outcome)] {
        try rows(
            """
            SELECT priority_id, id, horizon, words, by_day, version
            FROM plan_outcome WHERE plan_id = \(plan) AND removed_at IS NULL
            ORDER BY CASE horizon WHEN 'short' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END, by_day, id
            """
        ) { row in
            let id: OutcomeID = try row[1]
            return (
                try row[0],
                Outcome(
                    id: id, horizon: try row[2], words: try row[3], by: try row[4], criteria: criteria[id] ?? [],
                    version: try row[5])
            )
        }
    }

    private func actions(of plan: PlanID) throws -> [(priority: PriorityID, part: PlannedAction)] {
        try rows(
            """
            SELECT priority_id, id, what, aspects, seen, how, support, owner_seat_id, supporter_seat_id, starts_on,
                   ends_on, half_days, pence, ended_on, ended_reason, version
            FROM plan_action WHERE plan_id = \(plan) AND removed_at IS NULL ORDER BY position, id
            """
        ) { row in
            (
                try row[0],
                PlannedAction(
                    id: try row[1], what: try row[2], aspects: try row[3], seen: try row[4], how: try row[5],
                    support: try row[6], owner: try row[7], supporter: try row[8], starts: try row[9],
                    ends: try row[10], cost: Cost(halfDays: try row[11], pence: try row[12]),
                    ended: try Ending.read(row, 13), version: try row[15])
            )
        }
    }

    func blockages(of plan: PlanID) throws -> [Blockage] {
        try rows(
            """
            SELECT id, words, remover_seat_id, by_day, cleared_on, cleared_words, version
            FROM plan_blockage WHERE plan_id = \(plan) AND removed_at IS NULL ORDER BY by_day, id
            """
        ) { row in
            Blockage(
                id: try row[0], words: try row[1], remover: try row[2], by: try row[3],
                removed: try Ending.read(row, 4), version: try row[6])
        }
    }
}
