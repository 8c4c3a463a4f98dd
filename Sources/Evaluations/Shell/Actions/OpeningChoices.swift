package import Database
import EvaluationRules
package import Kernel
import Schools
package import Tools

/// What the page that opens an evaluation offers.
package struct OpeningChoices: Sendable {
    package struct Spot: Hashable, Sendable {
        package let place: Place
        package let name: String
    }

    /// Schools and departments for which this person judges.
    package let places: [Spot]
    package let tools: [ToolVersionRow]
    /// Of the calendar of the school in question; empty while nobody has set the year up.
    package let windows: [Window]
    package let today: Day
}

/// - Parameter school: whose calendar the windows come from; the trust's when nil.
/// - Throws: `forbidden` to people who judge nowhere.
package func openingChoices(
    for actor: Actor, school: SchoolID?, in database: any Database
) async throws -> OpeningChoices {
    try await database.read { tx in
        let places = try tx.spots(actor.visible(on: tx.today)).filter { ownSide(of: actor, at: $0.place) != nil }
        guard !places.isEmpty else {
            throw Refusal.forbidden("Leaders of a school, its liaison and the trust's advisers open evaluations.")
        }
        let calendar = try school.map { try tx.calendar(of: $0) } ?? tx.calendar()
        return OpeningChoices(
            places: places, tools: try tx.newestToolVersions(), windows: windows(of: calendar, from: tx.today),
            today: tx.today)
    }
}

/// The half term, the term and the year that `day` is in, and the half term and term that come next.
private func windows(of calendar: SchoolCalendar, from day: Day) -> [Window] {
    let next = calendar.nextHalfTerm(after: day)?.first
    let days = [day, next].compactMap { $0 }
    let found = [Window.Length.halfTerm, .term, .year].flatMap { length in
        days.compactMap { calendar.window(length, of: $0) }
    }
    return found.reduce(into: []) { windows, window in
        if !windows.contains(window) && window.last >= day { windows.append(window) }
    }
}
