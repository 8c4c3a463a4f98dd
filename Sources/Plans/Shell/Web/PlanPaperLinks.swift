import Markup
import PlanRules
import Site

/// The ways in which one plan can be printed or taken away.
struct PlanPaperLinks: Sendable {
    let plan: String
    let crumbs: [Page.Crumb]

    /// - Parameter plan: the address of the plan's own page.
    init(plan: String, crumbs: [Page.Crumb]) { (self.plan, self.crumbs) = (plan, crumbs) }

    var print: String { plan + "/print" }
    var onePage: String { plan + "/page" }
    var spreadsheet: String { plan + "/plan.xlsx" }
    var wordFile: String { plan + "/plan.docx" }

    init(to seen: SeenPlan) {
        let crumbs = [Page.Crumb("Plans", PlanLinks.list), Page.Crumb(seen.plan.title, PlanLinks.plan(seen.id))]
        self.init(plan: PlanLinks.plan(seen.id), crumbs: crumbs)
    }

    /// - Parameter here: the address of the page on which they stand, when it is one of them; only those are printed.
    func ways(besides here: String?) -> HTML {
        let pages = [("The whole plan", print), ("Plan on a page", onePage)].filter { $0.1 != here }
        return """
            <p>\(pages.html { "<a href=\"\($0.1)\">\($0.0)</a> · " })<a href="\(spreadsheet)" download>Spreadsheet</a> · \
            <a href="\(wordFile)" download>Word file</a>\(.when(here != nil, " \(printButton)"))</p>
            """
    }
}
