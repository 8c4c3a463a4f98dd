package import Kernel

package typealias PlanID = ID<Plan>
package typealias PriorityID = ID<Priority>
package typealias OutcomeID = ID<Outcome>
package typealias CriterionID = ID<Criterion>
package typealias ActionID = ID<PlannedAction>
package typealias CheckPlanID = ID<CheckPlan>
package typealias CheckID = ID<ImpactCheck>
package typealias BlockageID = ID<Blockage>

/// A plan as the rules see it: whose it is, how far it has come, and how much it holds already.
package struct Plan: Hashable, Sendable {
    package let id: PlanID
    package let kind: PlanKind
    package let place: Place
    package let title: String
    package let starts: Day
    package let ends: Day
    package let state: PlanState
    package let version: Int

    package init(
        id: PlanID, kind: PlanKind, place: Place, title: String, starts: Day, ends: Day, state: PlanState, version: Int
    ) {
        (self.id, self.kind, self.place, self.title) = (id, kind, place, title)
        (self.starts, self.ends, self.state, self.version) = (starts, ends, state, version)
    }
}
