package import Database
package import EvaluationRules
package import Kernel
import Trail

/// What one side judged before it came here.
package struct PastJudgements: Sendable {
    package let inputs: [JudgementInput]
    package let actor: Actor

    package init(_ inputs: [JudgementInput], by actor: Actor) { (self.inputs, self.actor) = (inputs, actor) }
}

/// A whole evaluation that was judged elsewhere, such as on paper, and comes in at once.
package struct PastEvaluation: Sendable {
    package let opening: OpenInput
    package let school: PastJudgements
    package let liaison: PastJudgements
    /// What was agreed where the two differ; what they judged alike is agreed by itself. Nil when they have not
    /// talked yet: then both sides go on judging here.
    package let agreements: [AgreementInput]?

    package init(
        opening: OpenInput, school: PastJudgements, liaison: PastJudgements, agreements: [AgreementInput]?
    ) {
        (self.opening, self.school, self.liaison, self.agreements) = (opening, school, liaison, agreements)
    }
}

/// Brings evaluations in through the rules of every step that they would have taken here, all of them or none. The
/// history says of each side that its judgements were brought in, and tells every later step.
///
/// - Throws: what opening, judging, revealing, agreeing and signing throw.
package func bringInEvaluations(_ past: [PastEvaluation], in database: any Database) async throws {
    try await database.write { tx in
        for one in past { try tx.bringIn(one) }
    }
}

extension Transaction {
    fileprivate func bringIn(_ past: PastEvaluation) throws {
        let id = try openEvaluation(past.opening, by: past.liaison.actor)
        let sides = [past.school, past.liaison]
        for side in sides { try bringIn(side, to: id) }
        guard let agreements = past.agreements else { return }
        for side in sides { try declareReady(true, id, by: side.actor) }
        try revealJudgements(of: id, by: past.liaison.actor)
        try bringIn(agreements, to: id, by: past.liaison.actor)
        for side in sides { _ = try signEvaluation(id, by: side.actor) }
    }

    private func bringIn(_ past: PastJudgements, to id: ID<Evaluation>) throws {
        let evaluation = try evaluationToChange(id).evaluation
        let permit = try MayJudge(past.actor, evaluation)
        let changes = try past.inputs.map { try evaluation.recording($0, by: permit) }
        try saveFirst(changes, by: past.actor)
        try record(
            "judgements-brought-in", "evaluation", id, by: past.actor,
            after: "\(changes.count) of \(permit.side.name.lowercased())")
    }

    private func bringIn(_ agreements: [AgreementInput], to id: ID<Evaluation>, by actor: Actor) throws {
        let evaluation = try evaluationToChange(id).evaluation
        let permit = try MayJudge(actor, evaluation)
        try saveFirst(agreements.map { try evaluation.agreeing($0, by: permit) }, by: actor)
        try record("agreements-brought-in", "evaluation", id, by: actor, after: "\(agreements.count) talked through")
    }
}
