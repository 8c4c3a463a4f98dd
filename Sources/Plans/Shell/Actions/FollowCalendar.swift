import Database
import Kernel
import PlanRules
import SchoolRules
package import Schools
import Trail

/// Looks that are to come follow the calendar: moved, added where school was holiday, called off where it became one.
package let checksFollowTheCalendar = CalendarFollower { school, actor, tx in
    let calendar = try tx.trustCalendar(with: school.map { .of($0) } ?? .everySchools)
    var calendars: [SchoolID?: SchoolCalendar] = [nil: try calendar.shared()]
    var moves: [CalendarMove] = []
    for series in try tx.movingSeries(at: school) {
        let place = series.planned.plan.place
        let own = try calendars[place.school] ?? place.school.map { try calendar.calendar(of: $0) } ?? .unknown
        calendars[place.school] = own
        let found = CheckSchedule(series.planned.check).moves(series.open, done: series.done, to: own, on: tx.today)
        if found.isEmpty { continue }
        try tx.save(found, of: series.planned)
        let lines = found.lines(series)
        if lines.isEmpty { continue }
        try tx.record(
            "checks-moved", "plan", series.planned.plan.id, by: actor, before: series.planned.check.looked,
            after: lines.map(\.inWords).joined(separator: "; "))
        moves += lines
    }
    return moves
}

extension SeriesMoves {
    /// For those who agree to it; that only the end of a look's time moves is not worth a line.
    fileprivate func lines(_ series: MovingSeries) -> [CalendarMove] {
        let line = { (from: Day?, to: Day?) in
            CalendarMove(
                what: series.planned.check.looked, place: "\(series.planned.plan.title), \(series.placeName)",
                from: from,
                to: to)
        }
        return moved.filter(\.isMoved).map { line($0.from.due, $0.to.due) } + added.map { line(nil, $0.due) }
            + calledOff.map { line($0.look.due, nil) }
    }
}

extension CalendarMove {
    /// For the trail: `27 November 2026 to 30 November 2026`.
    fileprivate var inWords: String {
        switch (from, to) {
        case (let from?, let to?): "\(from.long) to \(to.long)"
        case (let from?, nil): "\(from.long) called off"
        case (_, let to): "\(to?.long ?? "") added"
        }
    }
}
