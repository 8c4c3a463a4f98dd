import Database
import Kernel
import PeopleRules

extension Reading {
    /// Posts that ended with a school's last day, as they were before it, of people who are still in the trust.
    func postsOfEndedSchool(_ school: SchoolID) throws -> [(post: Post, words: String)] {
        try rows(
            """
            SELECT kept.post_id, kept.person_id, kept.role, kept.school_id, kept.department_id, kept.starts_on,
                   kept.ends_on, kept.seat_id, person.name, department.name
            FROM post_of_ended_school kept
            JOIN person ON person.id = kept.person_id
            LEFT JOIN department ON department.id = kept.department_id
            WHERE kept.school_id = \(school) AND kept.ends_on >= \(today)
                AND NOT EXISTS (SELECT 1 FROM departure WHERE departure.person_id = kept.person_id)
            ORDER BY lower(person.name), kept.post_id
            """
        ) { row in
            let post = Post(
                id: try row[0], person: try row[1], role: try row[2], place: try readPlace(row, 3, 4),
                starts: try row[5], ends: try row[6], in: try row[7])
            let department: String? = try row[9]
            return (post, [try row[8], post.role.name, department].compactMap(\.self).joined(separator: ", "))
        }
    }

    /// Those that last to today or beyond.
    func openPosts(at school: SchoolID) throws -> Int {
        try first("SELECT COUNT(*) FROM post WHERE school_id = \(school) AND ends_on >= \(today)") { try $0[0] } ?? 0
    }

    /// Every post at a school that lasts beyond a day.
    func posts(at school: SchoolID, beyond day: Day) throws -> [Post] {
        try rows(
            """
            SELECT id, person_id, role, school_id, department_id, starts_on, ends_on, seat_id FROM post
            WHERE school_id = \(school) AND ends_on > \(day) ORDER BY starts_on, id
            """
        ) { row in
            Post(
                id: try row[0], person: try row[1], role: try row[2], place: try readPlace(row, 3, 4),
                starts: try row[5], ends: try row[6], in: try row[7])
        }
    }
}

extension Transaction {
    /// Ends what lasts beyond a school's last day, and keeps it as it was. What was to begin later never does.
    func endPosts(at school: SchoolID, after lastDay: Day) throws {
        try run(
            """
            INSERT INTO post_of_ended_school (post_id, person_id, role, school_id, department_id, starts_on, ends_on,
                                              seat_id)
            SELECT id, person_id, role, school_id, department_id, starts_on, ends_on, seat_id FROM post
            WHERE school_id = \(school) AND ends_on > \(lastDay)
            """)
        try run("DELETE FROM post WHERE school_id = \(school) AND starts_on > \(lastDay)")
        try run("UPDATE post SET ends_on = \(lastDay) WHERE school_id = \(school) AND ends_on > \(lastDay)")
    }

    /// The posts of a school that is back are what they were, but for those of people who left the trust meanwhile.
    func bringBackPosts(at school: SchoolID) throws {
        try run(
            """
            INSERT INTO post (id, person_id, role, school_id, department_id, starts_on, ends_on, seat_id)
            SELECT post_id, person_id, role, school_id, department_id, starts_on, ends_on, seat_id
            FROM post_of_ended_school
            WHERE school_id = \(school) AND person_id NOT IN (SELECT person_id FROM departure)
            ON CONFLICT (id) DO UPDATE SET ends_on = excluded.ends_on
            """)
        try run("DELETE FROM post_of_ended_school WHERE school_id = \(school)")
    }

    func forget(_ post: PostID) throws { try run("DELETE FROM post_of_ended_school WHERE post_id = \(post)") }

    func move(_ seat: SeatID, to place: Place) throws {
        try run(
            """
            UPDATE seat SET school_id = \(place.school), department_id = \(place.department) WHERE id = \(seat)
            """)
    }
}
