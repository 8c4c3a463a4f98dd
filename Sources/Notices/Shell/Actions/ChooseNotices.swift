package import Database
package import Kernel
package import NoticeRules
import Trail

/// What a person keeps about letters and the calendar feed.
package struct NoticesView: Hashable, Sendable {
    package let choice: NoticeChoice
    /// nil without a feed, and for one that has ended.
    package let feed: Feed?

    package init(choice: NoticeChoice, feed: Feed?) { (self.choice, self.feed) = (choice, feed) }
}

package func readNotices(_ actor: Actor, in database: any Database) async throws -> NoticesView {
    try await database.read { tx in
        NoticesView(choice: try tx.noticeChoice(of: actor.person), feed: try tx.feed(of: actor.person))
    }
}

/// Chooses for oneself when the weekly letter comes and what it tells.
///
/// - Throws: `invalid` with the fields `weekday` and `scope`; `stale`.
package func chooseNotices(_ input: NoticeInput, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let change = try tx.noticeChoice(of: actor.person).choosing(input, by: actor)
        try tx.save(change)
        try tx.record(
            "letters-chosen", "person", actor.person, by: actor, before: change.before.words, after: change.after.words)
    }
}

extension NoticeChoice {
    /// For the history.
    fileprivate var words: String {
        guard let day = weekday.flatMap(Weekday.init(rawValue:)) else { return "no letter" }
        return "\(day.name), \(scope.rawValue)"
    }
}
