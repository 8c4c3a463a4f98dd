import Kernel
package import ToolRules

extension Evaluation {
    /// - Throws: `conflict` before the reveal and after the finish; `invalid` without a level or what moved it.
    package func agreeing(_ input: AgreementInput, by permit: MayJudge) throws -> StatementAgreed {
        switch stage {
        case .judging: throw Refusal.conflict("Both sides judge first; then they agree.")
        case .finished: throw Refusal.conflict("This evaluation is agreed. Reopening it is a decision with a reason.")
        case .agreeing: break
        }
        guard items.contains(input.item) else { throw Refusal.notFound }
        var errors = FieldErrors()
        if input.verdict == nil { errors.add("level", "Choose the level you agreed, or leave it until next time.") }
        if let level = input.verdict?.level, !(1...levels).contains(level) {
            errors.add("level", "Choose one of the \(levels) levels.")
        }
        if input.basis == nil { errors.add("basis", "Say what moved it.") }
        errors.limit("words", input.words, to: JudgementInput.longestReason)
        try errors.check()
        guard let verdict = input.verdict, let basis = input.basis else { throw Refusal.invalid(errors) }
        return StatementAgreed(
            evaluation: id, item: input.item, verdict: verdict, basis: basis, words: input.words,
            version: input.version, voidsSignatures: !signed.isEmpty)
    }

    /// - Parameter seen: the version of `agreements` that the page showed; nil for whoever signs them as they are.
    /// - Throws: `conflict` before the reveal, while a differing statement is open, or when this side has signed; `stale`
    ///   when they are not what was seen.
    package func signing(
        judgements: [Judgement], agreements: [Agreement], seen: Int? = nil, by permit: MayJudge
    ) throws -> EvaluationSigned {
        guard stage == .agreeing else {
            throw Refusal.conflict(
                stage == .judging ? "Both sides judge and agree first." : "This evaluation is agreed already.")
        }
        guard !signed.contains(permit.side) else {
            throw Refusal.conflict("\(permit.side.name)'s name is there already. The other side's is wanted.")
        }
        guard seen == nil || seen == agreements.version else { throw Refusal.stale }
        let open = openItems(judgements: judgements, agreements: agreements).count
        guard open == 0 else {
            throw Refusal.conflict(
                open == 1 ? "One statement is still to be agreed." : "\(open) statements are still to be agreed.")
        }
        return EvaluationSigned(
            evaluation: id, side: permit.side, agreedVersion: agreements.version,
            finishes: signed == [permit.side.other])
    }

    /// Statements that at least one side judged and that are not agreed yet.
    package func openItems(judgements: [Judgement], agreements: [Agreement]) -> [ItemID] {
        let judged = Set(judgements.filter { $0.verdict != nil }.map(\.item))
        let agreed = Set(agreements.map(\.item))
        return items.filter { judged.contains($0) && !agreed.contains($0) }
    }

    /// - Throws: `conflict` unless finished, `invalid` without a reason.
    package func reopening(because reason: String, by permit: MayReopen) throws -> EvaluationReopened {
        guard stage == .finished else { throw Refusal.conflict("Only an agreed evaluation can be reopened.") }
        guard !reason.isEmpty else { throw Refusal.invalid("reason", "Say why it has to be opened again.") }
        return EvaluationReopened(
            evaluation: id, reason: try reason.within(JudgementInput.longestReason, at: "reason"))
    }
}
