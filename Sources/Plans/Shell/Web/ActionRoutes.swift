import Kernel
import PlanRules
import Site

/// The routes of a plan's actions.
func actionRoutes(_ routes: inout Routes) {
    routes.get("/plans/:plan/priorities/:priority/actions/new", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(try newPage(visit, writing).page)
    }
    routes.post("/plans/:plan/priorities/:priority/actions", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let priority: PriorityID = try visit.id("priority")
        let form = ActionForm(visit.form)
        var page = try newPage(visit, try await visit.writing())
        page.form = form
        return try await save(page, refusedAt: "what", reading: visit.writing) {
            let id = try await addAction(
                form.input(), to: priority, of: plan, by: visit.actor, in: visit.database)
            return PlanLinks.action(plan, id)
        }
    }
    routes.get("/plans/:plan/actions/:action", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(try changePage(visit, writing).page)
    }
    routes.post("/plans/:plan/actions/:action", .signedIn, revise)
}

private func revise(_ visit: SignedIn) async throws -> Answer {
    let plan: PlanID = try visit.id("plan")
    let id: ActionID = try visit.id("action")
    let form = ActionForm(visit.form)
    var page = try changePage(visit, try await visit.writing())
    (page.form, page.version) = (form, visit.form.version)
    let kept = { (writing: PlanWriting) in
        let saved = try writing.written.action(id)
        return (ActionForm(saved) as any PartForm, version: saved.version)
    }
    return try await save(page, refusedAt: "what", kept: kept, reading: visit.writing) {
        try await reviseAction(
            id, form.input(version: visit.form.version), of: plan, by: visit.actor, in: visit.database)
        return PlanLinks.action(plan, id)
    }
}

private func newPage(_ visit: SignedIn, _ writing: PlanWriting) throws -> PartPage {
    let priority = try writing.written.priority(visit.id("priority"))
    let hasRoom = writing.proForma.allows(actions: writing.written.runningActions.count + 1)
    return PartPage(
        title: "An action", writing: writing, action: PlanLinks.actions(writing.plan.id, priority.id),
        form: ActionForm(), token: visit.formToken, button: "Add the action",
        asking: hasRoom ? "For “\(priority.title)”" : writing.proForma.actionsSentence ?? "")
}

private func changePage(_ visit: SignedIn, _ writing: PlanWriting) throws -> PartPage {
    let action = try writing.written.action(visit.id("action"))
    return PartPage(
        title: "Change an action", writing: writing, action: PlanLinks.editAction(writing.plan.id, action.id),
        form: ActionForm(action), version: action.version, token: visit.formToken,
        below: removal(of: .action(action.id), in: writing.written, token: visit.formToken))
}
