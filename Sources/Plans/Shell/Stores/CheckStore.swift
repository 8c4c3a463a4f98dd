import Database
package import Kernel
import People
package import PlanRules

/// A look as a verb needs it: what the rules decide on, and what it belongs to.
package struct CheckAtHand: Sendable {
    package let look: LookAtHand
    package let planned: PlannedCheck
    /// Whoever sits in it looks.
    package let seat: SeatID
    package let recorded: Recorded?

    package struct Recorded: Sendable {
        package let by: PersonID
        package let name: String
        package let at: Instant
        package let version: Int
    }

    package var place: Place { planned.plan.place }
}

extension Reading {
    /// - Throws: `Refusal.notFound` when there is none.
    package func check(_ id: CheckID) throws -> CheckAtHand {
        let found = try first(
            """
            SELECT c.check_plan_id, c.seat_id, c.due_on, c.until_on, c.called_off_on, c.version,
                   (SELECT COUNT(*) FROM open_check w WHERE w.check_id = c.id),
                   r.done_on, r.finding, r.rating, r.response, r.response_words, r.next_look_on,
                   r.done_by, d.name, r.done_at, r.version
            FROM impact_check c
            LEFT JOIN check_result r ON r.check_id = c.id
            LEFT JOIN person d ON d.id = r.done_by
            WHERE c.id = \(id)
            """
        ) { row in try FoundCheck(row) }
        guard let found else { throw Refusal.notFound }
        let planned = try plannedCheck(found.series)
        let check = ImpactCheck(
            id: id, plan: found.series, due: found.look.due, until: found.look.until, result: found.result)
        let others = try daysToCome(of: planned, besides: id)
        let look = LookAtHand(
            check: check, state: planned.plan.state, calledOff: found.calledOff, isOpen: found.isOpen,
            version: found.version, waiting: others.filter(\.waits).map(\.day),
            done: others.filter { !$0.waits }.map(\.day))
        return CheckAtHand(look: look, planned: planned, seat: found.seat, recorded: found.recorded)
    }

    /// The days on which the series is looked at besides this look. A look done early that this one asked for counts as
    /// one that waits: it is what was asked for.
    private func daysToCome(of planned: PlannedCheck, besides check: CheckID) throws -> [(day: Day, waits: Bool)] {
        try rows(
            """
            SELECT c.due_on, CASE WHEN r.check_id IS NULL OR c.asked_by_id = \(check) THEN 1 ELSE 0 END
            FROM impact_check c
            LEFT JOIN open_check w ON w.check_id = c.id
            LEFT JOIN check_result r ON r.check_id = c.id
            WHERE c.plan_id = \(planned.plan.id) AND c.due_on > \(today) AND c.check_plan_id = \(planned.check.id)
                AND c.id <> \(check)
                AND (r.check_id IS NOT NULL OR c.stopped_by_id = \(check)
                     OR (w.check_id IS NOT NULL AND (c.asked_by_id IS NULL OR c.asked_by_id <> \(check))))
            """
        ) { row in
            let waits: Int = try row[1]
            return (try row[0], waits == 1)
        }
    }
}

extension Reading {
    /// Where a look happens and who looks.
    func line(of check: CheckAtHand) throws -> SeenCheck.Line {
        let seat = try seat(check.seat, on: today)
        let names = try first(
            """
            SELECT s.name, d.name FROM impact_check c
            LEFT JOIN school s ON s.id = c.school_id LEFT JOIN department d ON d.id = c.department_id
            WHERE c.id = \(check.look.check.id)
            """
        ) { checkPlaceName(school: try $0[0], department: try $0[1]) }
        return SeenCheck.Line(
            placeName: names ?? "", seatName: seat?.role.name ?? "", holder: seat?.holder?.name)
    }

    /// By what one will know that it works.
    func signs(of subject: CheckPlan.Subject) throws -> [String] {
        switch subject {
        case .action(let action):
            try rows("SELECT seen FROM plan_action WHERE id = \(action) AND seen <> ''") { try $0[0] as String }
        case .outcome(let outcome):
            try rows(
                """
                SELECT words FROM plan_criterion WHERE outcome_id = \(outcome) AND removed_at IS NULL ORDER BY position
                """
            ) { try $0[0] as String }
        }
    }

    /// What was found on the look of the series that was done last before this one.
    func lastTime(before check: CheckAtHand) throws -> LastTime? {
        let done = check.recorded?.at ?? moment
        return try first(
            """
            SELECT r.done_on, r.finding, r.rating, r.response, r.response_words, r.next_look_on
            FROM check_result r JOIN impact_check c ON c.id = r.check_id
            WHERE c.check_plan_id = \(check.planned.check.id) AND c.called_off_on IS NULL
              AND c.id <> \(check.look.check.id) AND r.done_at <= \(done)
            ORDER BY r.done_at DESC, r.check_id DESC LIMIT 1
            """
        ) { try CheckResult.read($0, 0) }.flatMap { $0 }.map { LastTime(result: $0) }
    }
}

private struct FoundCheck {
    let series: CheckPlanID
    let seat: SeatID
    let look: Look
    let calledOff: Day?
    let version: Int
    let isOpen: Bool
    let result: CheckResult?
    let recorded: CheckAtHand.Recorded?

    init(_ row: borrowing Row) throws {
        series = try row[0]
        seat = try row[1]
        look = Look(due: try row[2], until: try row[3])
        calledOff = try row[4]
        version = try row[5]
        let waits: Int = try row[6]
        isOpen = waits > 0
        result = try CheckResult.read(row, 7)
        recorded =
            result == nil
            ? nil : CheckAtHand.Recorded(by: try row[13], name: try row[14], at: try row[15], version: try row[16])
    }
}

extension Transaction {
    /// A look that is about to change. What follows from it may end a part of its plan, and what ends there or moves with the
    /// calendar calls it off, so it follows every other change of the plan.
    ///
    /// - Throws: `Refusal.notFound` when there is none.
    package func checkToChange(_ id: CheckID) throws -> CheckAtHand {
        let check = try check(id)
        try countChange(of: check.planned.plan.id)
        return check
    }

    /// - Throws: `Refusal.stale` when somebody recorded this look since the page was read.
    package func save(_ change: CheckRecorded, of check: CheckAtHand, by person: PersonID) throws {
        let raised = try run(
            """
            UPDATE impact_check SET version = version + 1 WHERE id = \(change.check) AND version = \(change.version)
            """)
        guard raised == 1 else { throw Refusal.stale }
        let result = change.result
        try run(
            """
            INSERT INTO check_result (check_id, done_on, done_by, done_at, finding, rating, response, response_words,
                                      next_look_on, version)
            VALUES (\(change.check), \(result.day), \(person), \(moment), \(result.finding), \(result.rating),
                    \(result.response?.kind), \(result.response?.words ?? ""), \(result.response?.nextLook), 1)
            """)
        try run("DELETE FROM open_check WHERE check_id = \(change.check)")
        try carryOut(result, next: change.next, of: check)
        try save(change.evidence, of: change.check, by: person)
    }

    /// What follows from a response: one more look, or the end of what was checked.
    func carryOut(_ result: CheckResult, next: Look?, of check: CheckAtHand) throws {
        let id = check.look.check.id
        if let next { try add([next], to: check.planned, askedBy: id) }
        guard case .stop = result.response else { return }
        switch check.planned.check.subject {
        case .action(let action):
            try run(
                """
                UPDATE plan_action SET ended_on = \(result.day), ended_reason = \(Ending.checkStoppedIt),
                    version = version + 1
                WHERE id = \(action) AND ended_on IS NULL
                """)
            try callOffChecks(of: .action(action), stoppedBy: id)
        case .outcome:
            let series = check.planned.check.id
            try run(
                """
                UPDATE check_plan SET ended_on = \(result.day), ended_reason = \(Ending.checkStoppedIt),
                    version = version + 1
                WHERE id = \(series) AND ended_on IS NULL
                """)
            try callOffChecks(of: .series(series), stoppedBy: id)
        }
    }
}
