import App
import Database
import Kernel
import PlanRules
import Plans
import TestKit

/// A small plan of the academy's English department with one action and one outcome, for tests of what is checked.
struct CheckedPlan: Sendable {
    let trust: Willowbrook
    let plan: PlanID
    let action: ActionID
    let outcome: OutcomeID
    let calendar: SchoolCalendar
    /// The first school day after the day of the tests.
    let start: Day

    var database: any Database { trust.database }
    /// Whoever looks: the head of English.
    var seat: SeatID { trust.headOfEnglish.seats[0] }

    static func with(
        _ engine: Engine, at place: @Sendable (Willowbrook) -> Place = { $0.english },
        _ body: (CheckedPlan) async throws -> Void
    ) async throws {
        try await Willowbrook.with(engine) { trust in
            try await body(try await CheckedPlan.draft(in: trust, at: place(trust)))
        }
    }

    static func draft(in trust: Willowbrook, at place: Place) async throws -> CheckedPlan {
        let plan = try await trust.draft(at: place)
        let priority = try await trust.addPriority(to: plan)
        let outcome = try await trust.addOutcome(to: priority, of: plan)
        let action = try await trust.addAction(to: priority, of: plan)
        return try await trust.database.read { tx in
            let calendar = try tx.calendar(at: place)
            guard let start = calendar.nextSchoolDay(after: tx.today) else { throw Refusal.notFound }
            return CheckedPlan(
                trust: trust, plan: plan, action: action, outcome: outcome, calendar: calendar, start: start)
        }
    }

    /// Plans a series as the head of English.
    @discardableResult
    func planned(
        _ rhythm: CheckRhythm = .fortnightly, for subject: CheckPlan.Subject? = nil, days: [Day] = [],
        weeks: Int = 8, looked: String = "Reading aloud in three lessons"
    ) async throws -> CheckPlanID {
        let input = CheckPlanInput(
            looked: looked, how: "Ten minutes each", seat: seat, rhythm: rhythm, first: start,
            last: start + 7 * weeks, days: days, version: 0)
        return try await planCheck(
            input, for: subject ?? .action(action), of: plan, by: trust.headOfEnglish, in: database)
    }

    func goLive() async throws { try await trust.putLive(plan) }

    struct Stored: Sendable, Equatable {
        let id: CheckID
        let look: Look
        let isOpen: Bool
        let calledOff: Day?
    }

    /// Every look, soonest first.
    func looks() async throws -> [Stored] {
        try await database.read { [plan] tx in
            try tx.rows(
                """
                SELECT c.id, c.due_on, c.until_on, c.called_off_on,
                       (SELECT COUNT(*) FROM open_check w WHERE w.check_id = c.id AND w.due_on = c.due_on
                                                            AND w.until_on = c.until_on)
                FROM impact_check c WHERE c.plan_id = \(plan) ORDER BY c.due_on, c.id
                """
            ) { row in
                let waits: Int = try row[4]
                return Stored(
                    id: try row[0], look: Look(due: try row[1], until: try row[2]), isOpen: waits == 1,
                    calledOff: try row[3])
            }
        }
    }

    func travel(to day: Day) { trust.trust.clock.set(to: day) }
}
