// Why a day cannot be taken and which one can, in the same words wherever days are typed.

extension SchoolCalendar {
    /// Why pupils do not come: `Saturday 26 December is in the Christmas holiday.`
    ///
    /// - Returns: nil for a school day, and for a day that the calendar does not know.
    package func whyNoSchool(on day: Day) -> String? {
        let name = day.weekdayAndDay
        switch kind(of: day) {
        case nil, .school: return nil
        case .weekend: return "\(name) is no school day."
        case .inset: return "\(name) is an INSET day."
        case .bankHoliday(let called): return "\(name) is a bank holiday (\(called))."
        case .closed: return "The school is closed on \(name)."
        case .holiday(let called): return "\(name) is in the \(called)."
        }
    }
}

extension Day {
    /// `Monday 4 January`, where the year is clear.
    package var weekdayAndDay: String { "\(weekday.name) \(dayOfMonth) \(monthNames[month - 1])" }

    /// Offers this day in the place of one before it: `The next school day is Monday 4 January.`
    package var asNextSchoolDay: String { "The next school day is \(weekdayAndDay)." }
}
