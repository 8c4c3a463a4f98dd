import EvaluationRules
package import Kernel

/// Evidence that this person may read the plan.
package struct MaySeePlan: Sendable {
    package let actor: Actor

    /// - Throws: `Refusal.notFound` to whom the place is nothing, and while it is unpublished to all but those who write
    ///   or approve it.
    package init(_ actor: Actor, _ plan: Plan) throws {
        let isSeen =
            plan.state.isPublished
            ? reads(actor, at: plan.place)
            : plansFor(actor, at: plan.place) || (plan.state == .submitted && plan.hasApprover(actor))
        guard isSeen else { throw Refusal.notFound }
        self.actor = actor
    }
}

/// Evidence that this person writes plans at a place: drafts them, fills them, puts them live and ends them.
package struct MayWritePlan: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` to whom the plan is nothing, `forbidden` to readers.
    package init(_ actor: Actor, _ plan: Plan) throws {
        self.actor = try MaySeePlan(actor, plan).actor
        guard plansFor(actor, at: plan.place) else { throw Refusal.forbidden(whoWrites(plan.place)) }
    }

    /// - Throws: `notFound` to a stranger of the place, `forbidden` to readers.
    package init(_ actor: Actor, at place: Place) throws {
        guard reads(actor, at: place) else { throw Refusal.notFound }
        guard plansFor(actor, at: place) else { throw Refusal.forbidden(whoWrites(place)) }
        self.actor = actor
    }
}

/// Evidence that this person decides about a submitted plan.
package struct MayApprovePlan: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` to whom the plan is nothing, `forbidden` to everybody but those who approve such plans, and
    ///   to whoever submitted it.
    package init(_ actor: Actor, _ plan: Plan, submittedBy submitter: PersonID?) throws {
        self.actor = try MaySeePlan(actor, plan).actor
        guard plan.hasApprover(actor) else { throw Refusal.forbidden(plan.whoApproves) }
        guard actor.person != submitter else {
            throw Refusal.forbidden("You submitted this plan yourself, so somebody else approves it.")
        }
    }
}

/// Whether a person writes plans at a place. For a school or department it is those who judge there; for the whole trust
/// its leaders of education.
package func plansFor(_ actor: Actor, at place: Place) -> Bool {
    place == .trust
        ? actor.holds([.directorOfEducation, .chiefExecutive, .adviser], reaching: .trust)
        : ownSide(of: actor, at: place) != nil
}

/// Whether a person may read what is published at a place: whoever reaches it, and whoever works below it, because their
/// plans answer it. Visitors see their own place alone.
package func reads(_ actor: Actor, at place: Place) -> Bool {
    actor.posts.contains { post in
        post.place.reaches(place)
            || (place.reaches(post.place) && post.role != .guest && post.role != .externalReviewer)
    }
}

private func whoWrites(_ place: Place) -> String {
    place == .trust
        ? "The director of education, the chief executive and the advisers write the trust's plans."
        : "You can read this plan. Leaders of the school, its liaison and the trust's advisers write it."
}

extension Plan {
    /// Whether this person is among those who approve such a plan.
    package func hasApprover(_ actor: Actor) -> Bool { actor.holds(approvers, reaching: place) }

    private var approvers: Set<Role> {
        if place == .trust { return [.chiefExecutive] }
        if kind == .department { return [.headteacher, .executiveHead, .seniorLeader] }
        return [.liaison, .adviser, .directorOfEducation, .chiefExecutive]
    }

    package var whoApproves: String {
        if place == .trust { return "The chief executive approves the trust's plans." }
        if kind == .department { return "The head or a senior leader of the school approves a department's plan." }
        return "The school's liaison, an adviser or the director of education approves this plan."
    }
}
