package import Kernel

extension WrittenPlan {
    /// A blockage turns up while a plan is at work, so it does not wait for a revision.
    ///
    /// - Throws: `conflict` where the pro-forma asks for none, while the plan waits for approval and once it is over;
    ///   `invalid`.
    package func adding(
        _ input: BlockageInput, as id: BlockageID, seats: Set<SeatID>, in calendar: SchoolCalendar,
        by permit: MayWritePlan
    ) throws -> BlockageSaved {
        guard proForma.hasBlockages else { throw Refusal.conflict("This kind of plan lists no blockages.") }
        try checkTakesNews()
        return try checked(input, id, seats, calendar, .added)
    }

    package func revising(
        _ id: BlockageID, _ input: BlockageInput, seats: Set<SeatID>, in calendar: SchoolCalendar,
        by permit: MayWritePlan
    ) throws -> BlockageSaved {
        let old = try blockage(id)
        try checkTakesNews()
        guard old.removed == nil else { throw Refusal.conflict("This blockage was cleared already.") }
        return try checked(input, id, seats.union([old.remover]), calendar, .revised(version: input.version))
    }

    /// - Throws: `notFound`; `conflict` when it was cleared before, and once the plan is over; `invalid` without words.
    package func clearing(
        _ id: BlockageID, words: String, version: Int, on today: Day, by permit: MayClearBlockage
    ) throws -> BlockageCleared {
        let old = try blockage(id)
        try checkTakesNews()
        guard old.removed == nil else { throw Refusal.conflict("This blockage was cleared already.") }
        guard !words.isEmpty else { throw Refusal.invalid("cleared", "Say how it was cleared.") }
        try words.within(PlanLimits.longestText, at: "cleared")
        return BlockageCleared(id: id, day: today, words: words, version: version)
    }

    private func checkTakesNews() throws {
        guard plan.state.takesNews else {
            throw Refusal.conflict("Blockages are listed while a plan is written or at work.")
        }
    }

    private func checked(
        _ input: BlockageInput, _ id: BlockageID, _ seats: Set<SeatID>, _ calendar: SchoolCalendar, _ saving: Saving
    ) throws -> BlockageSaved {
        var errors = FieldErrors()
        errors.want("words", input.words, "Say what stands in the way.")
        errors.limit("words", input.words, to: PlanLimits.longestCriterion)
        if input.remover.map({ !seats.contains($0) }) ?? true { errors.add("remover", "Choose who removes it.") }
        errors.add(input.misread)
        if input.by == nil { errors.add(FieldErrors([("by", "Give the day by which it is removed.")])) }
        errors.check("by", input.by, in: PlanDays(of: plan, in: calendar))
        try errors.check()
        guard let remover = input.remover, let by = input.by else { throw Refusal.invalid(errors) }
        return BlockageSaved(
            plan: plan.id, id: id, words: input.words, remover: remover, by: by, saving: saving)
    }
}

/// Evidence that this person may say that a blockage is gone: whoever has to remove it, or writes the plan.
package struct MayClearBlockage: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` to whom the plan is nothing, `forbidden` to readers.
    package init(_ actor: Actor, _ plan: Plan, remover: SeatID) throws {
        if actor.sits(in: remover) {
            self.actor = actor
        } else {
            self.actor = try MayWritePlan(actor, plan).actor
        }
    }
}
