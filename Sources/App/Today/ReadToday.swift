package import Database
package import Kernel
import NoticeRules
import Notices
import Schools
package import Site

/// How far an empty Today looks for what comes next, in days: a term and a holiday.
private let lookout = 120

/// Asks every feature what waits for this person; in a holiday of all schools nobody is asked.
///
/// - Parameter due: `Feature.due` of each feature.
package func readToday(
    _ actor: Actor, asking due: [Feature.AskDue], in database: any Database
) async throws -> TodayView {
    try await database.read { try $0.today(of: actor, asking: due) }
}

extension Reading {
    fileprivate func today(of actor: Actor, asking due: [Feature.AskDue]) throws -> TodayView {
        let calendar = try actor.calendarSchool.map { try self.calendar(of: $0) } ?? self.calendar()
        func everything(through day: Day) throws -> [Due] { try due.flatMap { try $0(actor, day, self) } }
        let week = calendar.halfTerm(of: today).flatMap { half in
            half.week(of: today).map { "week \($0) of \(half.name)" }
        }
        func view(_ state: TodayView.State) -> TodayView { TodayView(today: today, week: week, state: state) }

        let quiet = try quietDay(for: actor) { try everything(through: $0).map(\.waiting) }
        if let quiet { return view(.quiet(quiet)) }
        let waiting = TodayView.Waiting(try everything(through: today.endOfPlannedWeek), on: today)
        guard waiting.isEmpty else { return view(.waiting(waiting)) }
        let next = try everything(through: today + lookout).filter { $0.day > today }
            .min { ($0.day, $0.id) < ($1.day, $1.id) }
        return view(.nothing(next: next, milestones: calendar.milestones(after: today, upTo: 3)))
    }
}
