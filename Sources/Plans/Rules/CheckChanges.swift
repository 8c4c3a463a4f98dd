// What the rules decide about looks comes back as one of these values; only a rule can make one, and a store saves
// nothing else.

/// A series of looks that is planned anew or otherwise than before.
package struct CheckPlanned: Sendable {
    package let plan: PlanID
    package let check: CheckPlan

    package static let sealed =
        "The plan is no longer a draft, so the words of its checks are sealed. End this one with a reason and plan another "
        + "in the next version of the plan."
}

package struct CheckPlanRemoved: Sendable {
    package let check: CheckPlanID
    /// False when the removal is undone.
    package let isRemoved: Bool
}

package struct CheckPlanEnded: Sendable {
    package let check: CheckPlanID
    package let ending: Ending
    package let version: Int
}

/// A look that was done: what was found, and what follows.
package struct CheckRecorded: Sendable {
    package let check: CheckID
    package let result: CheckResult
    package let evidence: EvidenceKept?
    /// The version of the look that the page showed.
    package let version: Int
    /// The look that "too early" asks for; nil otherwise, or when the series has one on that day.
    package let next: Look?
}

/// What the person who did a look wrote otherwise on the same day.
package struct CheckCorrected: Sendable {
    package let check: CheckID
    package let before: CheckResult
    package let result: CheckResult
    package let evidence: EvidenceKept?
    /// The version of the result that the page showed.
    package let version: Int
    package let next: Look?
}
