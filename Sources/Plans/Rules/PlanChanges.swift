package import EvaluationRules
package import Kernel
package import ToolRules

// What the rules decide comes back as one of these values; only a rule can make one, and a store saves nothing else.

package struct PlanDrafted: Sendable {
    package let plan: Plan
    package let proForma: ProFormaID
    package let supersedes: PlanID?
}

/// Other words or dates for the plan as a whole.
package struct PlanRevised: Sendable {
    package let plan: PlanID
    package let title: String
    package let starts: Day
    package let ends: Day
    package let version: Int
}

/// A step of the plan's life.
package struct PlanMoved: Sendable {
    package let plan: PlanID
    package let from: PlanState
    package let to: PlanState
    package let step: PlanStep
    /// Why, where it was said.
    package let words: String
}

/// Whether a part is new, or takes the place of the version that the page showed.
package enum Saving: Hashable, Sendable {
    case added
    case revised(version: Int)
}

package struct PrioritySaved: Sendable {
    package let plan: PlanID
    package let id: PriorityID
    package let input: PriorityInput
    package let saving: Saving
}

/// Links a new priority for good with the agreed statements that it was drawn from.
package struct PriorityDrawn: Sendable {
    package let priority: PriorityID
    package let evaluation: ID<Evaluation>
    package let items: [ItemID]
}

/// All priorities of a plan in their new order.
package struct PrioritiesOrdered: Sendable {
    package let plan: PlanID
    package let order: [PriorityID]
}

package struct OutcomeSaved: Sendable {
    package let plan: PlanID
    package let priority: PriorityID
    package let id: OutcomeID
    package let input: OutcomeInput
    package let saving: Saving
}

package struct CriterionSaved: Sendable {
    package let plan: PlanID
    package let outcome: OutcomeID
    package let id: CriterionID
    package let words: String
    package let saving: Saving
}

/// Somebody said how a criterion stands.
package struct CriterionJudged: Sendable {
    package let id: CriterionID
    package let status: CriterionStatus
    package let why: String
    package let version: Int
}

package struct ActionSaved: Sendable {
    package let plan: PlanID
    package let priority: PriorityID
    package let id: ActionID
    package let what: ActionText
    package let owner: SeatID
    package let supporter: SeatID?
    package let starts: Day
    package let ends: Day
    package let cost: Cost
    package let saving: Saving
}

package struct BlockageSaved: Sendable {
    package let plan: PlanID
    package let id: BlockageID
    package let words: String
    package let remover: SeatID
    package let by: Day
    package let saving: Saving
}

package struct BlockageCleared: Sendable {
    package let id: BlockageID
    package let day: Day
    package let words: String
    package let version: Int
}

/// A part that nothing was built on is taken out of sight, with what it holds, or brought back.
package struct PartRemoved: Sendable {
    package let plan: PlanID
    package let part: PlanPart
    package let isBack: Bool
}

/// A part that something was built on ends and stays readable.
package struct PartEnded: Sendable {
    package let plan: PlanID
    package let part: PlanPart
    /// The actions whose looks are called off with it.
    package let actions: [ActionID]
    package let ending: Ending
}

/// Every duty that one seat has in a plan goes to another.
package struct DutiesHandedOver: Sendable {
    package let plan: PlanID
    package let from: SeatID
    package let to: SeatID
}
