package import Kernel

/// What stands in a person's calendar feed: what waits and comes, and the dates of the school year.
package enum PersonalFeed {
    /// How far the feed looks, in days.
    package static let lookout = 200
    /// For how long it keeps what was held or called off, in days.
    package static let memory = 31

    package static func events(
        _ waiting: [Waiting], calendar: SchoolCalendar, today: Day, site: String
    ) -> [CalendarEvent] {
        let own = waiting.sorted { ($0.day, $0.id) < ($1.day, $1.id) }.map { event($0, site: site) }
        // Of the past month too, so that a calendar does not forget the half term that one is in.
        let dates = calendar.milestones(after: today - memory, upTo: 100).filter { $0.day <= today + lookout }
        return own + dates.map(event)
    }

    private static func event(_ waiting: Waiting, site: String) -> CalendarEvent {
        let time: CalendarEvent.Time
        if let clock = waiting.clock, let start = Instant(clock, on: waiting.day) {
            time = .clock(start, minutes: waiting.minutes ?? 30)
        } else {
            time = .days(lastDay(of: waiting), through: lastDay(of: waiting))
        }
        return CalendarEvent(
            id: waiting.id, time: time, title: title(of: waiting),
            details: waiting.kind == .meeting ? "" : waiting.until.map { "In time until \($0.long)." } ?? "",
            place: waiting.place, address: site + waiting.address, isCancelled: waiting.end == .calledOff)
    }

    /// Meetings and judgements say in their own words what they are.
    private static func title(of waiting: Waiting) -> String {
        switch waiting.kind {
        case .meeting, .judgement: waiting.title
        case .check, .promise, .approval, .blockage: "\(waiting.kind.name): \(waiting.title)"
        }
    }

    /// A judgement stands at the end of its window; the rest on the day on which it is due.
    private static func lastDay(of waiting: Waiting) -> Day {
        waiting.kind == .judgement ? waiting.until ?? waiting.day : waiting.day
    }

    private static func event(_ milestone: Milestone) -> CalendarEvent {
        switch milestone.what {
        case .begins(let half):
            CalendarEvent(
                id: "begins-\(milestone.day)", time: .days(half.first, through: half.first), title: milestone.label)
        case .breaksUp(let holiday):
            CalendarEvent(
                id: "holiday-\(milestone.day)", time: .days(holiday.first, through: holiday.last), title: holiday.name)
        case .marked(let mark):
            CalendarEvent(
                id: "marked-\(milestone.day)", time: .days(mark.day, through: mark.day), title: milestone.label)
        }
    }
}
