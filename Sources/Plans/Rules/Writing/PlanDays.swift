package import Kernel

/// A day that a plan cannot use, and the one offered in its stead.
package struct RefusedDay: Hashable, Sendable {
    package let sentence: String
    /// nil where the calendar knows none within the plan.
    package let instead: Day?
}

/// The days that a plan may use: from its first to its last, and none in a holiday.
package struct PlanDays: Sendable {
    package let first: Day
    package let last: Day
    package let calendar: SchoolCalendar

    package init(from first: Day, to last: Day, in calendar: SchoolCalendar) {
        (self.first, self.last, self.calendar) = (first, last, calendar)
    }

    package init(of plan: Plan, in calendar: SchoolCalendar) {
        self.init(from: plan.starts, to: plan.ends, in: calendar)
    }

    /// - Returns: nil when the day may be used. A day that the calendar does not know may be: nobody can say better.
    package func refusal(of day: Day) -> RefusedDay? {
        guard first <= day && day <= last else {
            return RefusedDay(
                sentence: "This plan runs from \(first.long) to \(last.long). Choose a day between them.", instead: nil)
        }
        guard calendar.isSilent(day) == true, let why = calendar.whyNoSchool(on: day) else { return nil }
        let next = calendar.nextSchoolDay(after: day).flatMap { $0 <= last ? $0 : nil }
        let before = calendar.previousSchoolDay(before: day).flatMap { $0 >= first ? $0 : nil }
        if let next { return RefusedDay(sentence: "\(why) \(next.asNextSchoolDay)", instead: next) }
        let instead = before.map { " The last school day before it is \($0.weekdayAndDay)." } ?? ""
        return RefusedDay(sentence: why + instead, instead: before)
    }
}

extension Day {
    /// Without the year, which is clear from where it stands: `8 April`.
    package var spoken: String { "\(dayOfMonth) \(monthNames[month - 1])" }
}

extension FieldErrors {
    mutating func check(_ field: String, _ day: Day?, in days: PlanDays) {
        if let day, let refused = days.refusal(of: day) { add(field, refused.sentence) }
    }
}
