package import Database

/// What is true of line meetings at any time.
package let meetingInvariants: [Invariant] = [
    Invariant(
        "A line that ended has a meeting to come",
        broken: """
            SELECT m.id FROM line_meeting m JOIN line l ON l.id = m.line_id
            WHERE m.meets_on >= l.ended_on AND m.began_at IS NULL AND m.called_off_at IS NULL
            """),
    Invariant(
        "A promise was carried more than three times",
        broken: "SELECT promise_id FROM promise_carry GROUP BY promise_id HAVING COUNT(*) > 3"),
    Invariant(
        "A promise was changed into none or into two",
        broken: """
            SELECT p.id FROM promise p
            WHERE (SELECT COUNT(*) FROM promise n WHERE n.changed_from = p.id)
                <> CASE WHEN p.ended_as = 'changed' THEN 1 ELSE 0 END
            """),
]
