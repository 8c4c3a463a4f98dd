package import Kernel

extension Actor {
    /// Whose holidays are a day's own: the schools at which this person holds posts, and under nil the trust.
    package var calendarPlaces: Set<SchoolID?> { posts.isEmpty ? [nil] : Set(posts.map(\.place.school)) }

    /// The school whose terms and weeks this person is told of; nil for the trust's, for those at the trust and at several
    /// schools.
    package var calendarSchool: SchoolID? {
        let schools = Set(posts.map(\.place.school))
        guard schools.count == 1, let only = schools.first else { return nil }
        return only
    }
}

/// A day on which nothing falls due: why, and when school goes on.
package struct QuietDay: Hashable, Sendable {
    /// `Christmas holiday`, `Early May bank holiday`
    package let name: String
    /// The last day of it.
    package let until: Day
    /// nil where the calendar does not know.
    package let back: Day?

    package init(name: String, until: Day, back: Day?) { (self.name, self.until, self.back) = (name, until, back) }

    /// - Returns: nil on a day on which things may fall due, and on one that the calendar does not know.
    package init?(_ day: Day, in calendar: SchoolCalendar) {
        guard calendar.isSilent(day) == true, let kind = calendar.kind(of: day) else { return nil }
        let back = calendar.nextSchoolDay(after: day)
        if let holiday = calendar.holiday(of: day) {
            self.init(name: holiday.name, until: holiday.last, back: back)
        } else {
            self.init(name: kind.label, until: day, back: back)
        }
    }
}

extension DayKind {
    /// What a free day is called.
    fileprivate var label: String {
        switch self {
        case .bankHoliday(let name), .closed(let name), .holiday(let name), .inset(let name): name
        case .weekend: "Weekend"
        case .school: "School day"
        }
    }
}
