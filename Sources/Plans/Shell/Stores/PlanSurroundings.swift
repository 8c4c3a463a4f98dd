import Database
import Kernel
package import PlanRules

/// The plan before or after another one.
package struct RelatedPlan: Hashable, Sendable {
    package let id: PlanID
    package let title: String
    package let state: PlanState

    package init(id: PlanID, title: String, state: PlanState) {
        (self.id, self.title, self.state) = (id, title, state)
    }
}

extension Reading {
    /// The plan that was revised, and the newest that revises this one.
    func relatedPlans(of opened: OpenedPlan) throws -> (before: RelatedPlan?, after: RelatedPlan?) {
        let found = try rows(
            """
            SELECT id, title, state, supersedes_id FROM plan
            WHERE id = \(opened.supersedes) OR (supersedes_id = \(opened.id) AND state <> 'discarded')
            ORDER BY drafted_at
            """
        ) { row in
            let supersedes: PlanID? = try row[3]
            return (
                plan: RelatedPlan(id: try row[0], title: try row[1], state: try row[2]),
                isAfter: supersedes == opened.id
            )
        }
        return (found.last { !$0.isAfter }?.plan, found.last { $0.isAfter }?.plan)
    }

    /// The plan that a part belongs to, removed or not.
    func plan(of part: PlanPart) throws -> PlanID? {
        let from: SQL =
            switch part {
            case .priority(let id): "plan_priority WHERE id = \(id)"
            case .outcome(let id): "plan_outcome WHERE id = \(id)"
            case .criterion(let id): "plan_criterion WHERE id = \(id)"
            case .action(let id): "plan_action WHERE id = \(id)"
            case .blockage(let id): "plan_blockage WHERE id = \(id)"
            }
        return try first("SELECT plan_id FROM \(from)") { try $0[0] }
    }
}
