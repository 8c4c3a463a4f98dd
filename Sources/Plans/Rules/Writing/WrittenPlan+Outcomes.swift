package import Kernel

extension WrittenPlan {
    /// - Parameter criteria: one for each line that was typed.
    /// - Throws: `notFound`; `conflict` unless it is a draft; `invalid`.
    package func adding(
        _ input: OutcomeInput, as id: OutcomeID, to priority: PriorityID, in calendar: SchoolCalendar,
        by permit: MayWritePlan
    ) throws -> OutcomeSaved {
        try checkWritable()
        try checkRuns(priority)
        try check(input, calendar)
        return OutcomeSaved(plan: plan.id, priority: priority, id: id, input: input, saving: .added)
    }

    package func revising(
        _ id: OutcomeID, _ input: OutcomeInput, in calendar: SchoolCalendar, by permit: MayWritePlan
    ) throws -> OutcomeSaved {
        try checkWritable()
        let priority = try priority(of: id).id
        try check(input, calendar)
        return OutcomeSaved(
            plan: plan.id, priority: priority, id: id, input: input, saving: .revised(version: input.version))
    }

    /// - Throws: `notFound`; `conflict` unless it is a draft; `invalid` without words.
    package func adding(
        criterion words: String, as id: CriterionID, to outcome: OutcomeID, by permit: MayWritePlan
    ) throws -> CriterionSaved {
        try checkWritable()
        _ = try self.outcome(outcome)
        try check(criterion: words)
        return CriterionSaved(plan: plan.id, outcome: outcome, id: id, words: words, saving: .added)
    }

    package func revising(
        _ id: CriterionID, words: String, version: Int, by permit: MayWritePlan
    ) throws -> CriterionSaved {
        try checkWritable()
        let outcome = try outcome(of: id).id
        try check(criterion: words)
        return CriterionSaved(
            plan: plan.id, outcome: outcome, id: id, words: words, saving: .revised(version: version))
    }

    /// Says how a criterion stands, which the plan's words do not wait for.
    ///
    /// - Throws: `notFound`; `conflict` while it waits for approval and once it is over; `invalid` without a status, and
    ///   without a reason where it cannot be judged.
    package func judging(
        _ id: CriterionID, _ input: CriterionStatusInput, by permit: MayWritePlan
    ) throws -> CriterionJudged {
        _ = try criterion(id)
        guard plan.state.takesNews else {
            throw Refusal.conflict("How a criterion stands is said while a plan is at work.")
        }
        var errors = FieldErrors()
        if input.status == nil { errors.add("status", "Choose how it stands.") }
        if input.status == .cannotBeJudged {
            errors.want("why", input.why, "Say why it cannot be judged, so that it can be mended.")
        }
        errors.limit("why", input.why, to: PlanLimits.longestText)
        try errors.check()
        guard let status = input.status else { throw Refusal.invalid(errors) }
        return CriterionJudged(id: id, status: status, why: input.why, version: input.version)
    }

    /// - Throws: `notFound`; `conflict` once the priority was ended.
    func checkRuns(_ id: PriorityID) throws {
        guard try priority(id).ended == nil else { throw Refusal.conflict("This priority was ended.") }
    }

    private func check(_ input: OutcomeInput, _ calendar: SchoolCalendar) throws {
        var errors = FieldErrors()
        errors.want("words", input.words, "Say what will be so.")
        errors.limit("words", input.words, to: PlanLimits.longestOutcome)
        errors.check("by", input.by, in: PlanDays(of: plan, in: calendar))
        try errors.check()
    }

    private func check(criterion words: String) throws {
        var errors = FieldErrors()
        errors.want("criterion", words, "Say by what one will know.")
        errors.limit("criterion", words, to: PlanLimits.longestCriterion)
        try errors.check()
    }
}
