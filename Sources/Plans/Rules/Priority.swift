package import Kernel

/// One of the few things that a plan is about.
package struct Priority: Hashable, Sendable {
    package let id: PriorityID
    package let title: String
    package let why: String
    /// What stops so that this can start.
    package let stops: String
    /// The priority of the plan above that this one answers.
    package let answers: PriorityID?
    package let outcomes: [Outcome]
    package let actions: [PlannedAction]
    /// Set once the priority was ended, with the reason.
    package let ended: Ending?
    package let version: Int

    package init(
        id: PriorityID, title: String, why: String, stops: String, answers: PriorityID?, outcomes: [Outcome],
        actions: [PlannedAction], ended: Ending?, version: Int
    ) {
        (self.id, self.title, self.why, self.stops, self.answers) = (id, title, why, stops, answers)
        (self.outcomes, self.actions, self.ended, self.version) = (outcomes, actions, ended, version)
    }
}

/// What others built on is not deleted; it ends, on a day and with a reason.
package struct Ending: Hashable, Sendable {
    package let day: Day
    package let reason: String

    package init(day: Day, reason: String) { (self.day, self.reason) = (day, reason) }

    /// The reason where a check ended it. What was found and said there stands with the check, because fewer people
    /// read it than the plan.
    package static let checkStoppedIt = "A check stopped it."
}
