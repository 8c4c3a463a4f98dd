package import Kernel

/// From where a person looks at a line.
package enum LineStandpoint: Hashable, Sendable {
    /// One of the two people: holds the meetings and sees everything.
    case inIt
    /// Sees that meetings are held, missed or moved, and nothing that was said.
    case reader
}

/// Evidence that this person may know of a line.
package struct MaySeeLine: Sendable {
    package let standpoint: LineStandpoint

    /// - Throws: `notFound` to everybody but the two people, heads of the school, and those of the trust who answer
    ///   for it.
    package init(_ actor: Actor, _ line: MeetingLine) throws {
        if actor.sits(in: line.leader.id) || actor.sits(in: line.member.id) {
            standpoint = .inIt
        } else if actor.holds(readers, reaching: line.place) || mayArrange(actor, line.member.role, at: line.place) {
            standpoint = .reader
        } else {
            throw Refusal.notFound
        }
    }
}

/// Evidence that this person is one of the two.
package struct MayHoldLine: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` to a stranger, `forbidden` to a reader.
    package init(_ actor: Actor, _ line: MeetingLine) throws {
        guard try MaySeeLine(actor, line).standpoint == .inIt else {
            throw Refusal.forbidden("What is said in a line meeting is for the two people who hold it.")
        }
        self.actor = actor
    }
}

/// Evidence that this person may set up a line to somebody with a role at a place.
package struct MayArrangeLine: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` where nothing of the place may be seen, `forbidden` otherwise.
    package init(_ actor: Actor, to role: Role, at place: Place) throws {
        guard actor.sees(place) else { throw Refusal.notFound }
        guard mayArrange(actor, role, at: place) else {
            throw Refusal.forbidden(
                role.answersToTheTrust
                    ? "The liaison, advisers and the director of education set up line meetings with heads."
                    : "Leaders of the school set up its line meetings.")
        }
        self.actor = actor
    }

    /// To change or end a line, or one of the two people.
    ///
    /// - Throws: `notFound` to a stranger, `forbidden` to a reader.
    package init(_ actor: Actor, _ line: MeetingLine) throws {
        let standpoint = try MaySeeLine(actor, line).standpoint
        guard standpoint == .inIt || mayArrange(actor, line.member.role, at: line.place) else {
            throw Refusal.forbidden("The two people change their meetings, or whoever may set them up.")
        }
        self.actor = actor
    }
}

/// Evidence that this person may see how all lines of a school go.
package struct MaySeeSchoolsLines: Sendable {
    /// - Throws: `notFound` to a stranger, `forbidden` to others of the school.
    package init(_ actor: Actor, at school: SchoolID) throws {
        let place = Place.school(school)
        guard actor.sees(place) else { throw Refusal.notFound }
        guard actor.holds(readers, reaching: place) else {
            throw Refusal.forbidden(
                "The head and those of the trust who answer for the school see how its line meetings go.")
        }
    }
}

/// Whether this person may set up lines for anybody at a place.
package func mayArrangeAnything(_ actor: Actor, at place: Place) -> Bool {
    mayArrange(actor, .middleLeader, at: place) || mayArrange(actor, .headteacher, at: place)
}

private func mayArrange(_ actor: Actor, _ role: Role, at place: Place) -> Bool {
    let arrangers: Set<Role> =
        role.answersToTheTrust
        ? [.liaison, .adviser, .directorOfEducation, .chiefExecutive]
        : [.headteacher, .executiveHead, .seniorLeader]
    return actor.holds(arrangers.union([.administrator]), reaching: place)
}

private let readers: Set<Role> = [
    .headteacher, .executiveHead, .liaison, .adviser, .directorOfEducation, .chiefExecutive, .administrator,
]

extension Role {
    /// Whether the trust, not the school, arranges who leads somebody with this role.
    var answersToTheTrust: Bool {
        switch self {
        case .seniorLeader, .middleLeader, .staff: false
        default: true
        }
    }
}
