import HTTPTypes
import Kernel
import Markup
import PlanRules
import Site

/// Removing with undo, and ending what others built on.
func removalRoutes(_ routes: inout Routes) {
    routes.post("/plans/:plan/removals", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let part = try visit.part(in: visit.form.text("part"))
        try await removePart(part, of: plan, by: visit.actor, in: visit.database)
        return .seeOther(PlanLinks.removed(plan, part))
    }
    routes.post("/plans/:plan/removals/end", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let part = try visit.part(in: visit.form.text("part"))
        try await bringBack(part, of: plan, by: visit.actor, in: visit.database)
        return .seeOther(PlanLinks.plan(plan))
    }
    routes.get("/plans/:plan/endings", .signedIn) { visit in
        let part = try visit.part(in: visit.query("part") ?? "")
        return .page(EndingPage(writing: try await visit.writing(), part: part, token: visit.formToken).page)
    }
    routes.post("/plans/:plan/endings", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let part = try visit.part(in: visit.form.text("part"))
        let reason = visit.form.text("reason")
        do {
            try await endPart(part, because: reason, of: plan, by: visit.actor, in: visit.database)
        } catch Refusal.invalid(let errors) {
            var page = EndingPage(writing: try await visit.writing(), part: part, token: visit.formToken)
            (page.reason, page.errors) = (reason, errors)
            return .page(page.page, status: .unprocessableContent)
        }
        return .seeOther(PlanLinks.plan(plan))
    }
}

extension SignedIn {
    fileprivate func part(in text: String) throws -> PlanPart {
        guard let part = PlanPart(text) else { throw Refusal.notFound }
        return part
    }
}

/// Ends a priority or an action, with the reason.
struct EndingPage: Sendable {
    let writing: PlanWriting
    let part: PlanPart
    let token: String
    var reason = ""
    var errors = FieldErrors()

    var page: Page {
        Page(
            "End \(part.name == "action" ? "an" : "a") \(part.name)", section: .plans,
            crumbs: planCrumbs(writing.opened), errors: errors,
            body: """
                \(lede(writing.written.words(of: part)))\
                <p>It stays readable with the reason, and nobody is asked to look at it any more.</p>\
                \(postForm(
                    PlanLinks.endings(writing.plan.id), token: token,
                    """
                    <input type="hidden" name="part" value="\(part.text)">\
                    \(textArea(FormField("reason", "Why it ends", errors: errors), value: reason))\
                    \(buttonRow("\(button("End this \(part.name)", .warning)) <a href=\"\(PlanLinks.plan(writing.plan.id))\">Back to the plan</a>"))
                    """))
                """)
    }
}
