import Kernel
import Markup
import PlanRules
import Site

/// A priority as it was typed.
struct PriorityForm: PartForm {
    let title: String
    let why: String
    let stops: String
    let answers: String

    init(_ priority: Priority? = nil) {
        (title, why, stops) = (priority?.title ?? "", priority?.why ?? "", priority?.stops ?? "")
        answers = priority?.answers?.text ?? ""
    }

    init(_ form: Form) {
        (title, why, stops) = (form.text("title"), form.text("why"), form.text("stops"))
        answers = form.text("answers")
    }

    func input(version: Int = 0) throws -> PriorityInput {
        guard answers.isEmpty || PriorityID(answers) != nil else {
            throw Refusal.invalid("answers", "Choose a priority from the list, or none.")
        }
        return PriorityInput(title: title, why: why, stops: stops, answers: PriorityID(answers), version: version)
    }

    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        let proForma = writing.proForma
        return """
            \(asked(.title, proForma, errors) { textArea($0, value: title, rows: 2) })\
            \(asked(.why, proForma, errors, isWanted: !why.isEmpty) { textArea($0, value: why, rows: 4) })\
            \(asked(.stops, proForma, errors, isWanted: !stops.isEmpty) { textArea($0, value: stops, rows: 3) })\
            \(above(writing, errors))
            """
    }

    func lines(_ writing: PlanWriting) -> [(label: String, text: String)] {
        let proForma = writing.proForma
        let answered = writing.above.first { $0.id.text == answers }?.title ?? ""
        return [
            (proForma.field(.title).label, title), (proForma.field(.why).label, why),
            (proForma.field(.stops).label, stops), ("Answers", answered),
        ].filter { !$0.1.isEmpty }
    }

    private func above(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        guard !writing.above.isEmpty else { return .nothing }
        return selectField(
            FormField(
                "answers",
                writing.plan.place.department == nil
                    ? "Priority of the trust that it answers"
                    : "Priority of the school that it answers", errors: errors, isOptional: true),
            choices: writing.above.map { Choice($0.id.text, "\($0.title) (\($0.planTitle))") }, chosen: answers,
            nobody: "None")
    }
}

/// The routes of a plan's priorities.
func priorityRoutes(_ routes: inout Routes) {
    routes.get("/plans/:plan/priorities/new", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(newPage(visit, writing).page)
    }
    routes.post("/plans/:plan/priorities", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let form = PriorityForm(visit.form)
        var page = newPage(visit, try await visit.writing())
        page.form = form
        return try await save(page, refusedAt: "title", reading: visit.writing) {
            let id = try await addPriority(form.input(), to: plan, by: visit.actor, in: visit.database)
            return PlanLinks.priority(plan, id)
        }
    }
    routes.get("/plans/:plan/priorities/:priority", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(try changePage(visit, writing).page)
    }
    routes.post("/plans/:plan/priorities/:priority", .signedIn, revise)
    routes.post("/plans/:plan/priorities/:priority/place", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let id: PriorityID = try visit.id("priority")
        try await movePriority(
            id, earlier: visit.form.text("to") == "earlier", of: plan, by: visit.actor, in: visit.database)
        return .seeOther(PlanLinks.priority(plan, id))
    }
}

private func revise(_ visit: SignedIn) async throws -> Answer {
    let plan: PlanID = try visit.id("plan")
    let id: PriorityID = try visit.id("priority")
    let form = PriorityForm(visit.form)
    var page = try changePage(visit, try await visit.writing())
    (page.form, page.version) = (form, visit.form.version)
    let kept = { (writing: PlanWriting) in
        let saved = try writing.written.priority(id)
        return (PriorityForm(saved) as any PartForm, version: saved.version)
    }
    return try await save(page, refusedAt: "title", kept: kept, reading: visit.writing) {
        try await revisePriority(
            id, form.input(version: visit.form.version), of: plan, by: visit.actor, in: visit.database)
        return PlanLinks.priority(plan, id)
    }
}

private func newPage(_ visit: SignedIn, _ writing: PlanWriting) -> PartPage {
    let hasRoom = writing.proForma.allows(priorities: writing.written.running.count + 1)
    return PartPage(
        title: "A priority", writing: writing, action: PlanLinks.priorities(writing.plan.id), form: PriorityForm(),
        token: visit.formToken, button: "Add the priority",
        asking: hasRoom
            ? "One thing that is to change, and why it comes before the others."
            : writing.proForma.prioritiesSentence)
}

private func changePage(_ visit: SignedIn, _ writing: PlanWriting) throws -> PartPage {
    let priority = try writing.written.priority(visit.id("priority"))
    return PartPage(
        title: "Change a priority", writing: writing, action: PlanLinks.editPriority(writing.plan.id, priority.id),
        form: PriorityForm(priority), version: priority.version, token: visit.formToken,
        below: removal(of: .priority(priority.id), in: writing.written, token: visit.formToken))
}

extension SignedIn {
    func writing() async throws -> PlanWriting { try await readWriting(id("plan"), for: actor, in: database) }
}

/// Removes at once, because the next page can undo it; what others built on leads to its ending instead.
func removal(of part: PlanPart, in written: WrittenPlan, token: String) -> HTML {
    let plan = written.plan.id
    if written.isBuiltOn(part) {
        return "<p><a href=\"\(PlanLinks.ending(plan, part))\">End this \(part.name), with a reason</a></p>"
    }
    return postForm(
        PlanLinks.removals(plan), token: token,
        "<input type=\"hidden\" name=\"part\" value=\"\(part.text)\">\(button("Remove this \(part.name)", .link))")
}
