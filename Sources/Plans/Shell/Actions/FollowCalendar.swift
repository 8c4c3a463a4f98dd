import Database
import Kernel
import PlanRules
package import Schools
import Trail

/// Looks that are to come follow the calendar: moved, added where school was holiday, called off where it became one.
package let checksFollowTheCalendar = CalendarFollower { changed, actor, tx in
    try tx.countChanges(at: changed.school)
    var moves: [CalendarMove] = []
    for series in try tx.movingSeries(at: changed.school) {
        let planned = series.planned
        let found = CheckSchedule(planned.check).moves(
            series.open, done: series.done, to: changed.calendar(at: planned.plan.place), on: tx.today)
        if found.isEmpty { continue }
        try tx.save(found, of: planned)
        guard let move = found.move(of: series) else { continue }
        try tx.record(
            "checks-moved", "plan", planned.plan.id, by: actor, before: planned.check.looked, after: move.inWords)
        moves.append(move)
    }
    return moves
}

extension SeriesMoves {
    /// For those who agree to it; that only the end of a look's time moves is not worth a line.
    fileprivate func move(of series: MovingSeries) -> CalendarMove? {
        CalendarMove(
            .check, what: series.planned.check.looked,
            place: "\(series.planned.plan.title), \(series.placeName)",
            steps: moved.filter(\.isMoved).map { CalendarMove.Step(from: $0.from.due, to: $0.to.due) }
                + added.map { CalendarMove.Step(from: nil, to: $0.due) }
                + calledOff.map { CalendarMove.Step(from: $0.look.due, to: nil) })
    }
}
