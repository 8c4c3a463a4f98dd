import Markup
import PlanRules
import Site

/// The whole plan, to read through or print, with the ways to take it away.
struct PlanPrintPage: Sendable {
    let document: PlanDocument
    let links: PlanPaperLinks

    var page: Page {
        Page(
            "\(document.title), the whole plan", section: .plans, crumbs: links.crumbs, isWide: true,
            body: "\(screenOnly(links.ways(besides: links.print)))\(PlanView(document).html)")
    }
}
