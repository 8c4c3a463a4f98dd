import Database
package import Kernel
package import PlanRules

extension Transaction {
    /// - Throws: `Refusal.stale` when it was corrected since the page was read; `Refusal.conflict` when one more look is
    ///   asked for and what was looked at has ended meanwhile.
    package func save(_ change: CheckCorrected, of check: CheckAtHand, by person: PersonID) throws {
        let result = change.result
        let written = try run(
            """
            UPDATE check_result SET finding = \(result.finding), rating = \(result.rating),
                response = \(result.response?.kind), response_words = \(result.response?.words ?? ""),
                next_look_on = \(result.response?.nextLook), version = version + 1
            WHERE check_id = \(change.check) AND version = \(change.version)
            """)
        guard written == 1 else { throw Refusal.stale }
        try takeBack(change.before, of: check)
        if change.next != nil, try !goesOn(check.planned) {
            throw Refusal.conflict("What was looked at has ended meanwhile, so nobody will look again.")
        }
        try carryOut(result, next: change.next, of: check)
        try save(change.evidence, of: change.check, by: person)
    }

    /// Undoes what followed from a response that is corrected.
    private func takeBack(_ result: CheckResult, of check: CheckAtHand) throws {
        if result.response?.nextLook != nil { try takeBackNextLook(askedBy: check) }
        guard case .stop = result.response else { return }
        switch check.planned.check.subject {
        case .action(let action):
            try run(
                """
                UPDATE plan_action SET ended_on = NULL, ended_reason = '', version = version + 1
                WHERE id = \(action) AND ended_on = \(result.day) AND ended_reason = \(Ending.checkStoppedIt)
                """)
        case .outcome:
            try run(
                """
                UPDATE check_plan SET ended_on = NULL, ended_reason = '', version = version + 1
                WHERE id = \(check.planned.check.id) AND ended_on = \(result.day)
                    AND ended_reason = \(Ending.checkStoppedIt)
                """)
        }
        try letWaitAgain(stoppedBy: check)
    }

    /// Unless it was done already.
    private func takeBackNextLook(askedBy check: CheckAtHand) throws {
        let asked: SQL = """
            SELECT c.id FROM impact_check c JOIN open_check w ON w.check_id = c.id
            WHERE c.plan_id = \(check.planned.plan.id) AND c.asked_by_id = \(check.look.check.id)
            """
        try run("UPDATE impact_check SET called_off_on = \(today) WHERE id IN (\(asked))")
        try run("DELETE FROM open_check WHERE check_id IN (\(asked))")
    }

    /// Save those whose plan, priority or series ended meanwhile by itself.
    private func letWaitAgain(stoppedBy check: CheckAtHand) throws {
        let plan = check.planned.plan
        guard plan.state.isAtWork else { return }
        let stopped: SQL = """
            plan_id = \(plan.id) AND stopped_by_id = \(check.look.check.id)
            AND check_plan_id IN (SELECT k.id FROM check_plan k WHERE k.plan_id = \(plan.id) AND \(seriesRuns))
            """
        try run(
            """
            INSERT INTO open_check (check_id, seat_id, school_id, department_id, plan_id, due_on, until_on)
            SELECT id, seat_id, school_id, department_id, plan_id, due_on, until_on FROM impact_check WHERE \(stopped)
            """)
        try run("UPDATE impact_check SET called_off_on = NULL, stopped_by_id = NULL WHERE \(stopped)")
    }

    /// Whether looks of this series fall due.
    private func goesOn(_ planned: PlannedCheck) throws -> Bool {
        guard planned.plan.state.isAtWork else { return false }
        let found = try first("SELECT 1 FROM check_plan k WHERE k.id = \(planned.check.id) AND \(seriesRuns)") {
            try $0[0] as Int
        }
        return found != nil
    }
}
