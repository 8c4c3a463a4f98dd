package import Database
package import Kernel
package import SchoolRules
import Trail

/// Begins an academic year with the dates as they were typed, and England's bank holidays marked.
///
/// - Throws: `forbidden`; `invalid` at the field of each date; `conflict` when the year is there or runs into another;
///   `CalendarMovesUnseen` unless `seen` is the fingerprint of what it brings.
package func startYear(
    _ startsIn: Int, _ rows: [TypedHalfTerm], seen: String? = nil, by actor: Actor,
    following follower: CalendarFollower = .nobody, in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayKeepCalendar(actor)
        guard AcademicYear.possible.contains(startsIn) else {
            throw Refusal.invalid("half-terms", "\(startsIn) is no year in which a calendar begins.")
        }
        try tx.holdCalendar()
        let year = try AcademicYear(
            startsIn: startsIn, halfTerms: rows.halfTerms(startsIn: startsIn),
            marks: BankHolidays.inEngland(startsIn: startsIn))
        let change = try tx.trustCalendar(with: .everySchools).starting(
            year, id: tx.newID(), by: permit)
        try tx.save(change)
        try tx.record(
            "year-started", "academic-year", change.id, by: actor,
            after: "\(year.name): \(year.halfTerms.inWords)")
        try tx.follow(nil, with: follower, seen: seen, by: actor)
    }
}

/// Begins an academic year with the dates that somebody else really keeps.
package func startYear(_ preset: CalendarPreset, by actor: Actor, in database: any Database)
    async throws
{
    try await startYear(
        preset.startsIn, preset.halfTerms.map(TypedHalfTerm.init), by: actor, in: database)
}
