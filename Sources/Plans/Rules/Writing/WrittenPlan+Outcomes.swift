package import Kernel

extension WrittenPlan {
    /// - Parameter criteria: one for each line that was typed.
    /// - Throws: `notFound`; `conflict` unless it is a draft; `invalid`, at `criteria` for a line that is too long or there
    ///   twice.
    package func adding(
        _ input: OutcomeInput, criteria: [String] = [], as id: OutcomeID, to priority: PriorityID,
        in calendar: SchoolCalendar, by permit: MayWritePlan
    ) throws -> OutcomeSaved {
        try checkWritable()
        try checkRuns(priority)
        try check(input, criteria, calendar)
        return OutcomeSaved(plan: plan.id, priority: priority, id: id, input: input, saving: .added)
    }

    package func revising(
        _ id: OutcomeID, _ input: OutcomeInput, in calendar: SchoolCalendar, by permit: MayWritePlan
    ) throws -> OutcomeSaved {
        try checkWritable()
        let priority = try priority(of: id).id
        try check(input, [], calendar)
        return OutcomeSaved(
            plan: plan.id, priority: priority, id: id, input: input, saving: .revised(version: input.version))
    }

    /// - Throws: `notFound`; `conflict` unless it is a draft; `invalid` without words, and for what the outcome has already.
    package func adding(
        criterion words: String, as id: CriterionID, to outcome: OutcomeID, by permit: MayWritePlan
    ) throws -> CriterionSaved {
        try checkWritable()
        try check(criterion: words, beside: self.outcome(outcome).criteria)
        return CriterionSaved(plan: plan.id, outcome: outcome, id: id, words: words, saving: .added)
    }

    package func revising(
        _ id: CriterionID, words: String, version: Int, by permit: MayWritePlan
    ) throws -> CriterionSaved {
        try checkWritable()
        let outcome = try outcome(of: id)
        try check(criterion: words, beside: outcome.criteria.filter { $0.id != id })
        return CriterionSaved(
            plan: plan.id, outcome: outcome.id, id: id, words: words, saving: .revised(version: version))
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

    private func check(_ input: OutcomeInput, _ criteria: [String], _ calendar: SchoolCalendar) throws {
        var errors = FieldErrors()
        errors.want("words", input.words, "Say what will be so.")
        errors.limit("words", input.words, to: PlanLimits.longestOutcome)
        errors.add(input.misread)
        errors.check("by", input.by, in: PlanDays(of: plan, in: calendar))
        if criteria.count > Bounds.lines {
            errors.add("criteria", "At most \(Bounds.lines) lines can be taken; there are \(criteria.count).")
        }
        var said: Set<String> = []
        for words in criteria.prefix(Bounds.lines) {
            errors.limit("criteria", words, to: PlanLimits.longestCriterion)
            if !said.insert(words.bare).inserted { errors.add("criteria", "“\(words)” is there twice.") }
        }
        try errors.check()
    }

    private func check(criterion words: String, beside others: [Criterion]) throws {
        var errors = FieldErrors()
        errors.want("criterion", words, "Say by what one will know.")
        errors.limit("criterion", words, to: PlanLimits.longestCriterion)
        let bare = words.bare
        if others.contains(where: { $0.words.bare == bare }) {
            errors.add("criterion", "This outcome has that criterion already.")
        }
        try errors.check()
    }
}

extension String {
    /// The same for words of which only capitals, spaces and a full stop at the end differ.
    fileprivate var bare: String {
        let words = lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}
