import PlanRules
import Plans

extension RouteTable {
    /// A published plan on paper and as files.
    static func planPapers(_ things: PlanThings) -> [RouteRow] {
        ["print", "page", "plan.xlsx", "plan.docx"].map { paper in
            .read("/plans/:plan/\(paper)", "\(PlanLinks.plan(things.live))/\(paper)")
        }
    }
}
