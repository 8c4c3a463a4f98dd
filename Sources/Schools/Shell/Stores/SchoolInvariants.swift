package import Database

/// What is true of schools and the calendar at any time.
package let schoolInvariants: [Invariant] = [
    Invariant(
        "A school was placed twice in the category in which it was",
        broken: """
            SELECT id FROM (SELECT id, category, LAG(category) OVER (PARTITION BY school_id ORDER BY from_day, id) AS before
                            FROM category_placing) AS decision
            WHERE category = before
            """),
    Invariant(
        "Two half terms overlap",
        broken: """
            SELECT a.academic_year_id FROM half_term a
            JOIN half_term b ON a.first_day <= b.last_day AND b.first_day <= a.last_day
                AND (a.academic_year_id, a.number) < (b.academic_year_id, b.number)
            """),
    Invariant(
        "Two half terms of a school's own overlap",
        broken: """
            SELECT a.school_id FROM own_half_term a
            JOIN own_half_term b ON b.school_id = a.school_id AND a.first_day <= b.last_day
                AND b.first_day <= a.last_day AND (a.academic_year_id, a.number) < (b.academic_year_id, b.number)
            """),
]
