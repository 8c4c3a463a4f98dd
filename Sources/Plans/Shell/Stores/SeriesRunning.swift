import Database

/// Of series `k`: neither it was ended or taken out, nor its action or outcome, nor the priority that these belong to.
/// Whoever ends a priority or an action leaves its series as they are, so every question about series that go on asks this.
let seriesRuns: SQL = """
    k.removed_at IS NULL AND k.ended_on IS NULL
    AND (EXISTS (SELECT 1 FROM plan_action a JOIN plan_priority y ON y.id = a.priority_id
                 WHERE a.id = k.action_id AND a.removed_at IS NULL AND a.ended_on IS NULL
                     AND y.removed_at IS NULL AND y.ended_on IS NULL)
         OR EXISTS (SELECT 1 FROM plan_outcome o JOIN plan_priority y ON y.id = o.priority_id
                    WHERE o.id = k.outcome_id AND o.removed_at IS NULL
                        AND y.removed_at IS NULL AND y.ended_on IS NULL))
    """
