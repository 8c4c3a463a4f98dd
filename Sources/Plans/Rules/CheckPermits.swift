package import Kernel

/// Evidence that this person may see a look, what was found and what was kept with it.
package struct MaySeeCheck: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` to who neither reaches the plan's place nor sits in the seat that looks.
    package init(_ actor: Actor, at place: Place, seat: SeatID) throws {
        let reaches = actor.posts.contains { $0.place.reaches(place) }
        guard reaches || actor.sits(in: seat) else { throw Refusal.notFound }
        self.actor = actor
    }
}

/// Evidence that this person may record what was found.
package struct MayRecordCheck: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` to a stranger, `forbidden` to a reader.
    package init(_ actor: Actor, at place: Place, seat: SeatID) throws {
        _ = try MaySeeCheck(actor, at: place, seat: seat)
        let leads = actor.holds(Self.leading, reaching: place)
        guard leads || actor.sits(in: seat) else {
            throw Refusal.forbidden(
                "You can read this check. Who was to look, leaders of the school and its liaison record what was found."
            )
        }
        self.actor = actor
    }

    package static let refusal =
        "You can read this check. Who was to look, leaders of the school and its liaison record what was found."

    private static let leading: Set<Role> = [
        .headteacher, .executiveHead, .seniorLeader, .liaison, .adviser, .directorOfEducation,
    ]
}

/// Evidence that this person may see how a school's plans stand as a whole.
package struct MaySeeHealth: Sendable {
    package let actor: Actor
    package let school: SchoolID

    /// - Throws: `notFound` unless a post reaches the whole school.
    package init(_ actor: Actor, of school: SchoolID) throws {
        guard actor.posts.contains(where: { $0.place.reaches(.school(school)) }) else { throw Refusal.notFound }
        (self.actor, self.school) = (actor, school)
    }
}
