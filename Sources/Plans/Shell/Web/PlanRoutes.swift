import HTTPTypes
import Kernel
import PlanRules
import Site

/// The page of a plan, its steps, and what happened to it.
func planRoutes(_ routes: inout Routes) {
    routes.get("/plans/:plan", .signedIn) { visit in
        .page(try await visit.planPage().page)
    }
    routes.get("/plans/:plan/history", .signedIn) { visit in
        let (opened, entries) = try await readHistory(of: visit.id("plan"), for: visit.actor, in: visit.database)
        return .page(PlanHistoryPage(opened: opened, entries: entries).page)
    }
    routes.post("/plans/:plan/submission", .signedIn) { visit in
        try await step(visit) { try await submitPlan($0, seen: $1, by: visit.actor, in: visit.database) }
    }
    routes.post("/plans/:plan/withdrawal", .signedIn) { visit in
        try await step(visit) { try await withdrawPlan($0, seen: $1, by: visit.actor, in: visit.database) }
    }
    routes.post("/plans/:plan/disposal", .signedIn) { visit in
        try await step(visit) { try await discardPlan($0, seen: $1, by: visit.actor, in: visit.database) }
    }
    routes.post("/plans/:plan/disposal/end", .signedIn) { visit in
        try await step(visit) { id, _ in try await bringBackPlan(id, by: visit.actor, in: visit.database) }
    }
    routes.post("/plans/:plan/approval", .signedIn) { visit in
        try await step(visit) { try await approvePlan($0, seen: $1, by: visit.actor, in: visit.database) }
    }
    routes.post("/plans/:plan/approval/end", .signedIn) { visit in
        try await step(visit) { try await reconsiderPlan($0, seen: $1, by: visit.actor, in: visit.database) }
    }
    routes.post("/plans/:plan/return", .signedIn) { visit in
        try await step(visit) {
            try await sendBackPlan($0, words: visit.form.text("words"), seen: $1, by: visit.actor, in: visit.database)
        }
    }
    routes.post("/plans/:plan/start", .signedIn) { visit in
        try await step(visit, .live) { try await putPlanLive($0, seen: $1, by: visit.actor, in: visit.database) }
    }
    routes.post("/plans/:plan/maintenance", .signedIn) { visit in
        try await step(visit) {
            try await maintainPlan($0, words: visit.form.text("words"), seen: $1, by: visit.actor, in: visit.database)
        }
    }
    routes.post("/plans/:plan/maintenance/end", .signedIn) { visit in
        try await step(visit) { try await resumePlan($0, seen: $1, by: visit.actor, in: visit.database) }
    }
    routes.post("/plans/:plan/archive", .signedIn) { visit in
        try await step(visit) {
            try await archivePlan($0, words: visit.form.text("words"), seen: $1, by: visit.actor, in: visit.database)
        }
    }
}

/// Takes a step with the plan that the page showed, and shows the plan, or Today where it was taken there. A step that was
/// refused for its words keeps them; when the plan is another one by now, it is shown as it is.
private func step(
    _ visit: SignedIn, _ deed: DoneOnToday.Deed = .approved, _ work: (PlanID, _ seen: Int) async throws -> Void
) async throws -> Answer {
    let id: PlanID = try visit.id("plan")
    do {
        try await work(id, visit.form.version)
    } catch Refusal.invalid(let errors) {
        var page = try await visit.planPage()
        (page.words, page.errors) = (visit.form.text("words"), errors)
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.stale {
        var page = try await visit.planPage()
        (page.words, page.isOvertaken) = (visit.form.text("words"), true)
        return .page(page.page, status: .conflict)
    }
    return visit.done(deed, seenAt: PlanLinks.plan(id))
}

extension SignedIn {
    func planPage() async throws -> PlanPage {
        let seen = try await readPlan(id("plan"), for: actor, in: database)
        var page = PlanPage(seen: seen, token: formToken, additions: try await PlanAdditions(to: seen, self))
        page.removed = query("removed").flatMap { PlanPart($0) }
        return page
    }
}
