package import Kernel
package import NoticeRules
package import Site

/// What waits for one person on one day.
package struct TodayView: Sendable {
    package let today: Day
    /// `week 4 of Autumn 2`; nil outside the half terms.
    package let week: String?
    package let state: State

    package enum State: Sendable {
        /// A holiday: nothing is due.
        case quiet(QuietDay)
        /// Nothing waits; what comes first, and what the calendar brings.
        case nothing(next: Due?, milestones: [Milestone])
        case waiting(Waiting)
    }

    package struct Waiting: Sendable {
        package let missed: [Due]
        package let now: [Due]
        package let soon: [Due]

        /// What comes in the order of days and clocks, the rest in that of their last days; what comes later is left out.
        package init(_ due: [Due], on today: Day) {
            let coming = due.sorted { ($0.day, $0.clock ?? "", $0.id) < ($1.day, $1.clock ?? "", $1.id) }
            func those(_ time: DueTime, _ due: [Due]) -> [Due] {
                due.filter { DueTime(day: $0.day, until: $0.until, on: today) == time }
            }
            let waiting = coming.sorted { ($0.lastDay, $0.clock ?? "", $0.id) < ($1.lastDay, $1.clock ?? "", $1.id) }
            (missed, now, soon) = (those(.missed, waiting), those(.now, waiting), those(.soon, coming))
        }

        package var isEmpty: Bool { missed.isEmpty && now.isEmpty && soon.isEmpty }
    }

    package init(today: Day, week: String?, state: State) { (self.today, self.week, self.state) = (today, week, state) }
}

extension Due {
    fileprivate var lastDay: Day { waiting.until ?? waiting.day }
}
