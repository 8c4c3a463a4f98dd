package import Database
package import Kernel
import NoticeRules
import Schools
package import Site

/// How far an empty Today looks for what comes next, in days: a term and a holiday.
private let lookout = 120

/// Asks every feature what waits for this person; in a holiday nobody is asked.
///
/// - Parameter due: `Feature.due` of each feature.
package func readToday(
    _ actor: Actor, asking due: [@Sendable (Actor, Day, any Database) async throws -> [Due]],
    in database: any Database
) async throws -> TodayView {
    let (today, calendar) = try await database.read { tx in
        (tx.today, try actor.calendarSchool.map { try tx.calendar(of: $0) } ?? tx.calendar())
    }
    func everything(through day: Day) async throws -> [Due] {
        var found: [Due] = []
        for ask in due { found += try await ask(actor, day, database) }
        return found
    }
    let week = calendar.halfTerm(of: today).flatMap { half in
        half.week(of: today).map { "week \($0) of \(half.name)" }
    }
    func view(_ state: TodayView.State) -> TodayView { TodayView(today: today, week: week, state: state) }

    if let quiet = QuietDay(today, in: calendar) { return view(.quiet(quiet)) }
    let waiting = TodayView.Waiting(try await everything(through: today.endOfPlannedWeek), on: today)
    guard waiting.isEmpty else { return view(.waiting(waiting)) }
    let next = try await everything(through: today + lookout).filter { $0.day > today }
        .min { ($0.day, $0.id) < ($1.day, $1.id) }
    return view(.nothing(next: next, milestones: calendar.milestones(after: today, upTo: 3)))
}
