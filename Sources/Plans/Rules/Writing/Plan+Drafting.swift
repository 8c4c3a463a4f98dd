package import Kernel

/// What was chosen on the page that begins a plan.
package struct PlanInput: Hashable, Sendable {
    package let title: String
    package let starts: Day?
    /// nil where the pro-forma says how long such a plan runs.
    package let ends: Day?
    package let version: Int

    package init(title: String, from starts: Day?, to ends: Day?, version: Int = 0) {
        (self.title, self.starts, self.ends, self.version) = (title, starts, ends, version)
    }
}

extension Plan {
    /// - Throws: `invalid` when the pro-forma is not for such a place, or for days that cannot be taken.
    package static func drafting(
        _ id: PlanID, _ input: PlanInput, from proForma: ProForma, at place: Place, in calendar: SchoolCalendar,
        by permit: MayWritePlan
    ) throws -> PlanDrafted {
        var errors = FieldErrors()
        if !proForma.kind.fits(place) { errors.add("pro-forma", proForma.kind.wantsOtherPlace) }
        errors.add(input.titleErrors)
        let days = input.days(of: proForma, in: calendar, &errors)
        try errors.check()
        guard let days else { throw Refusal.invalid(errors) }
        let plan = Plan(
            id: id, kind: proForma.kind, place: place, title: input.title, starts: days.starts, ends: days.ends,
            state: .draft, version: 1)
        return PlanDrafted(plan: plan, proForma: proForma.id, supersedes: nil)
    }

    /// The same plan once more, as a draft that takes this one's place when it goes live.
    ///
    /// - Throws: `conflict` unless it is approved or at work.
    package func superseding(as id: PlanID, proForma: ProFormaID, by permit: MayWritePlan) throws -> PlanDrafted {
        guard state == .approved || state.isAtWork else {
            throw Refusal.conflict("Only a plan that was approved is revised.")
        }
        let plan = Plan(
            id: id, kind: kind, place: place, title: title, starts: starts, ends: ends, state: .draft, version: 1)
        return PlanDrafted(plan: plan, proForma: proForma, supersedes: self.id)
    }
}

extension WrittenPlan {
    /// - Throws: `conflict` unless it is a draft; `invalid` also when an action would lie outside the new days.
    package func revising(_ input: PlanInput, in calendar: SchoolCalendar, by permit: MayWritePlan) throws
        -> PlanRevised
    {
        try checkWritable()
        var errors = input.titleErrors
        let days = input.days(of: proForma, in: calendar, &errors)
        if let days, let outside = actions.first(where: { $0.starts < days.starts || $0.ends > days.ends }) {
            errors.add(
                "to", "“\(outside.what)” runs from \(outside.starts.long) to \(outside.ends.long). Change that first.")
        }
        try errors.check()
        guard let days else { throw Refusal.invalid(errors) }
        return PlanRevised(
            plan: plan.id, title: input.title, starts: days.starts, ends: days.ends, version: input.version)
    }
}

extension PlanKind {
    /// A department plan belongs to a department, a school improvement plan to a school or the trust; the others to
    /// either.
    package func fits(_ place: Place) -> Bool {
        switch self {
        case .department: place.department != nil
        case .school: place.department == nil
        case .targeted, .rapid: place != .trust
        }
    }

    var wantsOtherPlace: String {
        switch self {
        case .department: "A department plan is made for a department. Choose one, or another kind of plan."
        case .school: "A school improvement plan is made for a whole school. Choose another kind for a department."
        case .targeted, .rapid: "An action plan is made for a school or a department."
        }
    }
}

extension PlanInput {
    package var titleErrors: FieldErrors {
        var errors = FieldErrors()
        errors.want("title", title, "Give the plan a name.")
        errors.limit("title", title, to: PlanLimits.longestTitle)
        return errors
    }

    /// A plan whose pro-forma counts its school weeks ends by itself, on the last school day of the last of them.
    fileprivate func days(
        of proForma: ProForma, in calendar: SchoolCalendar, _ errors: inout FieldErrors
    ) -> (starts: Day, ends: Day)? {
        guard let starts else {
            errors.add("from", "Give the day on which the plan begins.")
            return nil
        }
        let longest = proForma.weeks.flatMap { calendar.lastDay(ofWeeks: $0, from: starts) }
        guard let ends = ends ?? longest else {
            errors.add("to", "Give the day on which the plan ends.")
            return nil
        }
        let days = PlanDays(from: starts, to: max(starts, ends), in: calendar)
        errors.check("from", starts, in: days)
        if ends < starts {
            errors.add("to", "This is before the plan begins.")
        } else {
            errors.check("to", ends, in: days)
        }
        if let longest, ends > longest, let sentence = proForma.weeksSentence {
            errors.add("to", "\(sentence) From \(starts.spoken) that is until \(longest.spoken).")
        }
        return (starts, ends)
    }
}

extension SchoolCalendar {
    /// - Returns: nil when that lies beyond what is known.
    package func lastDay(ofWeeks count: Int, from day: Day) -> Day? {
        adding(schoolWeeks: count, to: day).flatMap { previousSchoolDay(before: $0.monday) }.map { max($0, day) }
    }
}
