package import EvaluationRules
package import Kernel
package import ToolRules

extension WrittenPlan {
    /// - Throws: `conflict` unless it is a draft with room; `invalid` for what the pro-forma wants and misses.
    package func adding(_ input: PriorityInput, as id: PriorityID, by permit: MayWritePlan) throws -> PrioritySaved {
        try checkWritable()
        try proForma.checkRoom(priorities: running.count + 1)
        try check(input)
        return PrioritySaved(plan: plan.id, id: id, input: input, saving: .added)
    }

    /// - Throws: `notFound`; `conflict` unless it is a draft; `invalid`.
    package func revising(_ id: PriorityID, _ input: PriorityInput, by permit: MayWritePlan) throws -> PrioritySaved {
        try checkWritable()
        _ = try priority(id)
        try check(input)
        return PrioritySaved(plan: plan.id, id: id, input: input, saving: .revised(version: input.version))
    }

    /// A priority for the statements that were picked, which stand in it as they were agreed.
    ///
    /// - Parameter title: as typed, or made from the statement.
    /// - Throws: as `adding`; what else the pro-forma asks for is written later.
    package func drawing(
        _ title: String, as id: PriorityID, from evaluation: ID<Evaluation>, _ items: [ItemID], by permit: MayWritePlan
    ) throws -> (priority: PrioritySaved, link: PriorityDrawn) {
        try checkWritable()
        try proForma.checkRoom(priorities: running.count + 1)
        let input = PriorityInput(title: String(title.prefix(PlanLimits.longestName)))
        guard !input.title.isEmpty else { throw Refusal.invalid("title", "Say in a sentence what is to change.") }
        return (
            PrioritySaved(plan: plan.id, id: id, input: input, saving: .added),
            PriorityDrawn(priority: id, evaluation: evaluation, items: items)
        )
    }

    /// - Throws: `notFound`; `conflict` unless it is a draft.
    package func moving(_ id: PriorityID, earlier: Bool, by permit: MayWritePlan) throws -> PrioritiesOrdered {
        try checkWritable()
        _ = try priority(id)
        var order = priorities.map(\.id)
        guard let place = order.firstIndex(of: id) else { throw Refusal.notFound }
        let other = earlier ? place - 1 : place + 1
        if order.indices.contains(other) { order.swapAt(place, other) }
        return PrioritiesOrdered(plan: plan.id, order: order)
    }

    private func check(_ input: PriorityInput) throws {
        var errors = FieldErrors()
        errors.want("title", input.title, "Say in a sentence what is to change.")
        errors.limit("title", input.title, to: PlanLimits.longestName)
        errors.limit("why", input.why, to: PlanLimits.longestText)
        errors.limit("stops", input.stops, to: PlanLimits.longestText)
        errors.add(
            proForma.missing(ProFormaField.ofPriority) { field in
                switch field {
                case .title: input.title.isEmpty
                case .why: input.why.isEmpty
                default: input.stops.isEmpty
                }
            })
        try errors.check()
    }
}
