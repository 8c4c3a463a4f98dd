/// Where a post is held. Rights flow down: a post at a school reaches its departments.
package enum Place: Hashable, Sendable {
    case trust
    case school(SchoolID)
    case department(DepartmentID, of: SchoolID)

    package var school: SchoolID? {
        switch self {
        case .trust: nil
        case .school(let school), .department(_, of: let school): school
        }
    }

    package var department: DepartmentID? {
        if case .department(let department, _) = self { department } else { nil }
    }

    /// Whether `other` is this place or lies below it.
    package func reaches(_ other: Place) -> Bool {
        switch self {
        case .trust: true
        case .school(let school): other.school == school
        case .department: self == other
        }
    }
}

package struct HeldPost: Hashable, Sendable {
    package let role: Role
    package let place: Place
    /// What duties are written against; nil only for an actor that no sign-in made.
    package let seat: SeatID?

    package init(_ role: Role, at place: Place, in seat: SeatID? = nil) {
        self.role = role
        self.place = place
        self.seat = seat
    }
}

/// The signed-in person with the posts held today. Only sign-in makes one.
package struct Actor: Hashable, Sendable {
    package let person: PersonID
    package let name: String
    package let posts: [HeldPost]

    package init(person: PersonID, name: String, posts: [HeldPost]) {
        self.person = person
        self.name = name
        self.posts = posts
    }

    /// Whether a post with one of `roles` reaches `place`.
    package func holds(_ roles: Set<Role>, reaching place: Place) -> Bool {
        posts.contains { roles.contains($0.role) && $0.place.reaches(place) }
    }

    /// Whether anything at `place` may be read: any post that reaches it, or one in a department of that school.
    package func sees(_ place: Place) -> Bool {
        posts.contains { $0.place.reaches(place) || ($0.place.school != nil && .school($0.place.school!) == place) }
    }

    /// The seats that this person sits in today.
    package var seats: [SeatID] { posts.compactMap(\.seat) }

    package func sits(in seat: SeatID) -> Bool { posts.contains { $0.seat == seat } }

    package var seesWholeTrust: Bool { posts.contains { $0.place == .trust } }

    package func visible(on day: Day) -> Visible { Visible(person: person, day: day, wholeTrust: seesWholeTrust) }
}

/// What a list may show to one person on one day. Only an `Actor` can make one; stores turn it into a condition of the
/// query, so a list costs nothing for the rows it does not show.
package struct Visible: Hashable, Sendable {
    package let person: PersonID
    package let day: Day
    package let wholeTrust: Bool

    fileprivate init(person: PersonID, day: Day, wholeTrust: Bool) {
        self.person = person
        self.day = day
        self.wholeTrust = wholeTrust
    }
}
