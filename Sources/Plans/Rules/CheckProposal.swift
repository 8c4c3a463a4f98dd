package import Kernel

/// What a new check begins with until somebody says otherwise.
package struct CheckProposal: Hashable, Sendable {
    package let rhythm: CheckRhythm
    /// Whoever owns the action; nil for an outcome, which nobody owns.
    package let seat: SeatID?
    package let first: Day
    package let last: Day
}

extension WrittenPlan {
    /// The rhythm of the pro-forma, over the days of what is looked at. The first look comes a step of the rhythm after
    /// their beginning, because there is nothing to see on the day on which something starts.
    ///
    /// - Throws: `notFound` for what is no part of the plan.
    package func proposing(
        for subject: CheckPlan.Subject, on today: Day, in calendar: SchoolCalendar
    ) throws -> CheckProposal {
        switch subject {
        case .action(let id):
            let action = try action(id)
            return proposal(from: action.starts, to: action.ends, by: action.owner, on: today, calendar)
        case .outcome(let id):
            let by = try outcome(id).by
            return proposal(from: plan.starts, to: by ?? plan.ends, by: nil, on: today, calendar)
        }
    }

    private func proposal(
        from starts: Day, to last: Day, by seat: SeatID?, on today: Day, _ calendar: SchoolCalendar
    ) -> CheckProposal {
        let begins = min(max(starts, today), last)
        let step = proForma.review.weeks.flatMap { calendar.adding(schoolWeeks: $0, to: begins) }
        let first = step.flatMap { $0 <= last ? $0 : nil } ?? begins
        return CheckProposal(rhythm: proForma.review, seat: seat, first: first, last: last)
    }
}

extension CheckRhythm {
    /// How many school weeks lie between two looks; nil where the calendar's half terms and terms say when, or somebody.
    fileprivate var weeks: Int? {
        switch self {
        case .weekly: 1
        case .fortnightly: 2
        case .halfTermly, .termly, .dates: nil
        }
    }
}
