package import Database
package import Kernel

/// A seat with whoever sits in it on a day.
package struct Seat: Hashable, Sendable {
    package let id: SeatID
    package let role: Role
    package let place: Place
    /// nil when every post in it has ended: somebody must take its duties up.
    package let holder: Holder?

    package init(id: SeatID, role: Role, place: Place, holder: Holder?) {
        (self.id, self.role, self.place, self.holder) = (id, role, place, holder)
    }

    package struct Holder: Hashable, Sendable {
        package let person: PersonID
        package let name: String

        package init(person: PersonID, name: String) { (self.person, self.name) = (person, name) }
    }

    /// `Amir Hussain`, or `nobody: hand over`.
    package var holderName: String { holder?.name ?? "nobody: hand over" }
}

extension Reading {
    /// - Returns: nil when there is no such seat.
    package func seat(_ id: SeatID, on day: Day) throws -> Seat? { try seats("seat.id = \(id)", on: day).first }

    /// Those of them that there are, with whoever sits there on that day.
    package func seats(_ ids: Set<SeatID>, on day: Day) throws -> [SeatID: Seat] {
        if ids.isEmpty { return [:] }
        let wanted = SQL.joined(ids.sorted().map { "\($0)" })
        let found = try seats("seat.id IN (\(wanted))", on: day)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The seats that may be given duties at a place: those of people who hold a post there, at its school, or for the
    /// trust with a hand in schools. Held ones only, by name.
    package func seatsToChoose(at place: Place, on day: Day) throws -> [Seat] {
        let reach: SQL =
            switch place {
            case .trust: "seat.school_id IS NULL"
            case .school(let school): "(seat.school_id = \(school) OR \(workingForTheTrust))"
            case .department(let department, let school):
                """
                (\(workingForTheTrust) OR seat.school_id = \(school)
                    AND (seat.department_id IS NULL OR seat.department_id = \(department)))
                """
            }
        let choosing = "\(reach) AND seat.role NOT IN ('trustee', 'chair', 'governor', 'guest')" as SQL
        return try seats(choosing, on: day).filter { $0.holder != nil }
    }

    private var workingForTheTrust: SQL {
        "(seat.school_id IS NULL AND seat.role IN ('director-of-education', 'adviser', 'chief-executive'))"
    }

    private func seats(_ condition: SQL, on day: Day) throws -> [Seat] {
        try rows(
            """
            SELECT seat.id, seat.role, seat.school_id, seat.department_id, person.id, person.name
            FROM seat
            LEFT JOIN post ON post.seat_id = seat.id AND post.starts_on <= \(day) AND post.ends_on >= \(day)
            LEFT JOIN person ON person.id = post.person_id
            WHERE \(condition)
            ORDER BY person.name NULLS LAST, seat.id
            """
        ) { row in
            let person: PersonID? = try row[4]
            let name: String? = try row[5]
            return Seat(
                id: try row[0], role: try row[1], place: try readPlace(row, 2, 3),
                holder: person.map { Seat.Holder(person: $0, name: name ?? "") })
        }
    }

    /// The seat of that role and place that nobody sits in from `day` on, which a new post takes up with its duties.
    /// - Returns: nil when there is none, or more than one so that nobody can tell which.
    func vacantSeat(of role: Role, at place: Place, from day: Day) throws -> SeatID? {
        let found = try rows(
            """
            SELECT seat.id FROM seat
            WHERE seat.role = \(role) AND COALESCE(seat.school_id, '') = \(place.school?.text ?? "")
                AND COALESCE(seat.department_id, '') = \(place.department?.text ?? "")
                AND NOT EXISTS (SELECT 1 FROM post WHERE post.seat_id = seat.id AND post.ends_on >= \(day))
            LIMIT 2
            """
        ) { try $0[0] as SeatID }
        return found.count == 1 ? found[0] : nil
    }
}
