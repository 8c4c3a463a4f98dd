package import Database
package import EvaluationRules
package import Kernel
import Trail

/// Says, or takes back, that a side has judged what it can.
///
/// - Throws: `notFound`, `forbidden`; `conflict` after the reveal, with nothing judged, or while a level lacks its reason.
package func declareReady(
    _ isReady: Bool, _ evaluation: ID<Evaluation>, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in try tx.declareReady(isReady, evaluation, by: actor) }
}

/// Shows both sides both judgements, and agrees the equal ones.
///
/// - Parameter seen: the version of the own side's judgements that the page showed; nil for whoever reveals them as they are.
/// - Throws: `notFound`, `forbidden`; `conflict` unless both sides are ready; `stale` when somebody of the own side judged
///   otherwise meanwhile.
package func revealJudgements(
    of evaluation: ID<Evaluation>, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in try tx.revealJudgements(of: evaluation, seen: seen, by: actor) }
}

extension Transaction {
    func declareReady(_ isReady: Bool, _ evaluation: ID<Evaluation>, by actor: Actor) throws {
        let opened = try evaluationToChange(evaluation)
        let permit = try MayJudge(actor, opened.evaluation)
        let judgements = try bothSidesJudgements(of: evaluation)
        let change = try opened.evaluation.declaringReady(isReady, judgements: judgements, by: permit)
        try save(change, by: actor.person)
        try record(isReady ? "side-ready" : "side-not-ready", "evaluation", evaluation, by: actor)
    }

    func revealJudgements(of evaluation: ID<Evaluation>, seen: Int? = nil, by actor: Actor) throws {
        let opened = try evaluationToChange(evaluation)
        let permit = try MayJudge(actor, opened.evaluation)
        let judgements = try bothSidesJudgements(of: evaluation)
        let change = try opened.evaluation.revealing(judgements, seen: seen, by: permit)
        try save(change, by: actor.person)
        try record(
            "judgements-revealed", "evaluation", evaluation, by: actor, after: "\(change.agreed.count) judged the same")
    }
}
