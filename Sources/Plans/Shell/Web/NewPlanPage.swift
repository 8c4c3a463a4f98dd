import Evaluations
import HTTPTypes
import Kernel
import Markup
import PlanRules
import Site

/// Begins a plan: where, from which pro-forma, when, and from which judgements.
struct NewPlanPage: Sendable {
    let choices: DraftChoices
    let form: NewPlanForm
    let token: String
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Begin a plan", section: .plans, crumbs: [Page.Crumb("Plans", PlanLinks.list)], errors: errors,
            body: choices.proFormas.isEmpty ? nothingToBeginWith : "\(fromJudgements)\(fields)")
    }

    /// The road that most plans take, for those who came another way.
    private var fromJudgements: HTML {
        guard choices.picked.isEmpty else { return .nothing }
        if choices.judged.isEmpty {
            return """
                <p>A plan can begin from what was judged: pick its weakest statements on the page of an \
                <a href="/evaluations">agreed evaluation</a>.</p>
                """
        }
        let links: HTML = choices.judged.html {
            "<li><a href=\"\(PlanLinks.weakest(of: $0.id))\">\($0.toolName)</a>, agreed \($0.agreedOn.long)</li>"
        }
        return "<p>A plan can begin from what was judged:</p><ul>\(links)</ul>"
    }

    private var place: HTML {
        if choices.places.count == 1, let only = choices.places.first, errors.sentence(for: "place") == nil {
            return """
                <input type="hidden" name="place" value="\(only.place.planChoice)">\
                \(summaryList([SummaryRow("For", "\(only.name)")]))
                """
        }
        return selectField(
            FormField("place", "School or department", errors: errors),
            choices: choices.places.map { Choice($0.place.planChoice, $0.name) }, chosen: form.place)
    }

    private var nothingToBeginWith: HTML {
        emptyState("Plans are begun from a pro-forma of the catalogue, and this trust has none yet.")
    }

    private var fields: HTML {
        postForm(
            PlanLinks.list, token: token, makes: true,
            """
            \(.when(!errors.isEmpty, "<button class=\"vh\" tabindex=\"-1\" aria-hidden=\"true\">Begin the plan</button>"))\
            \(picked)\(place)\
            \(radioGroup(
                FormField("pro-forma", "Kind of plan", errors: errors), choices: choices.proFormas.map(proForma),
                chosen: form.proForma))\
            \(textField(FormField("title", "Name of the plan", errors: errors), value: form.title))\
            \(when)\(buttonRow(button("Begin the plan", .primary)))
            """)
    }

    private func proForma(_ proForma: ProForma) -> Choice {
        let limits = [
            proForma.maxPriorities == 1 ? "one priority" : "at most \(proForma.maxPriorities) priorities",
            proForma.maxActions.map { "\($0) actions" }, proForma.weeks.map { "\($0) school weeks" },
        ].compactMap { $0 }.joined(separator: ", ")
        return Choice(proForma.id.text, proForma.name, hint: "\(proForma.purpose) \(limits.capitalisedFirst).")
    }

    private var when: HTML {
        let windows = choices.windows.map {
            Choice($0.planChoice, $0.name, hint: "\($0.first.long) to \($0.last.long)")
        }
        let days = form.starts.day.map { first in
            PlanDays(from: first, to: max(first, form.ends.day ?? first), in: choices.calendar)
        }
        return """
            \(radioGroup(
                FormField("when", "When it runs", errors: errors),
                choices: windows + [Choice(NewPlanForm.otherDays, "On other days")], chosen: form.when))\
            <div class="named">\(dayField(FormField("from", "From", errors: errors), form.starts, in: days))\
            \(dayField(
                FormField(
                    "to", "To", hint: "A rapid action plan ends by itself: leave this empty.", errors: errors,
                    isOptional: true), form.ends, in: days))</div>
            """
    }

    /// The statements that were picked, which can still be taken out.
    private var picked: HTML {
        guard !choices.picked.isEmpty else { return .nothing }
        let many = choices.picked.count > 1 || form.grouping == "all"
        return """
            <input type="hidden" name="evaluation" value="\(form.evaluation)">\
            \(checkboxGroup(
                FormField("item", "From these statements", hint: tooMany, errors: errors),
                choices: choices.picked.map {
                    Choice($0.item.text, "\($0.number) \($0.text)", hint: "Agreed: \($0.agreed?.level?.word ?? "left until next time")")
                }, chosen: Set(form.items)))\
            \(.when(many, grouping))
            """
    }

    /// Told before it is refused.
    private var tooMany: String? {
        let chosen = choices.proFormas.first { $0.id.text == form.proForma }
        guard let chosen, !chosen.allows(priorities: choices.picked.count) else { return nil }
        let most = chosen.maxPriorities == 1 ? "one priority" : "at most \(chosen.maxPriorities) priorities"
        return "The kind of plan chosen below holds \(most). Untick some, or make one priority of all of them."
    }

    private var grouping: HTML {
        """
        \(radioGroup(
            FormField("grouping", "As how many priorities", errors: errors),
            choices: [Choice("each", "One for each statement"), Choice("all", "One for all of them")],
            chosen: form.grouping))\
        \(textField(
            FormField(
                "together", "What the one priority is called",
                hint: "Only where one priority is made of all. The first statement’s words when left empty.",
                errors: errors, isOptional: true), value: form.together))
        """
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// The two routes of beginning.
func newPlanRoutes(_ routes: inout Routes) {
    routes.get(PlanLinks.new, .signedIn) { visit in
        var form = NewPlanForm()
        (form.evaluation, form.items) = (visit.query("evaluation") ?? "", visit.queries("item"))
        if let picked = form.picked, picked.items.isEmpty {
            return .seeOther(PlanLinks.weakest(of: picked.evaluation, isAskedAgain: true))
        }
        let place = visit.query("place").flatMap { Place(planChoice: $0) }
        let choices = try await draftChoices(
            for: visit.actor, at: place, picked: form.picked, in: visit.database)
        form.suggest(from: choices, at: place)
        return .page(NewPlanPage(choices: choices, form: form, token: visit.formToken).page)
    }
    routes.post(PlanLinks.list, .signedIn) { visit in
        let form = NewPlanForm(visit.form)
        let choices = try await draftChoices(
            for: visit.actor, at: Place(planChoice: form.place), picked: form.picked, in: visit.database)
        do {
            let id = try await draftPlan(form.input(choices), by: visit.actor, in: visit.database)
            return .seeOther(PlanLinks.plan(id))
        } catch Refusal.invalid(let errors) {
            return refused(choices, form, errors, visit)
        } catch Refusal.conflict(let sentence) {
            return refused(choices, form, FieldErrors([(form.evaluation.isEmpty ? "title" : "item", sentence)]), visit)
        }
    }
}

private func refused(_ choices: DraftChoices, _ form: NewPlanForm, _ errors: FieldErrors, _ visit: SignedIn) -> Answer {
    .page(
        NewPlanPage(choices: choices, form: form, token: visit.formToken, errors: errors).page,
        status: .unprocessableContent)
}

extension NewPlanForm {
    /// What most people will want: the place that was asked for or judged, its kind of plan, the rest of this year.
    fileprivate mutating func suggest(from choices: DraftChoices, at asked: Place?) {
        let only = choices.places.count == 1 ? choices.places[0].place : nil
        let place = asked ?? choices.pickedPlace ?? only
        self.place = place?.planChoice ?? ""
        let kind = place.map { $0.department == nil ? PlanKind.school : .department }
        proForma = (choices.proFormas.first { $0.kind == kind } ?? choices.proFormas.first)?.id.text ?? ""
        when = choices.windows.last?.planChoice ?? Self.otherDays
        items = choices.picked.map(\.item.text)
        // `English: Curriculum intent`; the page says everywhere which school it is.
        let name = choices.places.first { $0.place == place }?.name.split(separator: ": ").last
        let tool = choices.picked.first?.toolName
        title = tool.map { tool in name.map { "\($0): \(tool.lowercasedFirst)" } ?? tool } ?? ""
    }
}
