package import Kernel
package import PeopleRules

/// Somebody's calendar feed: an address that is a key.
package struct Feed: Hashable, Sendable {
    /// What those who share the owner's calendar read of its entries (RFC 5545, section 3.8.1.3).
    package enum Entries: String, Hashable, Sendable {
        /// That there is something.
        case `private`
        /// What there is.
        case shared

        package var classification: String { self == .private ? "PRIVATE" : "PUBLIC" }
    }

    package let owner: PersonID
    package let made: Instant
    package let entries: Entries

    package init(owner: PersonID, made: Instant, entries: Entries) {
        (self.owner, self.made, self.entries) = (owner, made, entries)
    }

    /// It ends with a new password, which is chosen when somebody may have seen too much, and with the first day without a
    /// post: whoever comes back begins anew.
    ///
    /// - Parameters:
    ///   - passwordChosen: when the owner chose the password in force; nil without one.
    ///   - posts: the owner's that last to the day on which the feed was made, or beyond.
    package func hasEnded(passwordChosen: Instant?, posts: [Post], by today: Day) -> Bool {
        if let passwordChosen, passwordChosen > made { return true }
        var day = made.day
        while let last = posts.filter({ $0.isHeld(on: day) }).map(\.ends).max() {
            if last >= today { return false }
            day = last + 1
        }
        return true
    }
}
