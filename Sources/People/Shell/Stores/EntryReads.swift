import Database
import Kernel
import PeopleRules

/// What one session tells: who, with which posts today, and in which trust.
struct FoundSession: Sendable {
    let life: SessionLife
    let actor: Actor
    let trustName: String
}

extension Reading {
    /// One question for everything that a request needs to know about its sender.
    ///
    /// - Returns: nil when the session is over, was never one of this trust, or the person has left.
    func session(_ token: TokenHash) throws -> FoundSession? {
        var head: (started: Instant, seen: Instant, person: PersonID, name: String, trust: String)?
        var posts: [HeldPost] = []
        try each(
            """
            SELECT session.started_at, session.seen_at, person.id, person.name, trust.name,
                   post.role, post.school_id, post.department_id, post.seat_id
            FROM session
            JOIN person ON person.id = session.person_id
            CROSS JOIN trust
            LEFT JOIN post ON post.person_id = person.id AND post.starts_on <= \(today) AND post.ends_on >= \(today)
            WHERE session.token_hash = \(token) AND \(alive("session"))
                AND NOT EXISTS (SELECT 1 FROM departure
                                WHERE departure.person_id = person.id AND departure.last_day < \(today))
            ORDER BY post.starts_on, post.id
            """
        ) { row in
            head = (try row[0], try row[1], try row[2], try row[3], try row[4])
            if let role: Role = try row[5] {
                posts.append(HeldPost(role, at: try readPlace(row, 6, 7), in: try row[8]))
            }
        }
        return head.map { head in
            FoundSession(
                life: SessionLife(started: head.started, seen: head.seen),
                actor: Actor(person: head.person, name: head.name, posts: posts), trustName: head.trust)
        }
    }
}
