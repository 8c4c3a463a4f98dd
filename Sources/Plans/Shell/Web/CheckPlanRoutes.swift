import HTTPTypes
import Kernel
import People
import PlanRules
import Site

/// What will be looked at: planned, changed and taken out in a draft, ended once its words are sealed.
func checkPlanRoutes(_ routes: inout Routes) {
    for part in ["actions/:action", "outcomes/:outcome"] {
        routes.get("/plans/:plan/\(part)/checks/new", .signedIn, newSeries)
        routes.post("/plans/:plan/\(part)/checks", .signedIn) { visit in
            try await saveSeries(visit, subject: visit.subject(), changing: nil)
        }
    }
    routes.get("/plans/:plan/checks/:series", .signedIn) { visit in
        let desk = try await visit.desk(changing: visit.series())
        guard let check = desk.before else { throw Refusal.notFound }
        return .page(
            CheckPlanPage(desk: desk, series: check.id, form: CheckPlanForm(check), token: visit.formToken).page)
    }
    routes.post("/plans/:plan/checks/:series", .signedIn) { visit in
        let planned = try await visit.series()
        return try await saveSeries(visit, subject: planned.check.subject, changing: planned)
    }
    routes.post("/plans/:plan/checks/:series/removal", .signedIn) { try await remove($0, true) }
    routes.post("/plans/:plan/checks/:series/removal/end", .signedIn) { try await remove($0, false) }
    routes.get("/plans/:plan/checks/:series/ending", .signedIn) { visit in
        .page(CheckEndingPage(planned: try await visit.series(), token: visit.formToken).page)
    }
    routes.post("/plans/:plan/checks/:series/ending", .signedIn, endSeries)
}

extension SignedIn {
    /// The action or outcome in the address.
    fileprivate func subject() throws -> CheckPlan.Subject {
        (try? part("action")) != nil ? .action(try id("action")) : .outcome(try id("outcome"))
    }

    fileprivate func series() async throws -> PlannedCheck {
        try await readPlannedCheck(id("series"), of: id("plan"), for: actor, in: database)
    }

    fileprivate func desk(changing planned: PlannedCheck) async throws -> CheckDesk {
        try await readCheckDesk(
            planned.check.subject, of: planned.plan.id, changing: planned.check.id, for: actor, in: database)
    }
}

private func newSeries(_ visit: SignedIn) async throws -> Answer {
    let (desk, proposal) = try await readNewCheck(
        visit.subject(), of: visit.id("plan"), for: visit.actor, in: visit.database)
    let form = CheckPlanForm(proposal)
    return .page(CheckPlanPage(desk: desk, series: nil, form: form, token: visit.formToken).page)
}

/// The days are shown before anything is kept: it is kept when exactly these were shown.
private func saveSeries(
    _ visit: SignedIn, subject: CheckPlan.Subject, changing planned: PlannedCheck?
) async throws -> Answer {
    let plan: PlanID = try visit.id("plan")
    let series = planned?.check.id
    let form = CheckPlanForm(visit.form)
    let desk = try await readCheckDesk(
        subject, of: plan, changing: series, for: visit.actor, in: visit.database)
    var page = CheckPlanPage(desk: desk, series: series, form: form, token: visit.formToken)
    do {
        let input = form.input
        (page.looks, page.isCutShort) = try desk.looks(input)
        if form.shown != form.print { return .page(page.page) }
        try await planCheck(input, for: subject, of: plan, changing: series, by: visit.actor, in: visit.database)
        return .seeOther(CheckLinks.plan(plan, subject))
    } catch Refusal.invalid(let errors) {
        page.errors = errors
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.stale {
        return .page(staleSeries(page, desk).page, status: .conflict)
    }
}

/// What was typed is kept; sending it again knowingly replaces what somebody else saved.
private func staleSeries(_ page: CheckPlanPage, _ desk: CheckDesk) -> CheckPlanPage {
    var form = page.form
    form.version = desk.before?.version ?? 0
    var again = CheckPlanPage(desk: desk, series: page.series, form: form, token: page.token)
    (again.looks, again.isCutShort) = (page.looks, page.isCutShort)
    let saved = desk.before.map { " It now says: \(desk.inWords($0))" } ?? ""
    again.notice =
        "Somebody else changed this check meanwhile.\(saved) What you typed is kept below; saving replaces theirs."
    return again
}

extension CheckDesk {
    /// All that can be typed of a series: what, how, when and who.
    fileprivate func inWords(_ check: CheckPlan) -> String {
        let seat = seats.first { $0.id == check.seat }
        return [
            "“\(check.looked)”", check.how.isEmpty ? nil : "“\(check.how)”", CheckSchedule(check).words,
            seat.map { "by \($0.holderName)" },
        ].compactMap(\.self).joined(separator: ", ") + "."
    }
}

private func remove(_ visit: SignedIn, _ isRemoved: Bool) async throws -> Answer {
    let planned = try await visit.series()
    try await removeCheck(
        planned.check.id, isRemoved: isRemoved, of: planned.plan.id, by: visit.actor, in: visit.database)
    let address = PlanLinks.plan(planned.plan.id)
    return .seeOther(isRemoved ? "\(address)?removed-check=\(planned.check.id)" : address)
}

private func endSeries(_ visit: SignedIn) async throws -> Answer {
    let planned = try await visit.series()
    let reason = visit.form.text("reason")
    do {
        try await endCheck(
            planned.check.id, because: reason, version: visit.form.version, of: planned.plan.id,
            by: visit.actor, in: visit.database)
    } catch Refusal.invalid(let errors) {
        let page = CheckEndingPage(planned: planned, token: visit.formToken, reason: reason, errors: errors)
        return .page(page.page, status: .unprocessableContent)
    }
    return .seeOther(CheckLinks.plan(planned.plan.id, planned.check.subject))
}
