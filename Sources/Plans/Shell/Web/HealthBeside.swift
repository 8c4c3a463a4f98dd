package import Evaluations
import Kernel
import PlanRules
import Site

/// What the pages of evaluations show of plans: those that took up a statement, with how they stand, and where a new one
/// begins.
package let plansBesideEvaluations = PlansBeside(
    alongside: { items, place, visit in
        try await readPlansAddressing(items, at: place, for: visit.actor, in: visit.database).mapValues { plans in
            plans.map { plan in
                PlanAlongside(
                    title: plan.title, address: PlanLinks.plan(plan.id), starts: plan.starts,
                    health: plan.health.level.name,
                    tone: plan.health.level.tone)
            }
        }
    },
    newPlan: { actor, place in plansFor(actor, at: place) ? PlanLinks.new : nil })

extension PlanHealth.Level {
    /// Unknown has no colour: what was not checked is not known.
    fileprivate var tone: TagTone {
        switch self {
        case .red: .red
        case .amber: .amber
        case .green: .green
        case .missed: .problem
        case .unknown, .notLive: .plain
        }
    }
}
