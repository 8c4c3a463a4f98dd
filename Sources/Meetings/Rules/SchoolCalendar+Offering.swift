package import Kernel

// Nothing that two people agree on falls on a day without school; the next one is offered instead.

extension SchoolCalendar {
    /// - Returns: why nothing can be agreed for `day`; nil when pupils come on it and it is not over.
    package func refusal(of day: Day, from today: Day) -> String? {
        guard day >= today else { return "\(day.long) is over." + offering(day, today) }
        guard knows(day) else {
            return "The calendar does not reach \(day.long) yet. Choose a day in the years it knows."
        }
        return whyNoSchool(on: day).map { $0 + offering(day, today) }
    }

    /// The school day that is offered in the place of `day`: itself when it is one, else the next that is not over.
    /// - Returns: nil beyond what is known.
    package func offered(for day: Day, from today: Day) -> Day? { schoolDay(onOrAfter: max(day, today)) }

    private func offering(_ day: Day, _ today: Day) -> String {
        offered(for: day, from: today).map { " " + $0.asNextSchoolDay } ?? ""
    }
}
