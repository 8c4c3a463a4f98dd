package import Database
package import EvaluationRules
package import Kernel
import ToolRules
import Tools
import Trail

/// Keeps what both sides agreed about one statement, and what moved it.
///
/// - Throws: `notFound`, `forbidden`; `conflict` before the reveal and after the finish; `invalid`; `stale`.
package func agreeStatement(
    _ input: AgreementInput, of evaluation: ID<Evaluation>, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.evaluationToChange(evaluation)
        let permit = try MayJudge(actor, opened.evaluation)
        let change = try opened.evaluation.agreeing(input, by: permit)
        try tx.save(change, by: actor.person)
        try tx.record(
            "statement-agreed", "evaluation", evaluation, by: actor,
            after: [
                opened.number(of: change.item), opened.word(for: change.verdict), change.basis.name, change.words,
            ].filter { !$0.isEmpty }.joined(separator: " · "))
    }
}

/// Puts a side's name to what was agreed. The second name finishes the evaluation and its totals count from then on.
///
/// - Parameter seen: the version of what was agreed that the page showed; nil for whoever signs it as it is.
/// - Returns: whether the evaluation is finished now.
/// - Throws: `notFound`, `forbidden`; `conflict` while a differing statement is open or when this side has signed; `stale`
///   when something else is agreed than was seen.
package func signEvaluation(
    _ evaluation: ID<Evaluation>, seen: Int? = nil, by actor: Actor, in database: any Database
) async throws -> Bool {
    try await database.write { tx in try tx.signEvaluation(evaluation, seen: seen, by: actor) }
}

extension Transaction {
    func signEvaluation(_ evaluation: ID<Evaluation>, seen: Int? = nil, by actor: Actor) throws -> Bool {
        let opened = try evaluationToChange(evaluation)
        let permit = try MayJudge(actor, opened.evaluation)
        let agreements = try allAgreements(of: evaluation)
        let change = try opened.evaluation.signing(
            judgements: bothSidesJudgements(of: evaluation), agreements: agreements, seen: seen, by: permit)
        try save(change, by: actor.person)
        if change.finishes {
            let agreed = Dictionary(uniqueKeysWithValues: agreements.map { ($0.item, $0.verdict) })
            let tally = Tally(opened.evaluation.items.map { agreed[$0] }, levels: opened.evaluation.levels)
            try keepTotal(tally, of: opened.evaluation, area: opened.area)
        }
        try record(
            change.finishes ? "evaluation-agreed" : "evaluation-signed", "evaluation", evaluation, by: actor,
            after: "for \(permit.side == .school ? "the school" : "the trust")")
        return change.finishes
    }
}

/// Opens an agreed evaluation again. What was agreed stays to start from; both names are wanted anew.
///
/// - Throws: `notFound`, `forbidden` to all but the trust's side; `conflict` unless finished; `invalid` without a reason.
package func reopenEvaluation(
    _ evaluation: ID<Evaluation>, because reason: String, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let opened = try tx.evaluationToChange(evaluation)
        let permit = try MayReopen(actor, opened.evaluation)
        let change = try opened.evaluation.reopening(because: reason, by: permit)
        try tx.save(change, by: actor.person)
        try tx.dropTotal(of: opened.evaluation, area: opened.area)
        try tx.record("evaluation-reopened", "evaluation", evaluation, by: actor, after: change.reason)
    }
}
