import Kernel
import PlanRules
import Site

/// The routes of a plan's outcomes.
func outcomeRoutes(_ routes: inout Routes) {
    routes.get("/plans/:plan/priorities/:priority/outcomes/new", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(try newPage(visit, writing, OutcomeForm(new: visit.query("horizon") ?? "")).page)
    }
    routes.post("/plans/:plan/priorities/:priority/outcomes", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let priority: PriorityID = try visit.id("priority")
        let form = OutcomeForm(visit.form, isNew: true)
        let page = try newPage(visit, try await visit.writing(), form)
        return try await save(page, refusedAt: "words", reading: visit.writing) {
            _ = try await addOutcome(
                form.input(), criteria: form.typedCriteria, to: priority, of: plan, by: visit.actor,
                in: visit.database)
            return PlanLinks.priority(plan, priority)
        }
    }
    routes.get("/plans/:plan/outcomes/:outcome", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(try changePage(visit, writing).page)
    }
    routes.post("/plans/:plan/outcomes/:outcome", .signedIn, revise)
}

private func revise(_ visit: SignedIn) async throws -> Answer {
    let plan: PlanID = try visit.id("plan")
    let id: OutcomeID = try visit.id("outcome")
    let form = OutcomeForm(visit.form, isNew: false)
    let writing = try await visit.writing()
    let priority = try writing.written.priority(of: id).id
    var page = try changePage(visit, writing)
    (page.form, page.version) = (form, visit.form.version)
    let kept = { (writing: PlanWriting) in
        let saved = try writing.written.outcome(id)
        return (OutcomeForm(saved) as any PartForm, version: saved.version)
    }
    return try await save(page, refusedAt: "words", kept: kept, reading: visit.writing) {
        try await reviseOutcome(
            id, form.input(version: visit.form.version), of: plan, by: visit.actor, in: visit.database)
        return PlanLinks.priority(plan, priority)
    }
}

private func newPage(_ visit: SignedIn, _ writing: PlanWriting, _ form: OutcomeForm) throws -> PartPage {
    let priority = try writing.written.priority(visit.id("priority"))
    return PartPage(
        title: "An outcome", writing: writing, action: PlanLinks.outcomes(writing.plan.id, priority.id), form: form,
        token: visit.formToken, button: "Add the outcome", asking: "For “\(priority.title)”")
}

private func changePage(_ visit: SignedIn, _ writing: PlanWriting) throws -> PartPage {
    let outcome = try writing.written.outcome(visit.id("outcome"))
    return PartPage(
        title: "Change an outcome", writing: writing, action: PlanLinks.outcome(writing.plan.id, outcome.id),
        form: OutcomeForm(outcome), version: outcome.version, token: visit.formToken,
        below: removal(of: .outcome(outcome.id), in: writing.written, token: visit.formToken))
}
