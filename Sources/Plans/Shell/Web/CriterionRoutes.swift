import Kernel
import PlanRules
import Site

/// The routes of criteria: their words while a plan is written, how they stand while it is at work.
func criterionRoutes(_ routes: inout Routes) {
    routes.get("/plans/:plan/outcomes/:outcome/criteria/new", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(try newPage(visit, writing, "").page)
    }
    routes.post("/plans/:plan/outcomes/:outcome/criteria", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let outcome: OutcomeID = try visit.id("outcome")
        let words = visit.form.text("criterion")
        let writing = try await visit.writing()
        let priority = try writing.written.priority(of: outcome).id
        return try await save(newPage(visit, writing, words), refusedAt: "criterion", reading: visit.writing) {
            _ = try await addCriterion(words, to: outcome, of: plan, by: visit.actor, in: visit.database)
            return PlanLinks.priority(plan, priority)
        }
    }
    routes.get("/plans/:plan/criteria/:criterion", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(try changePage(visit, writing).page)
    }
    routes.post("/plans/:plan/criteria/:criterion", .signedIn, revise)
    routes.get("/plans/:plan/criteria/:criterion/status", .signedIn) { visit in
        .page(try statusPage(visit, try await visit.writing()).page)
    }
    routes.post("/plans/:plan/criteria/:criterion/status", .signedIn, judge)
}

private func revise(_ visit: SignedIn) async throws -> Answer {
    let plan: PlanID = try visit.id("plan")
    let id: CriterionID = try visit.id("criterion")
    let words = visit.form.text("criterion")
    var page = try changePage(visit, try await visit.writing())
    (page.form, page.version) = (CriterionForm(words: words), visit.form.version)
    let kept = { (writing: PlanWriting) in
        let saved = try writing.written.criterion(id)
        return (CriterionForm(words: saved.words) as any PartForm, version: saved.version)
    }
    let home = try page.writing.home(of: id)
    return try await save(page, refusedAt: "criterion", kept: kept, reading: visit.writing) {
        try await reviseCriterion(
            id, words: words, version: visit.form.version, of: plan, by: visit.actor, in: visit.database)
        return home
    }
}

private func judge(_ visit: SignedIn) async throws -> Answer {
    let plan: PlanID = try visit.id("plan")
    let id: CriterionID = try visit.id("criterion")
    let form = CriterionStatusForm(visit.form)
    var page = try statusPage(visit, try await visit.writing())
    (page.form, page.version) = (form, visit.form.version)
    let kept = { (writing: PlanWriting) in
        let saved = try writing.written.criterion(id)
        return (CriterionStatusForm(saved) as any PartForm, version: saved.version)
    }
    let home = try page.writing.home(of: id)
    return try await save(page, refusedAt: "status", kept: kept, reading: visit.writing) {
        try await judgeCriterion(
            id, form.input(version: visit.form.version), of: plan, by: visit.actor, in: visit.database)
        return home
    }
}

private func newPage(_ visit: SignedIn, _ writing: PlanWriting, _ words: String) throws -> PartPage {
    let outcome = try writing.written.outcome(visit.id("outcome"))
    return PartPage(
        title: "A criterion", writing: writing, action: PlanLinks.criteria(writing.plan.id, outcome.id),
        form: CriterionForm(words: words), token: visit.formToken, button: "Add the criterion",
        asking: "For “\(outcome.words)”")
}

private func changePage(_ visit: SignedIn, _ writing: PlanWriting) throws -> PartPage {
    let criterion = try writing.written.criterion(visit.id("criterion"))
    return PartPage(
        title: "Change a criterion", writing: writing, action: PlanLinks.criterion(writing.plan.id, criterion.id),
        form: CriterionForm(words: criterion.words), version: criterion.version, token: visit.formToken,
        below: removal(of: .criterion(criterion.id), in: writing.written, token: visit.formToken))
}

private func statusPage(_ visit: SignedIn, _ writing: PlanWriting) throws -> PartPage {
    let criterion = try writing.written.criterion(visit.id("criterion"))
    return PartPage(
        title: "How a criterion stands", writing: writing, action: PlanLinks.status(writing.plan.id, criterion.id),
        form: CriterionStatusForm(criterion), version: criterion.version, token: visit.formToken,
        button: "Save how it stands",
        asking: criterion.words)
}

extension PlanWriting {
    /// Where a criterion stands on the plan's page.
    fileprivate func home(of id: CriterionID) throws -> String {
        PlanLinks.priority(plan.id, try written.priority(of: written.outcome(of: id).id).id)
    }
}
