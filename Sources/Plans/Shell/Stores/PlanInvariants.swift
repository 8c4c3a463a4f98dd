package import Database

/// What is true of plans at any time.
package let planInvariants: [Invariant] =
    lives + [
        Invariant(
            "A check runs in a plan at work and is not sealed",
            broken: """
                SELECT k.id FROM check_plan k JOIN plan p ON p.id = k.plan_id
                WHERE p.state IN ('live', 'maintained') AND k.sealed_at IS NULL AND \(seriesRuns)
                """),
        Invariant(
            "A look waits that was done, was called off, or is said otherwise in its own row",
            broken: """
                SELECT o.check_id FROM open_check o JOIN impact_check c ON c.id = o.check_id
                LEFT JOIN check_result r ON r.check_id = o.check_id
                WHERE r.check_id IS NOT NULL OR c.called_off_on IS NOT NULL OR o.due_on <> c.due_on
                    OR o.until_on <> c.until_on OR o.seat_id <> c.seat_id OR o.plan_id <> c.plan_id
                """),
        Invariant(
            "A look waits in a plan that is not at work, or of a check that has ended",
            broken: """
                SELECT o.check_id FROM open_check o JOIN impact_check c ON c.id = o.check_id
                JOIN check_plan k ON k.id = c.check_plan_id JOIN plan p ON p.id = o.plan_id
                WHERE p.state NOT IN ('live', 'maintained') OR NOT (\(seriesRuns))
                """),
        Invariant(
            "A look of a check that goes on neither waits nor was done or called off",
            broken: """
                SELECT c.id FROM impact_check c
                JOIN check_plan k ON k.id = c.check_plan_id JOIN plan p ON p.id = c.plan_id
                WHERE p.state IN ('live', 'maintained') AND \(seriesRuns) AND c.called_off_on IS NULL
                    AND c.stopped_by_id IS NULL
                    AND NOT EXISTS (SELECT 1 FROM open_check o WHERE o.check_id = c.id)
                    AND NOT EXISTS (SELECT 1 FROM check_result r WHERE r.check_id = c.id)
                """),
        Invariant(
            "A look found that something is to stop, and it goes on",
            broken: """
                SELECT r.check_id FROM check_result r JOIN impact_check c ON c.id = r.check_id
                JOIN check_plan k ON k.id = c.check_plan_id
                LEFT JOIN plan_action a ON a.id = k.action_id
                WHERE r.response = 'stop' AND CASE WHEN a.id IS NULL THEN k.ended_on ELSE a.ended_on END IS NULL
                """),
    ]

/// Where plans stand, and how they hang together.
private let lives = [
    Invariant(
        "A plan is not in the state to which its last step led",
        broken: """
            SELECT p.id FROM plan p
            LEFT JOIN plan_event e ON e.id = (SELECT x.id FROM plan_event x WHERE x.plan_id = p.id
                                              ORDER BY x.happened_at DESC, x.id DESC LIMIT 1)
            WHERE p.state <> CASE COALESCE(e.what, 'drafted')
                WHEN 'submitted' THEN 'submitted' WHEN 'reconsidered' THEN 'submitted' WHEN 'discarded' THEN 'discarded'
                WHEN 'approved' THEN 'approved' WHEN 'live' THEN 'live' WHEN 'resumed' THEN 'live'
                WHEN 'maintained' THEN 'maintained' WHEN 'archived' THEN 'archived'
                WHEN 'superseded' THEN 'superseded' ELSE 'draft' END
            """),
    Invariant(
        "A plan has two open revisions",
        broken: """
            SELECT supersedes_id FROM plan WHERE supersedes_id IS NOT NULL AND state IN ('draft', 'submitted', 'approved')
            GROUP BY supersedes_id HAVING COUNT(*) > 1
            """),
    Invariant(
        "A plan is at work beside its revision",
        broken: """
            SELECT o.id FROM plan o JOIN plan n ON n.supersedes_id = o.id
            WHERE o.state IN ('live', 'maintained') AND n.state IN ('live', 'maintained')
            """),
    Invariant(
        "A priority answers one that gave way to its copy in a revision",
        broken: """
            SELECT r.id FROM plan_priority r JOIN plan p ON p.id = r.plan_id
            JOIN plan_priority a ON a.id = r.answers_id JOIN plan above ON above.id = a.plan_id
            JOIN plan_priority y ON y.copied_from_id = a.id AND y.removed_at IS NULL
            JOIN plan n ON n.id = y.plan_id
            WHERE above.state = 'superseded' AND n.state IN ('live', 'maintained') AND p.state <> 'superseded'
            """),
]
