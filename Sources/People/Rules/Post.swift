package import Kernel

package typealias PostID = ID<Post>

/// A role held by a person at a place from one day to another, both included. Duties belong to it, not to the person.
package struct Post: Hashable, Sendable {
    package let id: PostID
    package let person: PersonID
    package let role: Role
    package let place: Place
    package let starts: Day
    /// `Day.openEnd` when no end is known.
    package let ends: Day
    /// What duties are written against; a successor's post is in the same seat.
    package let seat: SeatID

    /// - Parameter seat: nil for a seat of its own, which then has the post's id.
    package init(
        id: PostID, person: PersonID, role: Role, place: Place, starts: Day, ends: Day, in seat: SeatID? = nil
    ) {
        (self.id, self.person, self.role, self.place) = (id, person, role, place)
        (self.starts, self.ends) = (starts, ends)
        self.seat = seat ?? SeatID(id.text)!
    }

    package func isHeld(on day: Day) -> Bool { starts <= day && ends >= day }

    /// Held on `day` or to be held later.
    package func lasts(beyond day: Day) -> Bool { ends > day }

    package var hasEnd: Bool { ends != .openEnd }

    func overlaps(_ other: Post) -> Bool { starts <= other.ends && other.starts <= ends }

    func holdsSame(as other: Post) -> Bool { role == other.role && place == other.place }
}

extension Day {
    /// Stands for "no end known"; stored as it is, so that a query needs no special case.
    package static let openEnd = Day(9999, 12, 31)!
}

extension Role {
    /// Middle leaders and staff mostly belong to a department; a SENCO or a receptionist belongs to the whole school.
    package func mayBeHeld(at place: Place) -> Bool {
        switch (level, place) {
        case (.trust, .trust), (.school, .school), (.department, .school), (.department, .department): true
        default: false
        }
    }

    /// Where it may be held, for a sentence.
    package var placesInWords: String {
        switch level {
        case .trust: "for the whole trust"
        case .school: "at a school"
        case .department: "in a department or at a school"
        }
    }
}
