package import Kernel

/// What happened to a post. Only the rules make one; stores save nothing else.
package struct PostChange: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        case given
        /// `post` carries the new last day.
        case ended(was: Day)
        /// It was to begin later and now never will.
        case withdrawn
    }

    package let post: Post
    package let what: What

    init(_ what: What, _ post: Post) { (self.what, self.post) = (what, post) }
}

/// A post as it is wanted, before it is known whether it may be.
package struct WantedPost: Hashable, Sendable {
    package let role: Role
    package let place: PostPlace
    package let starts: Day
    /// nil for no known end.
    package let ends: Day?

    package init(role: Role, place: PostPlace, starts: Day, ends: Day?) {
        (self.role, self.place, self.starts, self.ends) = (role, place, starts, ends)
    }
}

extension Person {
    /// - Parameters:
    ///   - held: every post of this person that has not ended.
    ///   - seat: the seat of that role and place that nobody sits in from then on; nil for a new one.
    /// - Throws: `Refusal.invalid` with fields `role`, `place`, `starts`, `ends`; `.conflict` when the person left.
    package func given(
        _ wanted: WantedPost, id: PostID, beside held: [Post], in seat: SeatID? = nil, by permit: MayKeepPost
    ) throws -> PostChange {
        guard permit.role == wanted.role, permit.place == wanted.place.place else { throw Refusal.notFound }
        if let lastDay { throw Refusal.conflict("\(name) leaves the trust on \(lastDay.long). Take that back first.") }
        try wanted.check()
        let post = Post(
            id: id, person: self.id, role: wanted.role, place: wanted.place.place, starts: wanted.starts,
            ends: wanted.ends ?? .openEnd, in: seat)
        if held.contains(where: { $0.holdsSame(as: post) && $0.overlaps(post) }) {
            throw Refusal.invalid("role", "\(name) holds this post in that time already.")
        }
        return PostChange(.given, post)
    }
}

extension WantedPost {
    fileprivate func check() throws {
        var errors = FieldErrors()
        if !role.mayBeHeld(at: place.place) {
            errors.add("place", "The role of \(role.name.lowercased()) is held \(role.placesInWords).")
        }
        if let ends, ends < starts { errors.add("ends", "The last day comes before the first, \(starts.long).") }
        if ends == nil, role.needsEnd {
            errors.add("ends", "Give a last day: a visitor's rights always end on a day that is known.")
        }
        try errors.check()
        try place.checkOpen()
    }
}

extension Post {
    /// - Parameter administratorsLeft: how many other people will be administrators after `lastDay`.
    /// - Throws: `Refusal.invalid("last-day", …)`, or `.conflict` when nobody could manage people any more.
    package func ending(
        after lastDay: Day, administratorsLeft: Int, by permit: MayKeepPost
    ) throws -> PostChange {
        guard permit.role == role, permit.place == place else { throw Refusal.notFound }
        guard lastDay < ends else {
            throw Refusal.invalid("last-day", "This post ends on \(ends.long) already.")
        }
        try checkSomebodyManages(administratorsLeft)
        return stopped(after: lastDay)
    }

    /// The same post in the same seat at the school that took over from its own, from a day on.
    package func goingOn(at place: Place, from day: Day, id: PostID) -> PostChange {
        let post = Post(
            id: id, person: person, role: role, place: place, starts: max(starts, day), ends: ends, in: seat)
        return PostChange(.given, post)
    }

    func stopped(after lastDay: Day) -> PostChange {
        guard lastDay >= starts else { return PostChange(.withdrawn, self) }
        let post = Post(id: id, person: person, role: role, place: place, starts: starts, ends: lastDay, in: seat)
        return PostChange(.ended(was: ends), post)
    }

    func checkSomebodyManages(_ administratorsLeft: Int) throws {
        if role == .administrator, administratorsLeft == 0 {
            throw Refusal.conflict("The trust would have no administrator. Make somebody else one first.")
        }
    }
}
