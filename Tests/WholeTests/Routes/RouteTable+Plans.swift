import Database
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit

/// The plans that the rows name: a draft of the academy's English department, a live one, and a rapid one.
struct PlanThings {
    let draft: WrittenPlan
    let live: PlanID
    let rapid: WrittenPlan

    init(of trust: Willowbrook) async throws {
        draft = try await trust.written(trust.filledDraft())
        live = try await trust.livePlan()
        let plan = try await trust.draft(.rapid)
        let seat = trust.deputy.seats.first
        _ = try await addBlockage(
            BlockageInput(words: "No room", remover: seat, by: try await trust.schoolDay(trust.testDay)), to: plan,
            by: trust.head, in: trust.database)
        rapid = try await trust.written(plan)
    }
}

extension RouteTable {
    static func plans(_ things: PlanThings) -> [RouteRow] {
        reading(things) + parts(things) + blockages(things) + steps(things)
    }

    private static func reading(_ things: PlanThings) -> [RouteRow] {
        let live = PlanLinks.plan(things.live)
        return [
            .anybody("/plans"),
            RouteRow(
                method: .get, pattern: "/plans/new", path: "/plans/new", right: "James Oyelaran", nobody: 303,
                stranger: 200, reader: 403, success: 200),
            .write("/plans", "/plans", stranger: 422, success: 422),
            .read("/plans/:plan", live),
            .read("/plans/:plan/history", live + "/history", reader: 403),
            .read("/plans/:plan/hand-over", live + "/hand-over", reader: 403),
            .write("/plans/:plan/hand-over", live + "/hand-over", success: 422),
            .read("/plans/:plan/details", live + "/details", reader: 403, success: 409),
        ]
    }

    /// Of a draft, which a reader does not know of.
    private static func parts(_ things: PlanThings) -> [RouteRow] {
        let plan = PlanLinks.plan(things.draft.plan.id)
        let priority = plan + "/priorities/\(things.draft.priorities[0].id)"
        let outcome = plan + "/outcomes/\(things.draft.outcomes[0].id)"
        let criterion = plan + "/criteria/\(things.draft.criteria[0].id)"
        let action = plan + "/actions/\(things.draft.actions[0].id)"
        return [
            hidden(.post, "/plans/:plan/details", plan + "/details", success: 422),
            hidden(.get, "/plans/:plan/priorities/new", plan + "/priorities/new"),
            hidden(.post, "/plans/:plan/priorities", plan + "/priorities", success: 422),
            hidden(.get, "/plans/:plan/priorities/:priority", priority),
            hidden(.post, "/plans/:plan/priorities/:priority", priority, success: 422),
            hidden(
                .post, "/plans/:plan/priorities/:priority/place", priority + "/place", ["to": "later"], success: 303),
            hidden(.get, "/plans/:plan/priorities/:priority/outcomes/new", priority + "/outcomes/new"),
            hidden(.post, "/plans/:plan/priorities/:priority/outcomes", priority + "/outcomes", success: 422),
            hidden(.get, "/plans/:plan/priorities/:priority/actions/new", priority + "/actions/new"),
            hidden(.post, "/plans/:plan/priorities/:priority/actions", priority + "/actions", success: 422),
            hidden(.get, "/plans/:plan/outcomes/:outcome", outcome),
            hidden(.post, "/plans/:plan/outcomes/:outcome", outcome, success: 422),
            hidden(.get, "/plans/:plan/outcomes/:outcome/criteria/new", outcome + "/criteria/new"),
            hidden(.post, "/plans/:plan/outcomes/:outcome/criteria", outcome + "/criteria", success: 422),
            hidden(.get, "/plans/:plan/criteria/:criterion", criterion),
            hidden(.post, "/plans/:plan/criteria/:criterion", criterion, success: 422),
            hidden(.get, "/plans/:plan/criteria/:criterion/status", criterion + "/status"),
            hidden(.post, "/plans/:plan/criteria/:criterion/status", criterion + "/status", success: 422),
            hidden(.get, "/plans/:plan/actions/:action", action),
            hidden(.post, "/plans/:plan/actions/:action", action, success: 422),
            hidden(
                .post, "/plans/:plan/removals", plan + "/removals", ["part": "outcome.\(things.draft.outcomes[0].id)"],
                success: 303),
            hidden(
                .post, "/plans/:plan/removals/end", plan + "/removals/end",
                ["part": "outcome.\(things.draft.outcomes[0].id)"], success: 303),
            hidden(
                .get, "/plans/:plan/endings", plan + "/endings?part=action.\(things.draft.actions[0].id)", success: 200),
            hidden(
                .post, "/plans/:plan/endings", plan + "/endings", ["part": "action.\(things.draft.actions[0].id)"],
                success: 409),
        ]
    }

    private static func blockages(_ things: PlanThings) -> [RouteRow] {
        let plan = PlanLinks.plan(things.rapid.plan.id)
        let blockage = plan + "/blockages/\(things.rapid.blockages[0].id)"
        return [
            hidden(.get, "/plans/:plan/blockages/new", plan + "/blockages/new"),
            hidden(.post, "/plans/:plan/blockages", plan + "/blockages", success: 422),
            hidden(.get, "/plans/:plan/blockages/:blockage", blockage),
            hidden(.post, "/plans/:plan/blockages/:blockage", blockage, success: 422),
            hidden(.get, "/plans/:plan/blockages/:blockage/clearing", blockage + "/clearing"),
            hidden(.post, "/plans/:plan/blockages/:blockage/clearing", blockage + "/clearing", success: 422),
        ]
    }

    /// From draft to the end, in the order in which they are possible; once it is approved, a reader knows of it.
    private static func steps(_ things: PlanThings) -> [RouteRow] {
        let plan = PlanLinks.plan(things.draft.plan.id)
        let rows: [RouteRow] = [
            hidden(.post, "/plans/:plan/disposal", plan + "/disposal", success: 303),
            hidden(.post, "/plans/:plan/disposal/end", plan + "/disposal/end", success: 303),
            // Nothing waits for approval yet.
            hidden(.post, "/plans/:plan/withdrawal", plan + "/withdrawal", success: 409),
            hidden(.post, "/plans/:plan/submission", plan + "/submission", success: 303),
            hidden(.post, "/plans/:plan/return", plan + "/return", right: "Kate Brennan", success: 422),
            // Nobody approved it yet.
            hidden(.post, "/plans/:plan/approval/end", plan + "/approval/end", right: "Kate Brennan", success: 409),
            hidden(.post, "/plans/:plan/approval", plan + "/approval", right: "Kate Brennan", success: 303),
            .write("/plans/:plan/start", plan + "/start"),
            .write("/plans/:plan/maintenance", plan + "/maintenance", ["words": "It holds"]),
            .write("/plans/:plan/maintenance/end", plan + "/maintenance/end"),
            .write("/plans/:plan/revision", plan + "/revision"),
            .write("/plans/:plan/archive", plan + "/archive", ["words": "Done"]),
        ]
        return rows.map { $0.pressed(on: plan) }
    }

    /// About a plan that is not published: a reader finds no more than a stranger does.
    private static func hidden(
        _ method: HTTPRequest.Method, _ pattern: String, _ path: String, _ fields: [String: String] = [:],
        right: String = "James Oyelaran", success: Int = 200
    ) -> RouteRow {
        RouteRow(
            method: method, pattern: pattern, path: path, fields: fields, right: right, nobody: 303, stranger: 404,
            reader: 404, success: success)
    }
}
