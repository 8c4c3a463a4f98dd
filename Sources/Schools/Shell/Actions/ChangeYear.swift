package import Database
package import Kernel
package import SchoolRules
import Trail

/// Gives the half terms of a year other names or days.
///
/// - Throws: `forbidden`, `notFound`; `stale` when the year changed since `version`; `invalid` at the field of each
///   date; `conflict` when another year or a school's own dates are in the way; `CalendarMovesUnseen` unless `seen` is
///   the fingerprint of what it moves.
package func moveHalfTerms(
    of startsIn: Int, version: Int, to rows: [TypedHalfTerm], seen: String? = nil, by actor: Actor,
    following follower: CalendarFollower = .nobody, in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayKeepCalendar(actor)
        try tx.holdCalendar()
        let calendar = try tx.trustCalendar(with: .everySchools)
        guard let kept = calendar.year(startsIn: startsIn) else { throw Refusal.notFound }
        let typed = try rows.halfTerms(startsIn: startsIn, seasons: kept.year.halfTerms.map(\.season))
        let change = try calendar.moving(startsIn, version: version, to: typed, by: permit)
        try tx.save(change)
        guard case .halfTermsMoved(let before, let after) = change.what else { return }
        try tx.record(
            "half-terms-moved", "academic-year", change.id, by: actor,
            before: before.filter { !after.contains($0) }.inWords,
            after: after.filter { !before.contains($0) }.inWords)
        try tx.follow(nil, with: follower, seen: seen, by: actor)
    }
}

/// Marks a day of the year as INSET, bank holiday or closed, for every school of the trust.
package func markDay(
    _ mark: MarkedDay, in startsIn: Int, version: Int, seen: String? = nil, by actor: Actor,
    following follower: CalendarFollower = .nobody, in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayKeepCalendar(actor)
        try tx.holdCalendar()
        let calendar = try tx.trustCalendar(with: .everySchools)
        let change = try calendar.marking(startsIn, version: version, mark, by: permit)
        try tx.save(change)
        try tx.record("day-marked", "academic-year", change.id, by: actor, after: mark.inWords)
        try tx.follow(nil, with: follower, seen: seen, by: actor)
    }
}

/// Makes a marked day an ordinary one again.
package func unmarkDay(
    _ day: Day, in startsIn: Int, version: Int, seen: String? = nil, by actor: Actor,
    following follower: CalendarFollower = .nobody, in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayKeepCalendar(actor)
        try tx.holdCalendar()
        let calendar = try tx.trustCalendar(with: .everySchools)
        let change = try calendar.unmarking(startsIn, version: version, day, by: permit)
        try tx.save(change)
        guard case .unmarked(let mark) = change.what else { return }
        try tx.record("day-unmarked", "academic-year", change.id, by: actor, before: mark.inWords)
        try tx.follow(nil, with: follower, seen: seen, by: actor)
    }
}

extension [HalfTerm] {
    /// For the trail: `Autumn 1 from 1 September 2026 to 23 October 2026; …`.
    var inWords: String {
        map { "\($0.name) from \($0.first.long) to \($0.last.long)" }.joined(separator: "; ")
    }
}

extension MarkedDay {
    /// For the trail: `27 November 2026: INSET day (Assessment)`.
    var inWords: String { "\(day.long): \(kind.name)\(name.isEmpty ? "" : " (\(name))")" }
}
