package import Database

/// What is true of people and their posts at any time.
package let peopleInvariants: [Invariant] = [
    Invariant(
        "Two sit in one seat",
        broken: """
            SELECT a.id FROM post a JOIN post b ON b.seat_id = a.seat_id AND b.id > a.id
            WHERE a.starts_on <= b.ends_on AND b.starts_on <= a.ends_on
            """),
    Invariant(
        "Somebody holds a post twice",
        broken: """
            SELECT a.id FROM post a JOIN post b ON b.person_id = a.person_id AND b.id > a.id AND b.role = a.role
            WHERE COALESCE(b.school_id, '') = COALESCE(a.school_id, '')
                AND COALESCE(b.department_id, '') = COALESCE(a.department_id, '')
                AND a.starts_on <= b.ends_on AND b.starts_on <= a.ends_on
            """),
    Invariant(
        "Somebody who leaves holds a post beyond the last day",
        broken: """
            SELECT p.id FROM departure d JOIN post p ON p.person_id = d.person_id WHERE p.ends_on > d.last_day
            """),
    Invariant(
        "Somebody has two open invitations",
        broken: "SELECT person_id FROM invitation WHERE ended_at IS NULL GROUP BY person_id HAVING COUNT(*) > 1"),
]
