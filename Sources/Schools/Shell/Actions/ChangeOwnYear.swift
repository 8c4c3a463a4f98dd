package import Database
package import Kernel
package import SchoolRules
import Trail

/// Lets the half terms of one school differ from the trust's; those typed as the trust has them follow it again.
///
/// - Throws: `notFound`, `forbidden`; `stale` when the school's year changed since `version`; `invalid` at the field
///   of each date; `CalendarMovesUnseen` unless `seen` is the fingerprint of what it moves.
package func keepHalfTerms(
    _ rows: [TypedHalfTerm], of school: SchoolID, in startsIn: Int, version: Int, seen: String? = nil,
    by actor: Actor, following follower: CalendarFollower = .nobody, in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayKeepSchoolCalendar(actor, school: school)
        let (calendar, own) = try tx.ownYear(of: school, startsIn)
        let seasons = calendar.year(startsIn: startsIn)?.year.halfTerms.map(\.season) ?? []
        let typed = try rows.halfTerms(startsIn: startsIn, seasons: seasons)
        let change = try calendar.keeping(own, version: version, halfTerms: typed, by: permit)
        try tx.save(change)
        guard case .halfTermsKept(let before, let after) = change.what else { return }
        try tx.record(
            "own-half-terms-kept", "school", school, by: actor, before: before.inWords,
            after: after.inWords)
        try tx.follow(school, with: follower, seen: seen, by: actor)
    }
}

/// Marks a day of one school's year: INSET, closed, or open where the trust is not.
package func markOwnDay(
    _ mark: MarkedDay, of school: SchoolID, in startsIn: Int, version: Int, seen: String? = nil,
    by actor: Actor, following follower: CalendarFollower = .nobody, in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayKeepSchoolCalendar(actor, school: school)
        let (calendar, own) = try tx.ownYear(of: school, startsIn)
        try tx.save(calendar.marking(own, version: version, mark, by: permit))
        try tx.record("own-day-marked", "school", school, by: actor, after: mark.inWords)
        try tx.follow(school, with: follower, seen: seen, by: actor)
    }
}

/// Lets the school follow the trust again on a day that it had marked for itself.
package func unmarkOwnDay(
    _ day: Day, of school: SchoolID, in startsIn: Int, version: Int, seen: String? = nil,
    by actor: Actor, following follower: CalendarFollower = .nobody, in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayKeepSchoolCalendar(actor, school: school)
        let (calendar, own) = try tx.ownYear(of: school, startsIn)
        let change = try calendar.unmarking(own, version: version, day, by: permit)
        try tx.save(change)
        guard case .unmarked(let mark) = change.what else { return }
        try tx.record("own-day-unmarked", "school", school, by: actor, before: mark.inWords)
        try tx.follow(school, with: follower, seen: seen, by: actor)
    }
}

extension Transaction {
    /// The school's year as it stands, without anything of its own where it never kept anything.
    /// - Throws: `Refusal.notFound` when there is no such school or year.
    fileprivate func ownYear(of school: SchoolID, _ startsIn: Int) throws -> (TrustCalendar, OwnYear) {
        try holdCalendar()
        let calendar = try trustCalendar(with: .of(school))
        guard calendar.year(startsIn: startsIn) != nil, let name = try schoolName(school) else {
            throw Refusal.notFound
        }
        let nothing = OwnYear(
            school: school, schoolName: name, version: 0, exceptions: SchoolExceptions(startsIn: startsIn)
        )
        return (calendar, calendar.own(of: school, startsIn: startsIn) ?? nothing)
    }
}
