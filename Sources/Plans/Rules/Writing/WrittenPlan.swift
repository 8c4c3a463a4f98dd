import Kernel

/// A plan with what it holds, as the rules that change it see it. Removed parts are not in it.
package struct WrittenPlan: Hashable, Sendable {
    package let plan: Plan
    package let proForma: ProForma
    /// In their order, ended ones among them.
    package let priorities: [Priority]
    package let blockages: [Blockage]
    /// Those of its priorities that plans below answer.
    package let answered: Set<PriorityID>

    package init(
        plan: Plan, proForma: ProForma, priorities: [Priority] = [], blockages: [Blockage] = [],
        answered: Set<PriorityID> = []
    ) {
        (self.plan, self.proForma, self.priorities) = (plan, proForma, priorities)
        (self.blockages, self.answered) = (blockages, answered)
    }

    package var actions: [PlannedAction] { priorities.flatMap(\.actions) }
    package var outcomes: [Outcome] { priorities.flatMap(\.outcomes) }
    package var criteria: [Criterion] { outcomes.flatMap(\.criteria) }

    /// Those still worked on.
    package var running: [Priority] { priorities.filter { $0.ended == nil } }

    package var runningActions: [PlannedAction] {
        running.flatMap { $0.actions.filter { $0.ended == nil } }
    }

    package func priority(_ id: PriorityID) throws -> Priority { try found(priorities.first { $0.id == id }) }
    package func outcome(_ id: OutcomeID) throws -> Outcome { try found(outcomes.first { $0.id == id }) }
    package func criterion(_ id: CriterionID) throws -> Criterion { try found(criteria.first { $0.id == id }) }
    package func action(_ id: ActionID) throws -> PlannedAction { try found(actions.first { $0.id == id }) }
    package func blockage(_ id: BlockageID) throws -> Blockage { try found(blockages.first { $0.id == id }) }

    /// The priority that an outcome or action belongs to.
    package func priority(of outcome: OutcomeID) throws -> Priority {
        try found(priorities.first { $0.outcomes.contains { $0.id == outcome } })
    }

    package func priority(of action: ActionID) throws -> Priority {
        try found(priorities.first { $0.actions.contains { $0.id == action } })
    }

    package func outcome(of criterion: CriterionID) throws -> Outcome {
        try found(outcomes.first { $0.criteria.contains { $0.id == criterion } })
    }

    /// - Throws: `conflict` unless its words may change.
    package func checkWritable() throws {
        if plan.state.isWritable { return }
        throw Refusal.conflict(
            plan.state == .submitted
                ? "This plan waits for approval. It can be changed once it was sent back."
                : "This plan was approved as it is. Revise it to change its words; the old plan stays readable.")
    }
}

private func found<Part>(_ part: Part?) throws -> Part {
    guard let part else { throw Refusal.notFound }
    return part
}
