import Database
package import Kernel
package import PlanRules
package import ToolRules

/// A plan that took up a statement, with how it stands.
package struct AddressingPlan: Hashable, Sendable {
    package let id: PlanID
    package let title: String
    package let starts: Day
    package let health: PlanHealth
}

extension Reading {
    /// The published plans of a place that address any of these statements, and that this person may see. Six queries
    /// whatever the number of statements.
    package func plansAddressing(
        _ items: Set<ItemID>, at place: Place, _ visible: Visible
    ) throws -> [ItemID: [AddressingPlan]] {
        if items.isEmpty { return [:] }
        let these = SQL.joined(items.sorted().map { "\($0)" })
        let here: SQL =
            switch place {
            case .trust: "p.school_id IS NULL"
            case .school(let school): "p.school_id = \(school)"
            case .department(let department, _): "p.department_id = \(department)"
            }
        let found = try rows(
            """
            SELECT DISTINCT c.item_id, p.id, p.title, p.starts_on
            FROM priority_source c
            JOIN plan_priority y ON y.id = c.priority_id
            JOIN plan p ON p.id = y.plan_id
            WHERE c.item_id IN (\(these)) AND y.removed_at IS NULL AND p.state NOT IN ('draft', 'discarded', 'submitted')
                AND \(here) AND \(visible.part(of: "p.school_id", department: "p.department_id"))
            ORDER BY p.starts_on DESC, p.title, p.id
            """
        ) { row in
            (
                item: try row[0] as ItemID, id: try row[1] as PlanID, title: try row[2] as String,
                starts: try row[3] as Day
            )
        }
        let health = try planHealth(of: Array(Set(found.map(\.id))))
        return Dictionary(grouping: found, by: \.item).mapValues { plans in
            plans.compactMap { plan in
                health[plan.id].map { AddressingPlan(id: plan.id, title: plan.title, starts: plan.starts, health: $0) }
            }
        }
    }
}
