package import Database

/// What is true of evaluations at any time.
package let evaluationInvariants: [Invariant] =
    stages + [
        Invariant(
            "A name stands under something else than what is agreed",
            broken: """
                SELECT s.evaluation_id FROM evaluation_signature s
                WHERE s.agreed_version <> (SELECT COALESCE(SUM(a.version), 0) FROM agreement a
                                           WHERE a.evaluation_id = s.evaluation_id)
                """),
        Invariant(
            "Something was judged after the reveal",
            broken: """
                SELECT v.evaluation_id FROM evaluation_reveal v
                WHERE v.judged_version <> (SELECT COALESCE(SUM(j.version), 0) FROM judgement j
                                           WHERE j.evaluation_id = v.evaluation_id)
                """),
        Invariant(
            "What a side has judged is not what its judgements come to",
            broken: """
                SELECT p.evaluation_id FROM evaluation_progress p
                LEFT JOIN judgement j ON j.evaluation_id = p.evaluation_id AND j.side = p.side
                GROUP BY p.evaluation_id, p.side, p.judged, p.left_count, p.without_reason
                HAVING p.judged <> COUNT(*) FILTER (WHERE j.verdict = 'level' AND j.reason <> '')
                    OR p.left_count <> COUNT(*) FILTER (WHERE j.verdict = 'left')
                    OR p.without_reason <> COUNT(*) FILTER (WHERE j.verdict = 'level' AND j.reason = '')
                """),
        Invariant(
            "The total of an evaluation is not what its agreements come to",
            broken: """
                SELECT t.evaluation_id FROM evaluation_total t
                JOIN evaluation e ON e.id = t.evaluation_id
                LEFT JOIN agreement a ON a.evaluation_id = t.evaluation_id
                GROUP BY t.evaluation_id, e.statements, t.level_1, t.level_2, t.level_3, t.level_4, t.level_5, t.level_6,
                         t.level_7, t.left_count, t.not_judged
                HAVING t.level_1 <> COUNT(*) FILTER (WHERE a.level = 1) OR t.level_2 <> COUNT(*) FILTER (WHERE a.level = 2)
                    OR t.level_3 <> COUNT(*) FILTER (WHERE a.level = 3) OR t.level_4 <> COUNT(*) FILTER (WHERE a.level = 4)
                    OR t.level_5 <> COUNT(*) FILTER (WHERE a.level = 5) OR t.level_6 <> COUNT(*) FILTER (WHERE a.level = 6)
                    OR t.level_7 <> COUNT(*) FILTER (WHERE a.level = 7)
                    OR t.left_count <> COUNT(*) FILTER (WHERE a.verdict = 'left')
                    OR t.not_judged <> e.statements - COUNT(a.item_id)
                """),
        Invariant(
            "A school's area is not what its newest finished evaluations come to",
            broken: """
                SELECT c.school_id FROM school_area c
                LEFT JOIN (SELECT t.*, ROW_NUMBER() OVER (
                                  PARTITION BY e.school_id, e.area, e.tool, COALESCE(e.department_id, '')
                                  ORDER BY e.window_first DESC) AS place
                           FROM evaluation_total t JOIN evaluation e ON e.id = t.evaluation_id) n
                    ON n.school_id = c.school_id AND n.area = c.area AND n.place = 1
                GROUP BY c.school_id, c.area, c.finished, c.level_1, c.level_2, c.level_3, c.level_4, c.left_count, c.not_judged
                HAVING c.finished <> COUNT(n.evaluation_id) OR c.level_1 <> COALESCE(SUM(n.level_1), 0)
                    OR c.level_2 <> COALESCE(SUM(n.level_2), 0) OR c.level_3 <> COALESCE(SUM(n.level_3), 0)
                    OR c.level_4 <> COALESCE(SUM(n.level_4), 0) OR c.left_count <> COALESCE(SUM(n.left_count), 0)
                    OR c.not_judged <> COALESCE(SUM(n.not_judged), 0)
                """),
        Invariant(
            "A school's area counts other evaluations as open than there are",
            broken: """
                SELECT c.school_id FROM school_area c
                WHERE c.open <> (SELECT COUNT(*) FROM evaluation_open o JOIN evaluation e ON e.id = o.evaluation_id
                                 WHERE e.school_id = c.school_id AND e.area = c.area)
                """),
    ]

/// How far an evaluation has come. With both names it is finished and counts; otherwise it is open and can be signed.
private let stages = [
    Invariant(
        "An evaluation has both names and no total",
        broken: """
            SELECT s.evaluation_id FROM evaluation_signature s
            LEFT JOIN evaluation_total t ON t.evaluation_id = s.evaluation_id
            WHERE t.evaluation_id IS NULL GROUP BY s.evaluation_id HAVING COUNT(*) = 2
            """),
    Invariant(
        "An evaluation has a total without both names",
        broken: """
            SELECT t.evaluation_id FROM evaluation_total t
            WHERE (SELECT COUNT(*) FROM evaluation_signature s WHERE s.evaluation_id = t.evaluation_id) <> 2
            """),
    Invariant(
        "An evaluation is both open and finished, or neither",
        broken: """
            SELECT e.id FROM evaluation e
            LEFT JOIN evaluation_open o ON o.evaluation_id = e.id
            LEFT JOIN evaluation_total t ON t.evaluation_id = e.id
            WHERE (o.evaluation_id IS NULL) = (t.evaluation_id IS NULL)
            """),
    Invariant(
        "Something is agreed or signed before the reveal",
        broken: """
            SELECT evaluation_id FROM agreement
            WHERE NOT EXISTS (SELECT 1 FROM evaluation_reveal v WHERE v.evaluation_id = agreement.evaluation_id)
            UNION SELECT evaluation_id FROM evaluation_signature
            WHERE NOT EXISTS (SELECT 1 FROM evaluation_reveal v
                              WHERE v.evaluation_id = evaluation_signature.evaluation_id)
            """),
    Invariant(
        "An evaluation was revealed while a side was not ready",
        broken: """
            SELECT v.evaluation_id FROM evaluation_reveal v
            WHERE (SELECT COUNT(*) FROM evaluation_ready r WHERE r.evaluation_id = v.evaluation_id) <> 2
            """),
]
