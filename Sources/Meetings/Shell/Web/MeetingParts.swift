import Kernel
import Markup
import MeetingRules
import Site

// Parts that several pages of meetings share.

/// How a meeting stands, in a word. From where it was moved, `dayWords` says.
func stateTag(_ meeting: LineMeeting, on today: Day) -> HTML {
    let state = meeting.state(on: today)
    let tone: TagTone =
        switch state {
        case .held: .good
        case .missed: .problem
        case .moved, .calledOff, .running: .attention
        case .planned: .plain
        }
    return tag(state.name, tone)
}

/// What is worth knowing of a meeting's day: from where it was moved, or why it was called off.
///
/// - Parameter hasReasons: false for readers, who see that and not why.
func dayWords(_ meeting: LineMeeting, on today: Day, hasReasons: Bool) -> String {
    var words: [String] = []
    if meeting.wasMoved, meeting.planned != meeting.day {
        words.append("Planned for \(meeting.planned.long)" + (hasReasons ? ": \(meeting.movedBecause)" : "."))
    }
    if meeting.state(on: today) == .calledOff, hasReasons { words.append(meeting.calledOffBecause) }
    return words.joined(separator: " ")
}

/// `Every two weeks, at 15:10 for 30 minutes`
func timesWords(_ times: LineTimes) -> String {
    "\(times.rhythm.name), at \(times.startsAt) for \(times.minutes) minutes"
}

/// `3 held, 1 missed, 1 moved`
func countWords(_ counts: MeetingCounts) -> String {
    let parts = [
        (counts.held, "held"), (counts.missed, "missed"), (counts.moved, "moved"), (counts.calledOff, "called off"),
    ]
    return parts.filter { $0.0 > 0 || $0.1 == "held" }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
}

/// A button that puts the offered school day into the field of a day and sends the form with it.
///
/// - Parameter action: where it sends the form, unless the form says so.
/// - Returns: nothing when the typed day can be taken, or is none.
func offerButton(_ typed: String, in calendar: SchoolCalendar, today: Day, to action: String? = nil) -> HTML {
    guard let day = Day(typed), calendar.refusal(of: day, from: today) != nil,
        let offered = calendar.offered(for: day, from: today)
    else { return .nothing }
    return takeButton(offered, name: "offered", value: "\(day)/\(offered)", to: action)
}

extension Form {
    /// The day of a field, or the one that was offered and taken instead. Enter presses the first button of a form, which
    /// may be the offer; once another day was typed, the offer no longer counts.
    func dayText(_ name: String) -> String {
        let days = text("offered").split(separator: "/").map(String.init)
        return days.count == 2 && days[0] == text(name) ? days[1] : text(name)
    }
}
