import Database
package import Kernel
package import PlanRules

/// The plan before or after another one.
package struct RelatedPlan: Hashable, Sendable {
    package let id: PlanID
    package let title: String
    package let state: PlanState
    /// When it was approved, put live, and ended or gave way; nil for what did not happen.
    package let approved: Day?
    package let began: Day?
    package let ended: Day?

    package init(
        id: PlanID, title: String, state: PlanState, approved: Day? = nil, began: Day? = nil, ended: Day? = nil
    ) {
        (self.id, self.title, self.state) = (id, title, state)
        (self.approved, self.began, self.ended) = (approved, began, ended)
    }

    /// Thrown away, or archived before it ever went live.
    fileprivate var cameToNothing: Bool { state == .discarded || (state == .archived && began == nil) }
}

extension Reading {
    /// The plan that was revised, the newest that revises this one, and whether a revision was ever begun, even one that
    /// came to nothing.
    func relatedPlans(
        of opened: OpenedPlan
    ) throws -> (before: RelatedPlan?, after: RelatedPlan?, isRevised: Bool) {
        let found = try rows(
            """
            SELECT p.id, p.title, p.state, p.supersedes_id, \(last("'approved'")), \(last("'live'")),
                   \(last("'archived', 'superseded'"))
            FROM plan p
            WHERE p.id = \(opened.supersedes) OR p.supersedes_id = \(opened.id)
            ORDER BY p.drafted_at
            """
        ) { row in
            let supersedes: PlanID? = try row[3]
            let (approved, began, ended): (Instant?, Instant?, Instant?) = (try row[4], try row[5], try row[6])
            return (
                plan: RelatedPlan(
                    id: try row[0], title: try row[1], state: try row[2], approved: approved?.day, began: began?.day,
                    ended: ended?.day),
                isAfter: supersedes == opened.id
            )
        }
        let after = found.last { $0.isAfter && !$0.plan.cameToNothing }
        return (found.last { !$0.isAfter }?.plan, after?.plan, found.contains(where: \.isAfter))
    }

    /// When the last of these steps of the plan `p` was taken.
    private func last(_ steps: SQL) -> SQL {
        "(SELECT MAX(e.happened_at) FROM plan_event e WHERE e.plan_id = p.id AND e.what IN (\(steps)))"
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
