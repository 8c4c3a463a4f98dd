import Database
import Kernel
import PlanRules

extension Reading {
    /// A plan as it is compared with another version of it, for one reader, in three queries.
    func compared(_ opened: OpenedPlan, for actor: Actor) throws -> ComparedPlan {
        ComparedPlan(
            opened.written, checks: try plannedChecks(of: opened.id).map(\.check),
            answers: try answered(byPlan: opened.id, seenBy: actor).mapValues(\.title))
    }

    /// Of each part of a revision that was copied, what it is the copy of.
    func origins(inPlan plan: PlanID) throws -> [String: String] {
        let found = try rows(
            """
            SELECT id, copied_from_id FROM plan_priority WHERE plan_id = \(plan) AND copied_from_id IS NOT NULL
            UNION ALL
            SELECT id, copied_from_id FROM plan_outcome WHERE plan_id = \(plan) AND copied_from_id IS NOT NULL
            UNION ALL
            SELECT id, copied_from_id FROM plan_criterion WHERE plan_id = \(plan) AND copied_from_id IS NOT NULL
            UNION ALL
            SELECT id, copied_from_id FROM plan_action WHERE plan_id = \(plan) AND copied_from_id IS NOT NULL
            UNION ALL
            SELECT id, copied_from_id FROM plan_blockage WHERE plan_id = \(plan) AND copied_from_id IS NOT NULL
            UNION ALL
            SELECT id, copied_from_id FROM check_plan WHERE plan_id = \(plan) AND copied_from_id IS NOT NULL
            """
        ) { (try $0.text(0), try $0.text(1)) }
        return Dictionary(uniqueKeysWithValues: found)
    }
}
