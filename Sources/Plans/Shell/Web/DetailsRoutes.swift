import HTTPTypes
import Kernel
import Markup
import People
import PlanRules
import Site

/// A plan's name and days as they were typed.
struct DetailsForm: PartForm {
    let title: String
    let starts: TypedDay
    let ends: TypedDay

    init(_ plan: Plan) { (title, starts, ends) = (plan.title, TypedDay(plan.starts), TypedDay(plan.ends)) }

    init(_ form: Form) {
        (title, starts, ends) = (form.text("title"), TypedDay(form, "from"), TypedDay(form, "to"))
    }

    /// - Throws: `Refusal.invalid` for days that cannot be read.
    func input(version: Int) throws -> PlanInput {
        var errors = FieldErrors()
        let from = starts.read("from", &errors)
        let to = ends.read("to", &errors)
        try errors.check()
        return PlanInput(title: title, from: from, to: to, version: version)
    }

    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        let days = days(in: writing.calendar)
        return """
            \(textField(FormField("title", "Name of the plan", errors: errors), value: title))\
            \(dayField(FormField("from", "From", errors: errors), starts, in: days))\
            \(dayField(FormField("to", "To", errors: errors), ends, in: days))
            """
    }

    func lines(_ writing: PlanWriting) -> [(label: String, text: String)] {
        [
            ("Name of the plan", title), ("From", starts.day?.long ?? starts.text), ("To", ends.day?.long ?? ends.text),
        ]
    }

    /// The days that were typed, as the limits of what may be offered instead of one of them.
    func days(in calendar: SchoolCalendar) -> PlanDays? {
        guard let first = starts.day, let last = ends.day else { return nil }
        return PlanDays(from: first, to: max(first, last), in: calendar)
    }
}

/// Name and days of a plan, its revision, and handing duties over.
func detailsRoutes(_ routes: inout Routes) {
    routes.get("/plans/:plan/details", .signedIn) { visit in
        let writing = try await visit.writing()
        try writing.written.checkWritable()
        return .page(detailsPage(visit, writing).page)
    }
    routes.post("/plans/:plan/details", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let form = DetailsForm(visit.form)
        var page = detailsPage(visit, try await visit.writing())
        (page.form, page.version) = (form, visit.form.version)
        let kept = { (writing: PlanWriting) in
            (DetailsForm(writing.plan) as any PartForm, version: writing.plan.version)
        }
        return try await save(page, refusedAt: "title", kept: kept, reading: visit.writing) {
            try await reviseDetails(
                form.input(version: visit.form.version), of: plan, by: visit.actor, in: visit.database)
            return PlanLinks.plan(plan)
        }
    }
    routes.post("/plans/:plan/revision", .signedIn) { visit in
        .seeOther(PlanLinks.plan(try await revisePlan(visit.id("plan"), by: visit.actor, in: visit.database)))
    }
    routes.get("/plans/:plan/hand-over", .signedIn) { visit in
        let form = HandOverForm(from: visit.query("from") ?? "", to: "")
        return .page(handOverPage(visit, try await visit.writing(), form).page)
    }
    routes.post("/plans/:plan/hand-over", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let form = HandOverForm(from: visit.form.text("from"), to: visit.form.text("to"))
        var page = handOverPage(visit, try await visit.writing(), form)
        do {
            return try await save(page, refusedAt: "from", reading: visit.writing) {
                try await handOverPlan(
                    plan, from: SeatID(form.from), to: SeatID(form.to), seen: visit.form.version, by: visit.actor,
                    in: visit.database)
                return PlanLinks.plan(plan)
            }
        } catch Refusal.stale {
            page.errors = FieldErrors([
                ("from", "Somebody changed this plan meanwhile. Look again at whose duties there are now.")
            ])
            return .page(page.page, status: .conflict)
        }
    }
}

private func detailsPage(_ visit: SignedIn, _ writing: PlanWriting) -> PartPage {
    PartPage(
        title: "Name and days", writing: writing, action: PlanLinks.details(writing.plan.id),
        form: DetailsForm(writing.plan), version: writing.plan.version, token: visit.formToken,
        asking: writing.proForma.weeksSentence ?? "")
}

private func handOverPage(_ visit: SignedIn, _ writing: PlanWriting, _ form: HandOverForm) -> PartPage {
    PartPage(
        title: "Hand duties over", writing: writing, action: PlanLinks.handOver(writing.plan.id), form: form,
        version: writing.opened.changes, token: visit.formToken, button: "Hand over",
        asking: """
            Actions owned and supported, checks to come and blockages to remove go to somebody else in one step. What \
            was looked at before stays with whoever looked.
            """)
}

/// Whose duties go to whom.
struct HandOverForm: PartForm {
    let from: String
    let to: String

    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        let seats = writing.opened.seats.values.sorted {
            ($0.holder?.name ?? "", $0.id) < ($1.holder?.name ?? "", $1.id)
        }
        let only = seats.count == 1 ? seats[0].id.text : writing.opened.vacant.first?.id.text
        return """
            \(radioGroup(
                FormField("from", "Whose duties", errors: errors),
                choices: seats.map { Choice($0.id.text, seatLabel($0), hint: duties(of: $0.id, writing)) },
                chosen: from.isEmpty ? only : from))\
            \(seatField(FormField("to", "Who takes them up", errors: errors), writing, chosen: to))
            """
    }

    func lines(_ writing: PlanWriting) -> [(label: String, text: String)] { [] }

    /// `2 actions, 1 blockage`
    private func duties(of seat: SeatID, _ writing: PlanWriting) -> String {
        let owned = writing.written.actions.count { $0.owner == seat }
        let supported = writing.written.actions.count { $0.supporter == seat }
        let blockages = writing.written.blockages.count { $0.remover == seat && $0.removed == nil }
        let parts = [
            owned == 0 ? nil : owned == 1 ? "owns an action" : "owns \(owned) actions",
            supported == 0 ? nil : supported == 1 ? "supports one" : "supports \(supported)",
            blockages == 0 ? nil : blockages == 1 ? "removes a blockage" : "removes \(blockages) blockages",
        ].compactMap { $0 }
        return parts.isEmpty ? "looks at what works" : parts.joined(separator: ", ")
    }
}
