import Database
import Kernel
import MeetingRules
package import Schools
import Trail

/// Line meetings that are merely planned follow the calendar, by the same rule by which they were planned. What somebody
/// moved by hand stays where they put it; what was begun, held, missed or called off stays as it is.
package let meetingsFollowTheCalendar = CalendarFollower { changed, actor, tx in
    let lines = try tx.livingLines(changed.school.map { .at($0) } ?? .all)
    return try tx.planMeetings(of: lines, by: changed.calendar(at:)).compactMap { replanned in
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
