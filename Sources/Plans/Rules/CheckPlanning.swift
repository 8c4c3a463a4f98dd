package import Kernel

/// What was typed about a series of looks.
package struct CheckPlanInput: Hashable, Sendable {
    package let looked: String
    package let how: String
    package let seat: SeatID?
    package let rhythm: CheckRhythm?
    /// When the series begins and ends; not asked for where days are named.
    package let first: Day?
    package let last: Day?
    package let days: [Day]
    /// The version that the page showed; 0 when there was none.
    package let version: Int
    /// Of the days, those that could not be read.
    package let misread: FieldErrors

    package init(
        looked: String, how: String, seat: SeatID?, rhythm: CheckRhythm?, first: Day?, last: Day?, days: [Day],
        version: Int, misread: FieldErrors = FieldErrors()
    ) {
        self.misread = misread
        (self.looked, self.how, self.seat, self.rhythm) = (looked, how, seat, rhythm)
        (self.first, self.last, self.days, self.version) = (first, last, days, version)
    }

    package static let longestLooked = 1_000
    package static let longestHow = 4_000
    /// More would be asked of one seat than anybody does.
    package static let mostLooks = 120
}

extension Plan {
    /// What will be looked at, planned for an action or an outcome of this plan.
    ///
    /// - Parameter seats: those that may be given the look.
    /// - Throws: `conflict` once the plan's words are no longer open; `invalid` at `looked`, `how`, `seat`, `rhythm`,
    ///   `first`, `last` and `days`.
    package func planning(
        _ input: CheckPlanInput, for subject: CheckPlan.Subject, as id: CheckPlanID, seats: Set<SeatID>,
        in calendar: SchoolCalendar, by permit: MayWritePlan
    ) throws -> CheckPlanned {
        let (seat, schedule) = try schedule(input, seats: seats, in: calendar, by: permit)
        let planned = CheckPlan(
            id: id, subject: subject, looked: input.looked, how: input.how, seat: seat, rhythm: schedule.rhythm,
            first: schedule.first, last: schedule.last, days: schedule.days, ended: nil, version: input.version)
        return CheckPlanned(plan: self.id, check: planned)
    }

    /// The seat that looks, and the days that follow, for those who want to see them before they plan it so.
    /// - Throws: as `planning`.
    package func schedule(
        _ input: CheckPlanInput, seats: Set<SeatID>, in calendar: SchoolCalendar, by permit: MayWritePlan
    ) throws -> (SeatID, CheckSchedule) {
        guard state.isWritable else { throw Refusal.conflict(CheckPlanned.sealed) }
        var errors = input.wordErrors(seats: seats)
        let schedule = schedule(input, in: calendar, &errors)
        try errors.check()
        guard let seat = input.seat, let schedule else { throw Refusal.invalid(errors) }
        return (seat, schedule)
    }

    /// Takes a series out of a draft, or puts it back.
    /// - Throws: `conflict` once the plan's words are no longer open.
    package func removing(
        _ check: CheckPlanID, isRemoved: Bool, by permit: MayWritePlan
    ) throws -> CheckPlanRemoved {
        guard state.isWritable else { throw Refusal.conflict(CheckPlanned.sealed) }
        return CheckPlanRemoved(check: check, isRemoved: isRemoved)
    }

    /// Ends a series whose words are sealed: its looks that are to come are called off, those done stay.
    /// - Throws: `conflict` while the plan is written or waits for approval, once it is over, and when the series ended
    ///   already; `invalid` at `reason`.
    package func ending(
        _ check: CheckPlan, because reason: String, version: Int, on today: Day, by permit: MayWritePlan
    ) throws -> CheckPlanEnded {
        guard !state.isWritable else { throw Refusal.conflict("The plan is a draft: take the check out instead.") }
        guard state.takesNews else { throw Refusal.conflict("Only checks of a plan at work are ended.") }
        guard check.ended == nil else { throw Refusal.conflict("This check has ended already.") }
        guard check.version == version else { throw Refusal.stale }
        var errors = FieldErrors()
        if reason.isEmpty { errors.add("reason", "Say why nobody needs to look any more.") }
        errors.limit("reason", reason, to: CheckInput.longestWords)
        try errors.check()
        return CheckPlanEnded(check: check.id, ending: Ending(day: today, reason: reason), version: version)
    }

    private func schedule(
        _ input: CheckPlanInput, in calendar: SchoolCalendar, _ errors: inout FieldErrors
    ) -> CheckSchedule? {
        guard let rhythm = input.rhythm else { return nil }
        let schedule: CheckSchedule
        if rhythm == .dates {
            if input.days.isEmpty && input.misread.isEmpty { errors.add("days", "Name at least one day.") }
            errors.noteNamedDays(input.days, within: self, calendar)
            guard let first = input.days.min(), let last = input.days.max() else { return nil }
            schedule = CheckSchedule(rhythm: rhythm, first: first, last: last, days: Set(input.days).sorted())
        } else {
            guard let first = input.first, let last = input.last else {
                var missing = FieldErrors()
                if input.first == nil { missing.add("first", "Say when the looks begin.") }
                if input.last == nil { missing.add("last", "Say when the looks end.") }
                errors.add(missing)
                return nil
            }
            errors.noteSpan(first, last, within: self)
            schedule = CheckSchedule(rhythm: rhythm, first: first, last: last)
        }
        if errors.isEmpty { errors.noteNumber(of: schedule, in: calendar) }
        return schedule
    }
}

extension CheckPlanInput {
    fileprivate func wordErrors(seats: Set<SeatID>) -> FieldErrors {
        var errors = FieldErrors()
        if looked.isEmpty { errors.add("looked", "Say what will be looked at.") }
        errors.limit("looked", looked, to: Self.longestLooked)
        errors.limit("how", how, to: Self.longestHow)
        if seat.map({ !seats.contains($0) }) ?? true { errors.add("seat", "Choose who will look.") }
        if rhythm == nil { errors.add("rhythm", "Choose how often, or name the days.") }
        errors.add(misread)
        return errors
    }
}

extension FieldErrors {
    /// A day on which pupils do not come is refused with the next one on which they do.
    fileprivate mutating func noteNamedDays(_ days: [Day], within plan: Plan, _ calendar: SchoolCalendar) {
        for day in days {
            if day < plan.starts || day > plan.ends {
                add(
                    "days", "\(day.long) is outside the plan, which runs from \(plan.starts.long) to \(plan.ends.long)."
                )
            } else if let sentence = calendar.refusing(day) {
                add("days", sentence)
            }
        }
    }

    fileprivate mutating func noteSpan(_ first: Day, _ last: Day, within plan: Plan) {
        if last < first { add("last", "The looks end before they begin. Choose a later last day.") }
        if first < plan.starts { add("first", "The plan begins on \(plan.starts.long); looks begin then or later.") }
        if last > plan.ends { add("last", "The plan ends on \(plan.ends.long); looks end then or earlier.") }
    }

    fileprivate mutating func noteNumber(of schedule: CheckSchedule, in calendar: SchoolCalendar) {
        let count = schedule.looks(in: calendar).count
        if count == 0 {
            add(
                schedule.rhythm == .dates ? "days" : "first",
                "There is no school day of the calendar in that time, so nobody would look.")
        }
        if count > CheckPlanInput.mostLooks {
            add("rhythm", "That would be \(count) looks. Choose a wider rhythm or a shorter time.")
        }
    }
}

extension SchoolCalendar {
    /// Why nothing can fall due on a day, with the day that can be taken instead; nil when it can.
    package func refusing(_ day: Day) -> String? {
        guard knows(day) else { return "The calendar does not reach \(day.long) yet." }
        return whyNoSchool(on: day).map { why in
            [why, schoolDay(onOrAfter: day)?.asNextSchoolDay].compactMap { $0 }.joined(separator: " ")
        }
    }
}
