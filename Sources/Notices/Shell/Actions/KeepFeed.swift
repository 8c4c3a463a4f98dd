package import Database
package import Kernel
package import NoticeRules
import People
import Trail

/// Gives one's own calendar feed a new address; the one before answers nothing from then on.
///
/// - Returns: the secret part of the address, which is kept nowhere.
package func renewFeed(by actor: Actor, in database: any Database) async throws -> String {
    try await database.write { tx in
        let secret = tx.world.secret()
        try tx.keepFeed(TokenHash(secret), of: actor.person)
        try tx.record("feed-renewed", "person", actor.person, by: actor)
        return secret
    }
}

/// Ends one's own calendar feed; nothing happens without one.
package func endFeed(by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        if try tx.endFeed(of: actor.person) { try tx.record("feed-ended", "person", actor.person, by: actor) }
    }
}

/// The calendar behind a secret address, with the rights that its owner has today.
///
/// - Parameter site: what addresses begin with.
/// - Throws: `notFound` for an address that was never given, was renewed or ended, and for owners who left: nobody can
///   tell which.
package func readFeed(
    _ secret: String, site: String, collecting collect: Collect, in database: any Database
) async throws -> CalendarFile {
    let found = try await database.read { tx -> (to: Recipient, today: Day)? in
        guard let owner = try tx.feedOwner(TokenHash(secret)) else { return nil }
        return try tx.recipient(owner).map { ($0, tx.today) }
    }
    guard let found else { throw Refusal.notFound }
    let waiting = try await collect(found.to.actor, found.today + PersonalFeed.lookout, database)
    let events = PersonalFeed.events(waiting, calendar: found.to.calendar, today: found.today, site: site)
    return CalendarFile(name: "\(found.to.trustName) in Termwise", today: found.today, events)
}
