package import EvaluationRules
package import Kernel
package import PlanRules
package import ToolRules

/// The addresses of plans, made in one place.
package enum PlanLinks {
    package static let list = "/plans"
    package static let new = "/plans/new"

    package static func new(at place: Place) -> String { new + "?place=\(place.planChoice)" }

    /// The page that begins a plan with statements picked from an evaluation.
    package static func newPlan(from evaluation: ID<Evaluation>, _ items: [ItemID]) -> String {
        new + "?evaluation=\(evaluation)" + items.map { "&item=\($0)" }.joined()
    }

    package static func plan(_ id: PlanID) -> String { "/plans/\(id)" }
    package static func priority(_ plan: PlanID, _ id: PriorityID) -> String { self.plan(plan) + "#p-\(id)" }
    package static func action(_ plan: PlanID, _ id: ActionID) -> String { self.plan(plan) + "#a-\(id)" }

    static func details(_ id: PlanID) -> String { plan(id) + "/details" }
    static func history(_ id: PlanID) -> String { plan(id) + "/history" }
    package static func handOver(_ id: PlanID) -> String { plan(id) + "/hand-over" }

    static func priorities(_ id: PlanID) -> String { plan(id) + "/priorities" }
    static func newPriority(_ id: PlanID) -> String { priorities(id) + "/new" }
    static func editPriority(_ plan: PlanID, _ id: PriorityID) -> String { priorities(plan) + "/\(id)" }
    static func place(_ plan: PlanID, _ id: PriorityID) -> String { editPriority(plan, id) + "/place" }

    static func outcomes(_ plan: PlanID, _ id: PriorityID) -> String { editPriority(plan, id) + "/outcomes" }
    static func newOutcome(_ plan: PlanID, _ id: PriorityID, _ horizon: Horizon) -> String {
        outcomes(plan, id) + "/new?horizon=\(horizon.rawValue)"
    }
    static func outcome(_ plan: PlanID, _ id: OutcomeID) -> String { self.plan(plan) + "/outcomes/\(id)" }
    static func criteria(_ plan: PlanID, _ id: OutcomeID) -> String { outcome(plan, id) + "/criteria" }
    static func newCriterion(_ plan: PlanID, _ id: OutcomeID) -> String { criteria(plan, id) + "/new" }
    static func criterion(_ plan: PlanID, _ id: CriterionID) -> String { self.plan(plan) + "/criteria/\(id)" }
    static func status(_ plan: PlanID, _ id: CriterionID) -> String { criterion(plan, id) + "/status" }

    static func actions(_ plan: PlanID, _ id: PriorityID) -> String { editPriority(plan, id) + "/actions" }
    static func newAction(_ plan: PlanID, _ id: PriorityID) -> String { actions(plan, id) + "/new" }
    static func editAction(_ plan: PlanID, _ id: ActionID) -> String { self.plan(plan) + "/actions/\(id)" }

    static func blockages(_ id: PlanID) -> String { plan(id) + "/blockages" }
    static func newBlockage(_ id: PlanID) -> String { blockages(id) + "/new" }
    static func blockage(_ plan: PlanID, _ id: BlockageID) -> String { blockages(plan) + "/\(id)" }
    static func clearing(_ plan: PlanID, _ id: BlockageID) -> String { blockage(plan, id) + "/clearing" }

    static func removals(_ id: PlanID) -> String { plan(id) + "/removals" }
    static func removalsEnd(_ id: PlanID) -> String { removals(id) + "/end" }
    static func removed(_ plan: PlanID, _ part: PlanPart) -> String { self.plan(plan) + "?removed=\(part.text)" }
    static func endings(_ id: PlanID) -> String { plan(id) + "/endings" }
    static func ending(_ plan: PlanID, _ part: PlanPart) -> String { endings(plan) + "?part=\(part.text)" }

    static func submission(_ id: PlanID) -> String { plan(id) + "/submission" }
    static func withdrawal(_ id: PlanID) -> String { plan(id) + "/withdrawal" }
    static func disposal(_ id: PlanID) -> String { plan(id) + "/disposal" }
    static func disposalEnd(_ id: PlanID) -> String { disposal(id) + "/end" }
    static func approval(_ id: PlanID) -> String { plan(id) + "/approval" }
    static func approvalEnd(_ id: PlanID) -> String { approval(id) + "/end" }
    static func sendingBack(_ id: PlanID) -> String { plan(id) + "/return" }
    static func start(_ id: PlanID) -> String { plan(id) + "/start" }
    static func maintenance(_ id: PlanID) -> String { plan(id) + "/maintenance" }
    static func maintenanceEnd(_ id: PlanID) -> String { maintenance(id) + "/end" }
    static func archive(_ id: PlanID) -> String { plan(id) + "/archive" }
    static func revision(_ id: PlanID) -> String { plan(id) + "/revision" }

    /// Where the weakest statements of an agreed evaluation are picked.
    /// - Parameter isAskedAgain: because none was picked.
    static func weakest(of id: ID<Evaluation>, isAskedAgain: Bool = false) -> String {
        "/evaluations/\(id)\(isAskedAgain ? "?picked=none" : "")#weakest"
    }
    static func evaluation(_ id: ID<Evaluation>, _ item: ItemID) -> String { "/evaluations/\(id)#s-\(item)" }
    static func school(_ id: SchoolID) -> String { "/schools/\(id)" }
}

extension Place {
    /// The value of a place among the choices of a form.
    var planChoice: String {
        school == nil ? "trust" : [school?.text, department?.text].compactMap { $0 }.joined(separator: ".")
    }
}
