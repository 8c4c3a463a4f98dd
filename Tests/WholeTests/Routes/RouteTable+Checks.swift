import Database
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit

/// The looks that the rows name: a series of a draft, and the first look of a live plan, which is due in a week at most.
struct CheckThings {
    let draft: WrittenPlan
    let series: CheckPlanID
    let live: PlanID
    let sealed: CheckPlanID
    let check: CheckID

    init(of trust: Willowbrook) async throws {
        let plan = try await trust.filledDraft()
        series = try await CheckThings.plan(of: plan, in: trust)
        draft = try await trust.written(plan)
        let other = try await trust.filledDraft()
        let planned = try await CheckThings.plan(of: other, in: trust)
        try await trust.putLive(other)
        let check = try await trust.database.read { try $0.checkSeries(of: other).first?.looks.first?.id }
        guard let check else { throw Refusal.notFound }
        (live, sealed, self.check) = (other, planned, check)
    }

    private static func plan(of plan: PlanID, in trust: Willowbrook) async throws -> CheckPlanID {
        let written = try await trust.written(plan)
        let action = written.priorities[0].actions[0].id
        let input = CheckPlanInput(
            looked: "Reading aloud in three lessons", how: "", seat: trust.headOfEnglish.seats.first, rhythm: .weekly,
            first: written.plan.starts, last: written.plan.ends, days: [], version: 0)
        return try await planCheck(input, for: .action(action), of: plan, by: trust.head, in: trust.database)
    }
}

extension RouteTable {
    static func checks(_ things: Things, _ checks: CheckThings) -> [RouteRow] {
        looks(things, checks) + series(checks)
    }

    private static func looks(_ things: Things, _ checks: CheckThings) -> [RouteRow] {
        let check = "/checks/\(checks.check)"
        let found = ["finding": "Seen", "rating": "green", "version": "1"]
        return [
            .anybody("/checks/missed"),
            .read("/schools/:school/health", "/schools/\(things.academy)/health"),
            .read("/checks/:check", check),
            .read("/checks/:check/files/:file", check + "/files/\(things.missing)", reader: 404, success: 404),
            // Files come with a form of their own kind; what it answers, CheckPageTests ask.
            .write("/checks/:check/look", check + "/look", stranger: 404, success: 400),
            .write("/checks/:check/result", check + "/result", found),
        ]
    }

    private static func series(_ checks: CheckThings) -> [RouteRow] {
        let plan = "/plans/\(checks.draft.plan.id)"
        let action = plan + "/actions/\(checks.draft.priorities[0].actions[0].id)/checks"
        let outcome = plan + "/outcomes/\(checks.draft.priorities[0].outcomes[0].id)/checks"
        let series = plan + "/checks/\(checks.series)"
        let sealed = "/plans/\(checks.live)/checks/\(checks.sealed)/ending"
        return [
            .read("/plans/:plan/actions/:action/checks/new", action + "/new", reader: 404),
            .write("/plans/:plan/actions/:action/checks", action, reader: 404, success: 422),
            .read("/plans/:plan/outcomes/:outcome/checks/new", outcome + "/new", reader: 404),
            .write("/plans/:plan/outcomes/:outcome/checks", outcome, reader: 404, success: 422),
            .read("/plans/:plan/checks/:series", series, reader: 404),
            .write("/plans/:plan/checks/:series", series, ["version": "1"], reader: 404, success: 422),
            .write("/plans/:plan/checks/:series/removal", series + "/removal", reader: 404),
            .write("/plans/:plan/checks/:series/removal/end", series + "/removal/end", reader: 404),
            .read("/plans/:plan/checks/:series/ending", sealed, reader: 403),
            .write("/plans/:plan/checks/:series/ending", sealed, ["version": "1"], success: 422),
        ]
    }
}
