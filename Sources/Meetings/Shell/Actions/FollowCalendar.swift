import Database
import Kernel
import MeetingRules
package import Schools
import Trail

/// Line meetings that are merely planned follow the calendar, by the same rule by which they were planned. What somebody
/// moved by hand stays where they put it; what was begun, held, missed or called off stays as it is.
///
/// Nobody missed a meeting of a day that turned out to be closed: it is called off.
package let meetingsFollowTheCalendar = CalendarFollower { changed, actor, tx in
    let lines = try tx.livingLines(changed.school.map { .at($0) } ?? .all)
    return try tx.callOffLost(of: lines, by: changed.calendar(at:), actor)
        + tx.planMeetings(of: lines, by: changed.calendar(at:)).compactMap { replanned in
            guard let move = replanned.move else { return nil }
            try tx.record("meetings-moved", "line", replanned.line.line.id, by: actor, after: move.inWords)
            return move
        }
}

extension LineReplanned {
    /// For those who agree to it. That meetings are planned further ahead is not the calendar's doing, and not worth a line.
    fileprivate var move: CalendarMove? {
        CalendarMove(
            .line, what: line.pair, place: line.place,
            steps: change.shifted.map { CalendarMove.Step(from: $0.from, to: $0.to) }
                + change.wedgedIn.map { CalendarMove.Step(from: nil, to: $0) }
                + takenAway.map { CalendarMove.Step(from: $0, to: nil) })
    }
}

extension Transaction {
    /// So many days before today are looked at: who marks a day as closed does it soon.
    private static let longestAfterwards = 60

    fileprivate func callOffLost(
        of lines: LivingLines, by calendar: (Place) throws -> SchoolCalendar, _ actor: Actor
    ) throws -> [CalendarMove] {
        let named = Dictionary(uniqueKeysWithValues: lines.lines.map { ($0.line.id, $0) })
        let past = try meetings(of: named.keys.sorted(), from: today - Self.longestAfterwards, through: today - 1)
        return try past.compactMap { meeting in
            guard let line = named[meeting.line], meeting.state(on: today) == .missed,
                case .closed(let label) = try calendar(line.line.place).kind(of: meeting.day)
            else { return nil }
            try save(meeting.lost(to: label), by: actor.person)
            try record("meetings-moved", "line", meeting.line, by: actor, after: "\(meeting.day.long) called off")
            return CalendarMove(
                .line, what: line.pair, place: line.place, steps: [CalendarMove.Step(from: meeting.day, to: nil)])
        }
    }
}
