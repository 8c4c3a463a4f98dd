import Database
import Kernel
import PlanRules
package import Schools
import Trail

/// Looks that are to come follow the calendar: moved, added where school was holiday, called off where it became one. Those
/// whose day is past get back the days of their time that turned out to be closed.
package let checksFollowTheCalendar = CalendarFollower { changed, actor, tx in
    try tx.countChanges(at: changed.school)
    var moves: [CalendarMove] = []
    for series in try tx.movingSeries(at: changed.school) {
        let planned = series.planned
        let found = CheckSchedule(planned.check).moves(
            of: series, to: changed.calendar(at: planned.plan.place), on: tx.today)
        if found.isEmpty { continue }
        try tx.save(found, of: planned)
        guard let move = found.move(of: series) else { continue }
        try tx.record(
            "checks-moved", "plan", planned.plan.id, by: actor, before: planned.check.looked, after: move.inWords)
        moves.append(move)
    }
    return moves
}

extension CheckSchedule {
    /// Days: within a month a calendar is put right, and what is older stays as it was told.
    private static let memory = 31

    func moves(of series: MovingSeries, to calendar: SchoolCalendar, on today: Day) -> SeriesMoves {
        let done = series.done.filter { !$0.isAsked || $0.look.due >= today }.map(\.look.due)
        var moves = moves(series.open, done: done, to: calendar, on: today)
        let (gone, all) = (Set(moves.calledOff.map(\.check)), series.open + series.done)
        let stays = all.filter { $0.look.due >= today && !$0.isAsked && !gone.contains($0.check) }
        let coming = stays.map { one in moves.moved.first { $0.check == one.check }?.to.due ?? one.look.due }
        let past = all.filter { $0.look.due < today && $0.look.due >= today - Self.memory }
        moves.moved += lengthened(past, before: coming + moves.added.map(\.due), in: calendar)
        return moves
    }
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
