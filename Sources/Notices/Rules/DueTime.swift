package import Kernel

/// Where something that is due stands on a day.
package enum DueTime: Hashable, Sendable, CaseIterable {
    /// Its time is over.
    case missed
    /// Its day has come.
    case now
    /// Its day comes in the week that people plan for.
    case soon
    case later

    /// - Parameter until: the last day on which it is in time; nil for what cannot be missed.
    package init(day: Day, until: Day?, on today: Day) {
        if let until, today > until {
            self = .missed
        } else if day <= today {
            self = .now
        } else {
            self = day <= today.endOfPlannedWeek ? .soon : .later
        }
    }
}

extension Day {
    /// The Sunday of the week that people plan for: this one, and on a weekend the next.
    package var endOfPlannedWeek: Day { monday + (weekday.isWeekend ? 13 : 6) }
}
