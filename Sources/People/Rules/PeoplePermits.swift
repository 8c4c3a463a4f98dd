package import Kernel

/// Leave to see and keep people: everyone for an administrator, the staff of own schools for their head.
package struct MayManagePeople: Hashable, Sendable {
    package enum Reach: Hashable, Sendable {
        case everyone
        case staff(of: Set<SchoolID>)
    }

    /// nil for whoever runs a command on the machine.
    package let manager: PersonID?
    package let reach: Reach

    package static let heads: Set<Role> = [.headteacher, .executiveHead]
    /// The roles that a head gives at the own school.
    package static let staff: Set<Role> = [.seniorLeader, .middleLeader, .staff]

    package init(_ actor: Actor) throws {
        manager = actor.person
        guard !actor.holds([.administrator], reaching: .trust) else {
            reach = .everyone
            return
        }
        let schools = Set(actor.posts.filter { Self.heads.contains($0.role) }.compactMap(\.place.school))
        guard !schools.isEmpty else {
            throw Refusal.forbidden("Administrators of the trust and headteachers keep the list of people.")
        }
        reach = .staff(of: schools)
    }

    /// Whoever can run commands on the machine can read and write the database anyhow.
    package static let onTheMachine = MayManagePeople()

    private init() { (manager, reach) = (nil, .everyone) }

    /// Whether a post like this one is this person's to give and to end.
    package func covers(_ role: Role, at place: Place) -> Bool {
        switch reach {
        case .everyone: true
        case .staff(let schools): Self.staff.contains(role) && place.school.map(schools.contains) ?? false
        }
    }

    /// Whether somebody with these posts is on this person's list.
    package func sees(_ posts: [Post]) -> Bool {
        switch reach {
        case .everyone: true
        case .staff(let schools): posts.contains { $0.place.school.map(schools.contains) ?? false }
        }
    }
}

/// Leave to give or end one kind of post at one place.
package struct MayKeepPost: Hashable, Sendable {
    package let role: Role
    package let place: Place

    package init(_ permit: MayManagePeople, _ role: Role, at place: Place) throws {
        guard permit.covers(role, at: place) else {
            throw Refusal.forbidden(
                "A headteacher gives and ends the posts of senior leaders, middle leaders and staff of the own school; "
                    + "an administrator of the trust does the rest.")
        }
        (self.role, self.place) = (role, place)
    }
}

/// Leave to act on a whole person: to correct, invite, see out. A head may only where nobody else's posts are touched,
/// because an invitation opens everything that the person may see.
package struct MayKeepPerson: Hashable, Sendable {
    package let person: PersonID

    /// - Parameter posts: every post of the person that has not ended.
    package init(_ permit: MayManagePeople, _ person: Person, holding posts: [Post]) throws {
        guard permit.sees(posts) else { throw Refusal.notFound }
        guard posts.allSatisfy({ permit.covers($0.role, at: $0.place) }) else {
            throw Refusal.forbidden(
                "\(person.name) holds posts that you do not give. An administrator of the trust can do this.")
        }
        self.person = person.id
    }
}

/// Leave to see a person out and hand the duties to a successor.
package struct MayHandOver: Hashable, Sendable {
    package let person: PersonID

    package init(_ permit: MayManagePeople, _ person: Person, holding posts: [Post]) throws {
        guard permit.manager != person.id else {
            throw Refusal.conflict("You cannot see yourself out. Ask another administrator.")
        }
        self.person = try MayKeepPerson(permit, person, holding: posts).person
    }
}
