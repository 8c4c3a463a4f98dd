package import Kernel
package import PlanRules

/// The addresses of looks, made in one place.
package enum CheckLinks {
    package static let missed = "/checks/missed"

    package static func check(_ id: CheckID) -> String { "/checks/\(id)" }
    /// Takes what was found without a file.
    static func result(_ id: CheckID) -> String { check(id) + "/result" }
    /// Takes what was found, with a file.
    static func look(_ id: CheckID) -> String { check(id) + "/look" }
    static func file(_ id: CheckID, _ file: StoredFileID) -> String { check(id) + "/files/\(file)" }

    package static func missed(at school: SchoolID?, page: Int = 1) -> String {
        let parts = [school.map { "school=\($0)" }, page > 1 ? "page=\(page)" : nil].compactMap { $0 }
        return parts.isEmpty ? missed : missed + "?" + parts.joined(separator: "&")
    }

    package static func health(_ school: SchoolID) -> String { "/schools/\(school)/health" }

    /// What stands on the plan's page for an action or an outcome.
    static func plan(_ id: PlanID, _ subject: CheckPlan.Subject) -> String {
        switch subject {
        case .action(let action): PlanLinks.action(id, action)
        case .outcome(let outcome): PlanLinks.plan(id) + "#o-\(outcome)"
        }
    }

    private static func part(_ plan: PlanID, _ subject: CheckPlan.Subject) -> String {
        switch subject {
        case .action(let action): PlanLinks.plan(plan) + "/actions/\(action)/checks"
        case .outcome(let outcome): PlanLinks.plan(plan) + "/outcomes/\(outcome)/checks"
        }
    }

    package static func newSeries(_ plan: PlanID, _ subject: CheckPlan.Subject) -> String {
        part(plan, subject) + "/new"
    }

    static func manySeries(_ plan: PlanID, _ subject: CheckPlan.Subject) -> String { part(plan, subject) }
    static func series(_ plan: PlanID, _ id: CheckPlanID) -> String { PlanLinks.plan(plan) + "/checks/\(id)" }
    static func removal(_ plan: PlanID, _ id: CheckPlanID) -> String { series(plan, id) + "/removal" }
    static func removalEnd(_ plan: PlanID, _ id: CheckPlanID) -> String { removal(plan, id) + "/end" }
    static func ending(_ plan: PlanID, _ id: CheckPlanID) -> String { series(plan, id) + "/ending" }
}
