package import Kernel

/// A person's leaving as it is wanted: the last day, and who takes up which of the duties.
package struct HandOver: Sendable {
    package struct Successor: Sendable {
        package let person: Person
        /// Every post of the successor that has not ended.
        package let posts: [Post]

        package init(_ person: Person, holding posts: [Post]) { (self.person, self.posts) = (person, posts) }
    }

    package let leaver: Person
    /// Every post of the leaver that has not ended.
    package let duties: [Post]
    package let lastDay: Day
    /// The duties that `successor` takes up; the others end with nobody in them.
    package let handed: Set<PostID>
    package let successor: Successor?
    /// How many people besides the leaver will be administrators after the last day.
    package let administratorsLeft: Int

    package init(
        leaver: Person, duties: [Post], lastDay: Day, handed: Set<PostID>, to successor: Successor?,
        administratorsLeft: Int
    ) {
        (self.leaver, self.duties, self.lastDay) = (leaver, duties, lastDay)
        (self.handed, self.successor, self.administratorsLeft) = (handed, successor, administratorsLeft)
    }
}

/// The leaver with the last day, and every post that ended and began by it.
package struct PersonLeft: Hashable, Sendable {
    package let person: Person
    package let lastDay: Day
    package let posts: [PostChange]
}

extension HandOver {
    /// - Throws: `Refusal.invalid` with fields `last-day` and `successor`, or `.conflict`.
    package func carriedOut(
        on today: Day, newID: () -> PostID, by permit: MayHandOver
    ) throws -> PersonLeft {
        guard permit.person == leaver.id else { throw Refusal.notFound }
        if let known = leaver.lastDay { throw Refusal.conflict("\(leaver.name) leaves on \(known.long) already.") }
        try check(today)
        let lasting = duties.filter { $0.lasts(beyond: lastDay) }
        let ended = lasting.map { $0.stopped(after: lastDay) }
        let given = try successor.map { successor in
            try lasting.filter { handed.contains($0.id) }.compactMap { try passed($0, to: successor, newID) }
        }
        let left = Person(
            id: leaver.id, version: leaver.version, name: leaver.name, email: leaver.email, lastDay: lastDay)
        return PersonLeft(person: left, lastDay: lastDay, posts: ended + (given ?? []))
    }

    private func check(_ today: Day) throws {
        var errors = FieldErrors()
        if !(today - 366...today + 366).contains(lastDay) {
            errors.add("last-day", "Give a last day within a year of today.")
        }
        if let successor {
            if successor.person.id == leaver.id { errors.add("successor", "Choose somebody else than the leaver.") }
            if successor.person.lastDay != nil { errors.add("successor", "\(successor.person.name) leaves, too.") }
            if handed.isEmpty { errors.add("successor", "Tick the duties that \(successor.person.name) takes up.") }
        } else if !handed.isEmpty {
            errors.add("successor", "Say who takes up the duties that are ticked, or untick them all.")
        }
        try errors.check()
        let administrators = duties.contains { $0.role == .administrator && handed.contains($0.id) } ? 1 : 0
        for duty in duties { try duty.checkSomebodyManages(administratorsLeft + administrators) }
    }

    /// - Returns: nil where the successor holds the same post throughout that time already.
    private func passed(_ duty: Post, to successor: Successor, _ newID: () -> PostID) throws -> PostChange? {
        let post = Post(
            id: newID(), person: successor.person.id, role: duty.role, place: duty.place,
            starts: max(duty.starts, lastDay + 1), ends: duty.ends, in: duty.seat)
        let same = successor.posts.filter { $0.holdsSame(as: post) && $0.overlaps(post) }
        if same.contains(where: { $0.starts <= post.starts && $0.ends >= post.ends }) { return nil }
        guard same.isEmpty else {
            throw Refusal.invalid(
                "successor",
                "\(successor.person.name) is \(duty.role.name.lowercased()) there for a part of that time already. "
                    + "End that post first, or untick this duty.")
        }
        return PostChange(.given, post)
    }
}
