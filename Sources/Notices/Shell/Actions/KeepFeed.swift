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
        let before = try tx.feed(of: actor.person)
        try tx.keepFeed(TokenHash(secret), of: actor.person, before?.entries ?? .private)
        try tx.record("feed-renewed", "person", actor.person, by: actor)
        return secret
    }
}

/// Chooses what those who share one's calendar read of the entries of the feed.
///
/// - Throws: `conflict` when there is none any more.
package func chooseEntries(_ entries: Feed.Entries, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        guard let before = try tx.feed(of: actor.person) else {
            throw Refusal.conflict("Your calendar has ended. Make a new address first.")
        }
        try tx.keepEntries(entries, of: actor.person)
        try tx.record(
            "feed-entries-chosen", "person", actor.person, by: actor, before: before.entries.rawValue,
            after: entries.rawValue)
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
    _ secret: String, site: String, collecting collect: @escaping Collect, in database: any Database
) async throws -> CalendarFile {
    let found = try await database.read { tx in
        guard let feed = try tx.feed(behind: TokenHash(secret)), let reader = try tx.recipient(feed.owner) else {
            throw Refusal.notFound
        }
        let waiting = try collect(reader.actor, tx.today + PersonalFeed.lookout, tx)
        let events = PersonalFeed.events(waiting, calendar: reader.calendar, today: tx.today, site: site)
        return (reader: reader, feed: feed, events: events, entries: try tx.feedEntries(of: feed.owner, events))
    }
    if !found.entries.changed.isEmpty {
        do {
            try await database.write { try $0.keep(found.entries.changed, of: found.reader.actor.person) }
        } catch DatabaseError.full {
            // Reading goes on where nothing can be saved; it counts up next time.
        }
    }
    let revised = zip(found.events, found.entries.all).map { (event: $0, revision: $1.revision) }
    return CalendarFile(name: "\(found.reader.trustName) in Termwise", entries: found.feed.entries, revised)
}
