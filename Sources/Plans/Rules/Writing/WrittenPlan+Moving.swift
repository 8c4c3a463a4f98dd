import Kernel

/// What a plan still lacks before somebody can approve it.
package struct PlanLack: Hashable, Sendable {
    /// The priority at which it is lacking; nil for the plan as a whole.
    package let priority: PriorityID?
    package let sentence: String

    init(_ priority: PriorityID?, _ sentence: String) { (self.priority, self.sentence) = (priority, sentence) }
}

extension WrittenPlan {
    /// Everything that somebody who approves it would miss; empty when it can be submitted.
    package var lacking: [PlanLack] {
        if running.isEmpty {
            return [PlanLack(nil, "A plan wants at least one priority before somebody can approve it.")]
        }
        return excess.map { PlanLack(nil, $0) } + running.flatMap { lacking(at: $0) }
    }

    private func lacking(at priority: Priority) -> [PlanLack] {
        let empty = proForma.missing(ProFormaField.ofPriority) { priority.isEmpty($0) }.all
        let fields = empty.compactMap { ProFormaField(rawValue: $0.field) }.map { field in
            "“\(priority.title)” says nothing yet under “\(proForma.field(field).label)”."
        }
        let isIdle = priority.actions.allSatisfy { $0.ended != nil }
        let action = isIdle ? ["“\(priority.title)” has no action yet. Say what will be done, then submit."] : []
        return (action + fields).map { PlanLack(priority.id, $0) }
    }

    /// What was removed comes back with all that it held, so there may be more of it than could be added.
    private var excess: [String] {
        let priorities = proForma.allows(priorities: running.count) ? nil : proForma.prioritiesSentence
        let actions = proForma.allows(actions: runningActions.count) ? nil : proForma.actionsSentence
        return [priorities, actions].compactMap { $0 }
    }

    /// - Throws: `conflict` unless it is a draft in which every priority has something to do and all that the pro-forma
    ///   requires.
    package func submitting(by permit: MayWritePlan) throws -> PlanMoved {
        try want([.draft], "Only a draft is submitted.")
        if let lack = lacking.first { throw Refusal.conflict(lack.sentence) }
        return moved(to: .submitted, .submitted)
    }

    /// A comma was forgotten: whoever plans there takes it back, until somebody has decided.
    ///
    /// - Throws: `conflict` unless it waits for approval.
    package func withdrawing(by permit: MayWritePlan) throws -> PlanMoved {
        try want([.submitted], "This plan does not wait for approval any more.")
        return moved(to: .draft, .withdrawn)
    }

    /// - Throws: `conflict` unless it is a draft: what was approved is archived instead.
    package func discarding(by permit: MayWritePlan) throws -> PlanMoved {
        try want([.draft], "Only a draft is thrown away.")
        return moved(to: .discarded, .discarded)
    }

    /// - Parameter other: a revision of the same plan that was begun meanwhile.
    /// - Throws: `conflict` unless it was thrown away, and when another revision took its place.
    package func bringingBack(other: PlanID?, by permit: MayWritePlan) throws -> PlanMoved {
        try want([.discarded], "This plan was not thrown away.")
        if other != nil { throw Refusal.conflict("Another revision of the same plan was begun meanwhile.") }
        return moved(to: .draft, .broughtBack)
    }

    /// - Throws: `conflict` unless it waits for approval.
    package func approving(by permit: MayApprovePlan) throws -> PlanMoved {
        try want([.submitted], "This plan does not wait for approval.")
        return moved(to: .approved, .approved)
    }

    /// Whoever approves such plans pressed too early, or learnt something since.
    ///
    /// - Parameter isRevised: whether a revision of it was ever begun.
    /// - Throws: `conflict` unless it was approved and is not live yet, and when something rests on its approval: others
    ///   read it, and would see the words of a draft.
    package func reconsidering(isRevised: Bool, by permit: MayApprovePlan) throws -> PlanMoved {
        try want([.approved], "An approval is taken back until the plan goes live.")
        if isRevised { throw Refusal.conflict("A revision of this plan was begun, which rests on its approval.") }
        if !answered.isEmpty { throw Refusal.conflict("Another plan answers a priority of this one by now.") }
        return moved(to: .submitted, .reconsidered)
    }

    /// - Throws: `conflict` unless it waits for approval; `invalid` without words.
    package func sendingBack(_ words: String, by permit: MayApprovePlan) throws -> PlanMoved {
        try want([.submitted], "This plan does not wait for approval.")
        guard !words.isEmpty else { throw Refusal.invalid("words", "Say what is to be changed.") }
        try words.within(PlanLimits.longestText, at: "words")
        return moved(to: .draft, .sentBack, words)
    }

    /// - Throws: `conflict` unless it was approved.
    package func puttingLive(by permit: MayWritePlan) throws -> PlanMoved {
        try want([.approved], "A plan goes live once it was approved.")
        return moved(to: .live, .live)
    }

    /// - Throws: `conflict` unless it is live; `invalid` without words while no criterion is met.
    package func maintaining(_ words: String, by permit: MayWritePlan) throws -> PlanMoved {
        try want([.live], "Only a live plan goes into maintenance.")
        guard !words.isEmpty || isSomethingMet else {
            throw Refusal.invalid("words", "No criterion is met yet. Say why it can go into maintenance all the same.")
        }
        try words.within(PlanLimits.longestText, at: "words")
        return moved(to: .maintained, .maintained, words)
    }

    /// What was thought to last wants work again.
    ///
    /// - Throws: `conflict` unless it is in maintenance.
    package func resuming(by permit: MayWritePlan) throws -> PlanMoved {
        try want([.maintained], "Only a plan in maintenance is worked at again.")
        return moved(to: .live, .resumed)
    }

    /// Whether a criterion is met, which is what says that a plan can rest.
    package var isSomethingMet: Bool {
        running.flatMap(\.outcomes).flatMap(\.criteria).contains { $0.status == .met }
    }

    /// - Throws: `conflict` unless it was approved; `invalid` without words.
    package func archiving(_ words: String, by permit: MayWritePlan) throws -> PlanMoved {
        try want([.approved, .live, .maintained], "Only a plan that was approved is archived.")
        guard !words.isEmpty else { throw Refusal.invalid("words", "Say in a sentence what came of it.") }
        try words.within(PlanLimits.longestText, at: "words")
        return moved(to: .archived, .archived, words)
    }

    /// What happens to this plan when the one that revises it goes live.
    ///
    /// - Throws: `conflict` when it ended meanwhile.
    package func givingWay(to successor: PlanMoved) throws -> PlanMoved {
        try want(
            [.approved, .live, .maintained], "The plan that this one revises has ended. Begin a new plan instead.")
        return moved(to: .superseded, .superseded)
    }

    private func want(_ states: Set<PlanState>, _ sentence: String) throws {
        guard states.contains(plan.state) else { throw Refusal.conflict(sentence) }
    }

    private func moved(to state: PlanState, _ step: PlanStep, _ words: String = "") -> PlanMoved {
        PlanMoved(plan: plan.id, from: plan.state, to: state, step: step, words: words)
    }
}

extension PlanState {
    /// Whether news of the work itself may be written: how a criterion stands, what is in the way, what ended.
    package var takesNews: Bool { [.draft, .approved, .live, .maintained].contains(self) }
}

extension Priority {
    fileprivate func isEmpty(_ field: ProFormaField) -> Bool {
        switch field {
        case .why: why.isEmpty
        case .stops: stops.isEmpty
        default: title.isEmpty
        }
    }
}
