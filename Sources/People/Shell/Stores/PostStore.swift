package import Database
package import Kernel
package import PeopleRules

extension Reading {
    /// The posts of a person that last to `day` or beyond, in the order in which they begin.
    package func posts(of person: PersonID, lasting day: Day) throws -> [Post] {
        try rows(
            """
            SELECT id, person_id, role, school_id, department_id, starts_on, ends_on, seat_id FROM post
            WHERE person_id = \(person) AND ends_on >= \(day) ORDER BY starts_on, id
            """
        ) { try readPost($0) }
    }

    /// - Throws: `Refusal.notFound`.
    func post(_ id: PostID, of person: PersonID) throws -> Post {
        let found = try first(
            """
            SELECT id, person_id, role, school_id, department_id, starts_on, ends_on, seat_id FROM post
            WHERE id = \(id) AND person_id = \(person)
            """
        ) { try readPost($0) }
        guard let found else { throw Refusal.notFound }
        return found
    }

    private func readPost(_ row: borrowing Row) throws -> Post {
        Post(
            id: try row[0], person: try row[1], role: try row[2], place: try readPlace(row, 3, 4), starts: try row[5],
            ends: try row[6], in: try row[7])
    }

    /// A place from its two columns; both are NULL for the trust.
    func readPlace(_ row: borrowing Row, _ school: Int, _ department: Int) throws -> Place {
        let schoolID: SchoolID? = try row[school]
        let departmentID: DepartmentID? = try row[department]
        switch (schoolID, departmentID) {
        case (let school?, let department?): return .department(department, of: school)
        case (let school?, nil): return .school(school)
        case (nil, _): return .trust
        }
    }

    /// How many people other than `person` are administrators on `day`.
    func administrators(besides person: PersonID, on day: Day) throws -> Int {
        try first(
            """
            SELECT COUNT(DISTINCT post.person_id) FROM post
            LEFT JOIN departure ON departure.person_id = post.person_id AND departure.last_day < \(day)
            WHERE post.role = \(Role.administrator) AND post.person_id <> \(person)
                AND post.starts_on <= \(day) AND post.ends_on >= \(day) AND departure.person_id IS NULL
            """
        ) { try $0[0] as Int } ?? 0
    }
}

extension Transaction {
    /// - Throws: `Refusal.stale` when the post was ended meanwhile.
    func save(_ change: PostChange) throws {
        let post = change.post
        switch change.what {
        case .given:
            // A seat that was vacant is written again as it is, so that two who take it up meet here.
            try run(
                """
                INSERT INTO seat (id, role, school_id, department_id)
                VALUES (\(post.seat), \(post.role), \(post.place.school), \(post.place.department))
                ON CONFLICT (id) DO UPDATE SET role = excluded.role
                """)
            try run(
                """
                INSERT INTO post (id, person_id, role, school_id, department_id, starts_on, ends_on, seat_id)
                VALUES (\(post.id), \(post.person), \(post.role), \(post.place.school), \(post.place.department),
                        \(post.starts), \(post.ends), \(post.seat))
                """)
            try withdrawInvitationBeyondReach(of: post.person)
        case .ended(let was):
            let ended = try run(
                "UPDATE post SET ends_on = \(post.ends) WHERE id = \(post.id) AND ends_on = \(was)")
            if ended == 0 { throw Refusal.stale }
        case .withdrawn:
            let withdrawn = try run("DELETE FROM post WHERE id = \(post.id)")
            if withdrawn == 0 { throw Refusal.stale }
        }
    }

    /// Makes those who change who is an administrator wait for one another, so that two cannot both be the one who was
    /// left. Nothing is changed.
    func takeAdministratorsInHand() throws { try run("UPDATE trust SET version = version") }
}
