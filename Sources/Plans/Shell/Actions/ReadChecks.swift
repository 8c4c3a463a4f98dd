package import Database
package import Kernel
package import PlanRules

/// A look with everything that its page shows.
package struct SeenCheck: Sendable {
    package let check: CheckAtHand
    package let line: Line
    /// What will be seen when it works: the action's own words, or the outcome's criteria. Empty when nobody said.
    package let signs: [String]
    package let evidence: [KeptEvidence]
    /// What was found on the look before this one.
    package let lastTime: LastTime?
    package let calendar: SchoolCalendar
    package let today: Day
    package let mayRecord: Bool
    /// Whether the reader recorded it today, and so may correct it.
    package let mayCorrect: Bool

    /// Whose look it is and where.
    package struct Line: Sendable {
        package let placeName: String
        package let seatName: String
        /// nil when nobody sits there.
        package let holder: String?
    }
}

/// - Throws: `notFound` to strangers.
package func readCheck(_ id: CheckID, for actor: Actor, in database: any Database) async throws -> SeenCheck {
    try await database.read { tx in
        let check = try tx.check(id)
        _ = try MaySeeCheck(actor, at: check.place, seat: check.seat)
        let mayRecord = (try? MayRecordCheck(actor, at: check.place, seat: check.seat)) != nil
        let isOwn = check.recorded?.by == actor.person && check.look.check.result?.day == tx.today
        return SeenCheck(
            check: check, line: try tx.line(of: check), signs: try tx.signs(of: check.planned.check.subject),
            evidence: try tx.evidence(of: id),
            lastTime: try tx.lastTime(before: check), calendar: try tx.calendar(at: check.place), today: tx.today,
            mayRecord: mayRecord, mayCorrect: mayRecord && isOwn)
    }
}

/// - Throws: `notFound` to strangers, and when no evidence of this look carries such a file.
package func readStoredFile(
    _ file: StoredFileID, of id: CheckID, for actor: Actor, in database: any Database
) async throws -> StoredFile {
    try await database.read { tx in
        let check = try tx.check(id)
        _ = try MaySeeCheck(actor, at: check.place, seat: check.seat)
        guard let found = try tx.storedFile(file, of: id) else { throw Refusal.notFound }
        return found
    }
}
