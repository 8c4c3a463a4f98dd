package import Kernel

/// The days that a rhythm gives, counted in school weeks from its first day; none of them in a holiday.
package struct LineSchedule: Hashable, Sendable {
    package let rhythm: LineRhythm
    package let first: Day
    package let calendar: SchoolCalendar

    package init(_ times: LineTimes, in calendar: SchoolCalendar) {
        (rhythm, first, self.calendar) = (times.rhythm, times.first, calendar)
    }

    /// - Returns: the meeting days from `start` to `end` in order; none beyond what the calendar knows.
    package func days(from start: Day, through end: Day) -> [Day] {
        guard let anchor = calendar.schoolDay(onOrAfter: first) else { return [] }
        let all = rhythm.schoolWeeks.map { weekly(every: $0, from: anchor, through: end) } ?? halfTermly(from: anchor)
        return all.filter { start <= $0 && $0 <= end }
    }

    /// What is planned ahead: the days of the coming `weeks`, and the next one however far away it is. Whole weeks,
    /// because a day that closes gives way to another of its week.
    package func ahead(of today: Day, weeks: Int, atLeastTo last: Day? = nil) -> [Day] {
        let end = max(today + weeks * 7, last ?? today).monday + 6
        let near = days(from: max(today, first), through: end)
        // A half term and the summer together are shorter than twenty weeks.
        return near.isEmpty ? Array(days(from: max(today, first), through: end + 140).prefix(1)) : near
    }

    /// The weekday that was wanted at first counts throughout, even if school was closed on that day alone.
    private func weekly(every weeks: Int, from anchor: Day, through end: Day) -> [Day] {
        let wanted = anchor.monday + (first.weekday.rawValue - 1)
        let base = calendar.knows(wanted) ? wanted : anchor
        var days = [anchor]
        var count = weeks
        while let last = days.last, last < end, let next = calendar.adding(schoolWeeks: count, to: base) {
            days.append(next)
            count += weeks
        }
        return days
    }

    /// The same weekday of the same week in each half term, or of its last week where it has fewer.
    private func halfTermly(from anchor: Day) -> [Day] {
        guard let week = calendar.halfTerm(of: anchor)?.week(of: anchor) else { return [] }
        let halves = calendar.years.flatMap(\.halfTerms).filter { $0.last >= anchor }
        return halves.compactMap { half in
            let monday = half.first.monday + 7 * (min(week, half.weeks) - 1)
            let wanted = max(monday + (first.weekday.rawValue - 1), half.first)
            let next = calendar.schoolDay(onOrAfter: wanted).flatMap { half.contains($0) ? $0 : nil }
            return next ?? calendar.previousSchoolDay(before: wanted).flatMap { half.contains($0) ? $0 : nil }
        }
        .filter { $0 >= anchor }
    }
}

extension LineRhythm {
    /// nil for what is counted in half terms.
    var schoolWeeks: Int? {
        switch self {
        case .weekly: 1
        case .fortnightly: 2
        case .threeWeekly: 3
        case .halfTermly: nil
        }
    }
}
