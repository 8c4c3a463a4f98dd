package import Kernel

/// One look of a series: the day on which it falls due, and the last one on which it counts as done on time.
package struct Look: Hashable, Sendable {
    package let due: Day
    package let until: Day

    package init(due: Day, until: Day) { (self.due, self.until) = (due, until) }
}

/// From which the days of a planned series follow, in the calendar of its school.
///
/// Every look falls on a day on which pupils come. Weeks are counted in school weeks, so a holiday counts for nothing.
/// A look of each half term or term falls on the first day of its last full week (pupils in on at least four days); a
/// half term of which the series has fewer than five school days gets none, unless it is the only one.
///
/// A look is in time for five school days after it was due, though never after the last school day before the next one,
/// and that of a half term or term never after its end.
package struct CheckSchedule: Hashable, Sendable {
    package let rhythm: CheckRhythm
    package let first: Day
    package let last: Day
    /// Named one by one, for `.dates`; otherwise not looked at.
    package let days: [Day]

    package static let daysInTime = 5

    package init(rhythm: CheckRhythm, first: Day, last: Day, days: [Day] = []) {
        (self.rhythm, self.first, self.last, self.days) = (rhythm, first, last, days)
    }

    package init(_ plan: CheckPlan) {
        self.init(rhythm: plan.rhythm, first: plan.first, last: plan.last, days: plan.days)
    }

    /// Soonest first, as far as the calendar is known.
    package func looks(in calendar: SchoolCalendar) -> [Look] {
        let days = dueDays(in: calendar)
        return days.enumerated().map { index, due in
            let next = index + 1 < days.count ? days[index + 1] : nil
            return Look(due: due, until: until(due, before: next, in: calendar))
        }
    }

    /// Whether looks are still to come once somebody enters the years that the calendar does not know.
    package func isCutShort(in calendar: SchoolCalendar) -> Bool { !calendar.knows(last) }

    private func dueDays(in calendar: SchoolCalendar) -> [Day] {
        let found =
            switch rhythm {
            case .weekly: counted(weeks: 1, in: calendar)
            case .fortnightly: counted(weeks: 2, in: calendar)
            case .halfTermly:
                nearEnds(of: calendar.years.flatMap(\.halfTerms).map { ($0.first, $0.last) }, in: calendar)
            case .termly: nearEnds(of: calendar.years.flatMap(\.terms).map { ($0.first, $0.last) }, in: calendar)
            case .dates: days.compactMap { calendar.settled($0) }
            }
        return Set(found).sorted()
    }

    /// The weekday of `first` in every week, or every second one.
    private func counted(weeks: Int, in calendar: SchoolCalendar) -> [Day] {
        guard let start = calendar.schoolDay(onOrAfter: first), start <= last else { return [] }
        let anchor = start.monday == first.monday ? first : start
        var days = [start]
        while let next = calendar.adding(schoolWeeks: weeks * days.count, to: anchor), next <= last {
            days.append(next)
        }
        return days
    }

    private func nearEnds(of windows: [(first: Day, last: Day)], in calendar: SchoolCalendar) -> [Day] {
        let parts = windows.compactMap { window -> ArraySlice<Day>? in
            let (from, to) = (max(window.first, first), min(window.last, last))
            return from <= to ? calendar.schoolDays(from: from, through: to) : nil
        }.filter { !$0.isEmpty }
        let long = parts.filter { $0.count >= Self.daysInTime }
        return (long.isEmpty ? Array(parts.suffix(1)) : long).compactMap(nearEnd)
    }

    /// The first day of the last week with four school days or more, else of the last week.
    private func nearEnd(of days: ArraySlice<Day>) -> Day? {
        let weeks = Dictionary(grouping: days, by: \.monday)
        let full = weeks.filter { $0.value.count >= 4 }
        return (full.isEmpty ? weeks : full).max { $0.key < $1.key }?.value.first
    }

    /// - Parameter next: when the next look of the series is due.
    func until(_ due: Day, before next: Day?, in calendar: SchoolCalendar) -> Day {
        var until = calendar.adding(schoolDays: Self.daysInTime, to: due) ?? due
        if let next, let before = calendar.previousSchoolDay(before: next) { until = min(until, before) }
        if rhythm == .halfTermly || rhythm == .termly, let half = calendar.halfTerm(of: due) {
            until = min(until, half.last)
        }
        return max(due, until)
    }
}

extension SchoolCalendar {
    /// Where a look goes that was meant for `day`: there when pupils come, else to the next school day of the same half
    /// term, else to the last one before.
    /// - Returns: nil when the calendar does not know that time.
    package func settled(_ day: Day) -> Day? {
        guard let isSchoolDay = isSchoolDay(day) else { return nil }
        if isSchoolDay { return day }
        if let half = halfTerm(of: day), let next = schoolDay(onOrAfter: day), next <= half.last { return next }
        return previousSchoolDay(before: day) ?? schoolDay(onOrAfter: day)
    }
}
