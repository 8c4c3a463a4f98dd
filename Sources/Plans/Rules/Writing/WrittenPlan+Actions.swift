package import Kernel

extension WrittenPlan {
    /// - Parameter seats: those that may be given duties at the plan's place.
    /// - Throws: `notFound`; `conflict` unless it is a draft with room; `invalid`.
    package func adding(
        _ input: ActionInput, as id: ActionID, to priority: PriorityID, seats: Set<SeatID>, in calendar: SchoolCalendar,
        by permit: MayWritePlan
    ) throws -> ActionSaved {
        try checkWritable()
        try checkRuns(priority)
        try proForma.checkRoom(actions: runningActions.count + 1)
        return try checked(input, id, of: priority, seats, calendar, .added)
    }

    /// A seat that an action has already may stay in it, even when nobody holds it.
    package func revising(
        _ id: ActionID, _ input: ActionInput, seats: Set<SeatID>, in calendar: SchoolCalendar, by permit: MayWritePlan
    ) throws -> ActionSaved {
        try checkWritable()
        let old = try action(id)
        let kept = seats.union([old.owner]).union(old.supporter.map { [$0] } ?? [])
        return try checked(
            input, id, of: priority(of: id).id, kept, calendar, .revised(version: input.version))
    }

    private func checked(
        _ input: ActionInput, _ id: ActionID, of priority: PriorityID, _ seats: Set<SeatID>, _ calendar: SchoolCalendar,
        _ saving: Saving
    ) throws -> ActionSaved {
        var errors = input.misread
        errors.add(wordErrors(input.text))
        errors.add(seatErrors(input, seats))
        errors.add(dayErrors(input, calendar))
        errors.add(proForma.missing(ProFormaField.ofAction) { input.isEmpty($0) })
        try errors.ordered(as: ProFormaField.ofAction).check()
        guard let owner = input.owner, let starts = input.starts, let ends = input.ends else {
            throw Refusal.invalid(errors)
        }
        return ActionSaved(
            plan: plan.id, priority: priority, id: id, what: input.text, owner: owner, supporter: input.supporter,
            starts: starts, ends: ends, cost: input.cost, saving: saving)
    }

    private func wordErrors(_ text: ActionText) -> FieldErrors {
        var errors = FieldErrors()
        errors.want("what", text.what, "Say what will be done.")
        errors.limit("what", text.what, to: PlanLimits.longestName)
        let others = [
            ("aspects", text.aspects), ("seen", text.seen), ("how", text.how), ("support", text.support),
        ]
        for (field, words) in others { errors.limit(field, words, to: PlanLimits.longestText) }
        return errors
    }

    private func seatErrors(_ input: ActionInput, _ seats: Set<SeatID>) -> FieldErrors {
        var errors = FieldErrors()
        if input.owner.map({ !seats.contains($0) }) ?? true { errors.add("owner", "Choose who owns this.") }
        if let supporter = input.supporter, !seats.contains(supporter) {
            errors.add("supporter", "Choose somebody from the list, or nobody.")
        }
        if input.supporter != nil && input.supporter == input.owner {
            errors.add("supporter", "Choose somebody else than the owner.")
        }
        return errors
    }

    private func dayErrors(_ input: ActionInput, _ calendar: SchoolCalendar) -> FieldErrors {
        var errors = FieldErrors()
        let days = PlanDays(of: plan, in: calendar)
        if input.starts == nil { errors.add("from", "Give the day on which it begins.") }
        if input.ends == nil { errors.add("to", "Give the day by which it is done.") }
        errors.check("from", input.starts, in: days)
        errors.check("to", input.ends, in: days)
        if let starts = input.starts, let ends = input.ends, ends < starts, errors.isEmpty {
            errors.add("to", "This is before the action begins, on \(starts.long).")
        }
        return errors
    }
}

extension ActionInput {
    fileprivate func isEmpty(_ field: ProFormaField) -> Bool {
        switch field {
        case .what: text.what.isEmpty
        case .aspects: text.aspects.isEmpty
        case .seen: text.seen.isEmpty
        case .how: text.how.isEmpty
        case .support: text.support.isEmpty
        case .owner: owner == nil
        case .supporter: supporter == nil
        case .from: starts == nil
        case .to: ends == nil
        case .days, .money: unsaid.contains(field)
        case .title, .why, .stops: false
        }
    }
}
