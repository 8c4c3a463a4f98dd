package import Kernel

// Nothing that two people agree on falls on a day without school; the next one is offered instead.

extension SchoolCalendar {
    /// - Returns: why nothing can be agreed for `day`; nil when pupils come on it and it is not over.
    package func refusal(of day: Day, from today: Day) -> String? {
        guard day >= today else { return "\(day.long) is over." + offering(day, today) }
        guard let kind = kind(of: day) else {
            return "The calendar does not reach \(day.long) yet. Choose a day in the years it knows."
        }
        let why: String? =
            switch kind {
            case .school: nil
            case .weekend: "\(day.long) is a \(day.weekday.name)."
            case .inset: "\(day.long) is an INSET day."
            case .bankHoliday(let name): "\(day.long) is a bank holiday (\(name))."
            case .closed: "School is closed on \(day.long)."
            case .holiday(let name): "\(day.long) is in the \(name)."
            }
        return why.map { $0 + offering(day, today) }
    }

    /// The school day that is offered in the place of `day`: itself when it is one, else the next that is not over.
    /// - Returns: nil beyond what is known.
    package func offered(for day: Day, from today: Day) -> Day? { schoolDay(onOrAfter: max(day, today)) }

    private func offering(_ day: Day, _ today: Day) -> String {
        offered(for: day, from: today).map { " The next school day is \($0.weekday.name), \($0.long)." } ?? ""
    }
}
