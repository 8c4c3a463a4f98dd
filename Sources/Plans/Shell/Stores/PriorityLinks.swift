import Database
package import Kernel
package import PlanRules

/// A priority of another plan: one above that is answered, or one below that answers.
package struct LinkedPriority: Hashable, Sendable {
    package let id: PriorityID
    package let title: String
    package let plan: PlanID
    package let planTitle: String
    /// `English, Willowbrook Academy`
    package let place: String
    package let state: PlanState

    package init(
        id: PriorityID, title: String, plan: PlanID, planTitle: String, place: String, state: PlanState
    ) {
        (self.id, self.title, self.plan) = (id, title, plan)
        (self.planTitle, self.place, self.state) = (planTitle, place, state)
    }
}

extension LinkedPriority {
    package var isAtWork: Bool { state.isPublished && state != .archived }
}

extension Reading {
    /// What a plan at `place` may answer: the running priorities of the published plans one step above it.
    package func prioritiesAbove(_ place: Place) throws -> [LinkedPriority] {
        let above: SQL
        switch place {
        case .trust: return []
        case .school: above = "p.school_id IS NULL"
        case .department(_, let school): above = "p.school_id = \(school) AND p.department_id IS NULL"
        }
        return try linked(
            """
            WHERE \(above) AND p.state IN ('approved', 'live', 'maintained') AND r.ended_on IS NULL
              AND r.removed_at IS NULL
            """
        ).map(\.priority)
    }

    /// The priorities above that those of a plan answer and that this person may read, by the answered one's id.
    func answered(byPlan plan: PlanID, seenBy actor: Actor) throws -> [PriorityID: LinkedPriority] {
        let found = try linked(
            """
            WHERE r.id IN (SELECT answers_id FROM plan_priority
                           WHERE plan_id = \(plan) AND answers_id IS NOT NULL AND removed_at IS NULL)
              AND (\(plansSeen(by: actor)))
            """)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.priority.id, $0.priority) })
    }

    /// The published plans below that answer a plan's priorities and that this person may see, by the priority that they
    /// answer.
    func answering(plan: PlanID, seenBy visible: Visible) throws -> [PriorityID: [LinkedPriority]] {
        let found = try linked(
            """
            WHERE r.answers_id IN (SELECT id FROM plan_priority WHERE plan_id = \(plan)) AND r.removed_at IS NULL
              AND p.state IN ('approved', 'live', 'maintained', 'archived')
              AND \(visible.part(of: "p.school_id", department: "p.department_id"))
            """)
        return Dictionary(grouping: found) { $0.answers }.reduce(into: [:]) { table, next in
            if let key = next.key { table[key] = next.value.map(\.priority) }
        }
    }

    private func linked(_ condition: SQL) throws -> [(priority: LinkedPriority, answers: PriorityID?)] {
        try rows(
            """
            SELECT r.id, r.title, p.id, p.title, t.name, s.name, d.name, p.state, r.answers_id
            FROM plan_priority r
            JOIN plan p ON p.id = r.plan_id
            CROSS JOIN trust t
            LEFT JOIN school s ON s.id = p.school_id
            LEFT JOIN department d ON d.id = p.department_id
            \(condition)
            ORDER BY s.name, d.name, p.title, r.position
            """
        ) { row in
            let names = PlaceNames(trust: try row[4], school: try row[5], department: try row[6])
            let priority = LinkedPriority(
                id: try row[0], title: try row[1], plan: try row[2], planTitle: try row[3], place: names.whole,
                state: try row[7])
            return (priority, try row[8])
        }
    }
}
