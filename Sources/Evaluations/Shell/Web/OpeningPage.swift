import EvaluationRules
import HTTPTypes
import Kernel
import Markup
import Site
import ToolRules
import Tools

/// Opens an evaluation: which place, which tool, when.
struct OpeningPage: Sendable {
    let choices: OpeningChoices
    let form: OpeningForm
    let token: String
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Open an evaluation", section: .evaluate, crumbs: [Page.Crumb("Evaluate", EvaluationLinks.list)],
            errors: errors, body: choices.windows.isEmpty ? noYear : fields)
    }

    private var noYear: HTML {
        emptyState(
            "An evaluation is judged in a window of the school year, and this year has no dates yet.",
            firstStep: "<a href=\"/calendar\">Set the year up</a>")
    }

    private var fields: HTML {
        postForm(
            EvaluationLinks.list, token: token, makes: true,
            """
            \(selectField(
                FormField("place", "School or department", errors: errors),
                choices: choices.places.map { Choice($0.place.choice, $0.name) }, chosen: form.place))\
            \(radioGroup(
                FormField("tool", "Tool", errors: errors), choices: choices.tools.map(tool), chosen: form.tool))\
            \(radioGroup(
                FormField("window", "Judged in", errors: errors), choices: choices.windows.map(window),
                chosen: form.window))\
            \(buttonRow(button("Open the evaluation", .primary)))
            """)
    }

    private func tool(_ row: ToolVersionRow) -> Choice {
        let places = row.judgedFor.map { $0 == .school ? "a whole school" : "a department" }.sorted()
        return Choice(
            row.id.text, row.name, hint: "\(row.judgedItems) statements, for \(places.joined(separator: " or "))")
    }

    private func window(_ window: Window) -> Choice {
        Choice(window.choice, window.name, hint: "\(window.first.long) to \(window.last.long)")
    }
}

/// The two routes of opening.
func openingRoutes(_ routes: inout Routes) {
    routes.get(EvaluationLinks.opening, .signedIn) { visit in
        let school = visit.query("school").flatMap { SchoolID($0) }
        let place = [school?.text, visit.query("department")].compactMap { $0 }.joined(separator: " ")
        let choices = try await openingChoices(for: visit.actor, school: school, in: visit.database)
        let form = OpeningForm(
            place: place, tool: visit.query("tool") ?? "", window: choices.windows.first?.choice ?? "")
        return .page(OpeningPage(choices: choices, form: form, token: visit.formToken).page)
    }
    routes.post(EvaluationLinks.list, .signedIn) { visit in
        let form = OpeningForm(visit.form)
        let school = form.place.split(separator: " ").first.flatMap { SchoolID(String($0)) }
        let choices = try await openingChoices(for: visit.actor, school: school, in: visit.database)
        do {
            let id = try await openEvaluation(form.input(choices), by: visit.actor, in: visit.database)
            return .seeOther(EvaluationLinks.sheet(id))
        } catch Refusal.invalid(let errors) {
            return refused(choices, form, errors, visit)
        } catch Refusal.conflict(let sentence) {
            return refused(choices, form, FieldErrors([("window", sentence)]), visit)
        }
    }
}

private func refused(_ choices: OpeningChoices, _ form: OpeningForm, _ errors: FieldErrors, _ visit: SignedIn) -> Answer
{
    .page(
        OpeningPage(choices: choices, form: form, token: visit.formToken, errors: errors).page,
        status: .unprocessableContent)
}
