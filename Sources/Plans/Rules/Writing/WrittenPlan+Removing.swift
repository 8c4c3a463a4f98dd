package import Kernel

extension WrittenPlan {
    /// Whether something was built on a part, so that it can only be ended.
    package func isBuiltOn(_ part: PlanPart) -> Bool {
        if !plan.state.isWritable { return true }
        if case .priority(let id) = part { return answered.contains(id) }
        return false
    }

    /// - Throws: `notFound`; `conflict` once something was built on it.
    package func removing(_ part: PlanPart, by permit: MayWritePlan) throws -> PartRemoved {
        try checkHolds(part)
        if case .blockage(let id) = part, plan.state.takesNews, try blockage(id).removed == nil {
            return PartRemoved(plan: plan.id, part: part, isBack: false)
        }
        try checkWritable()
        guard !isBuiltOn(part) else {
            throw Refusal.conflict("Other plans answer this priority. End it with a reason, so that they can see why.")
        }
        return PartRemoved(plan: plan.id, part: part, isBack: false)
    }

    /// Takes a removal back. That it was removed is the store's to find.
    ///
    /// - Throws: `conflict` when the plan was submitted meanwhile, or has no room left for it.
    package func bringingBack(_ part: PlanPart, by permit: MayWritePlan) throws -> PartRemoved {
        if case .blockage = part, plan.state.takesNews {
            return PartRemoved(plan: plan.id, part: part, isBack: true)
        }
        try checkWritable()
        if case .priority = part { try proForma.checkRoom(priorities: running.count + 1) }
        if case .action = part { try proForma.checkRoom(actions: runningActions.count + 1) }
        return PartRemoved(plan: plan.id, part: part, isBack: true)
    }

    /// - Throws: `notFound`; `conflict` for what nothing was built on, for what cannot be ended by itself, and when it was
    ///   ended before; `invalid` without a reason.
    package func ending(_ part: PlanPart, because reason: String, on today: Day, by permit: MayWritePlan) throws
        -> PartEnded
    {
        let (ended, actions) = try endable(part)
        guard ended == nil else { throw Refusal.conflict("This was ended already.") }
        guard isBuiltOn(part) else { throw Refusal.conflict("Nothing was built on this yet: it can be removed.") }
        guard plan.state.takesNews else { throw Refusal.conflict("Only parts of a plan at work are ended.") }
        guard !reason.isEmpty else { throw Refusal.invalid("reason", "Say why it ends.") }
        try reason.within(PlanLimits.longestText, at: "reason")
        return PartEnded(
            plan: plan.id, part: part, actions: actions, ending: Ending(day: today, reason: reason))
    }

    private func endable(_ part: PlanPart) throws -> (Ending?, [ActionID]) {
        switch part {
        case .priority(let id):
            let priority = try priority(id)
            return (priority.ended, priority.actions.filter { $0.ended == nil }.map(\.id))
        case .action(let id): return (try action(id).ended, [id])
        case .outcome, .criterion, .blockage:
            try checkHolds(part)
            throw Refusal.conflict("Priorities and actions are ended; what belongs to them ends with them.")
        }
    }

    private func checkHolds(_ part: PlanPart) throws {
        switch part {
        case .priority(let id): _ = try priority(id)
        case .outcome(let id): _ = try outcome(id)
        case .criterion(let id): _ = try criterion(id)
        case .action(let id): _ = try action(id)
        case .blockage(let id): _ = try blockage(id)
        }
    }
}
