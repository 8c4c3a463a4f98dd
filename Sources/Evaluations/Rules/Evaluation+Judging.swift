import Kernel
import ToolRules

extension Evaluation {
    /// - Throws: `conflict` after the reveal, `notFound` for a statement of another tool, `invalid` for a level that the
    ///   scale does not have or a reason that is too long.
    package func recording(_ input: JudgementInput, by permit: MayJudge) throws -> JudgementRecorded {
        guard stage == .judging else {
            throw Refusal.conflict("The judgements were revealed. What counts now is agreed in the joint room.")
        }
        guard items.contains(input.item) else { throw Refusal.notFound }
        var errors = FieldErrors()
        if let level = input.verdict?.level, !(1...levels).contains(level) {
            errors.add("level", "Choose one of the \(levels) levels.")
        }
        errors.limit("reason", input.reason, to: JudgementInput.longestReason)
        try errors.check()
        return JudgementRecorded(evaluation: id, side: permit.side, input: input)
    }

    /// - Parameter judgements: those of the permit's side.
    /// - Throws: `conflict` after the reveal, or while a level stands without its reason.
    package func declaringReady(
        _ isReady: Bool, judgements: [Judgement], by permit: MayJudge
    ) throws -> ReadinessDeclared {
        guard stage == .judging else { throw Refusal.conflict("The judgements were revealed already.") }
        let bare = judgements.filter { $0.side == permit.side && $0.lacksReason }.count
        if isReady && bare > 0 {
            throw Refusal.conflict(
                bare == 1
                    ? "One level still has no reason. Say why before the other side sees it."
                    : "\(bare) levels still have no reason. Say why before the other side sees them.")
        }
        if isReady && !judgements.contains(where: { $0.side == permit.side && $0.verdict != nil }) {
            throw Refusal.conflict(
                "Nothing is judged yet. Judge what you can first; the rest may wait until next time.")
        }
        return ReadinessDeclared(evaluation: id, side: permit.side, isReady: isReady)
    }

    /// - Parameters:
    ///   - judgements: those of both sides.
    ///   - seen: the version of the own side's that the page showed; nil for whoever reveals them as they are.
    /// - Throws: `conflict` unless both sides are ready, or when it was revealed before; `stale` when the own side's are not
    ///   what was seen.
    package func revealing(
        _ judgements: [Judgement], seen: Int? = nil, by permit: MayJudge
    ) throws -> JudgementsRevealed {
        guard stage == .judging else { throw Refusal.conflict("The judgements were revealed already.") }
        guard ready == Set(Side.allCases) else {
            let waiting = Side.allCases.filter { !ready.contains($0) }.map(\.name).joined(separator: " and ")
            throw Refusal.conflict("\(waiting) first has to say that its judgements are ready.")
        }
        let own = judgements.filter { $0.side == permit.side }
        guard seen == nil || seen == own.version else { throw Refusal.stale }
        let bySide = Dictionary(grouping: judgements, by: \.side).mapValues { list in
            Dictionary(list.compactMap { one in one.verdict.map { (one.item, $0) } }) { first, _ in first }
        }
        let equal = items.compactMap { item -> (item: ItemID, verdict: Verdict)? in
            guard let school = bySide[.school]?[item], school == bySide[.liaison]?[item] else { return nil }
            return (item, school)
        }
        return JudgementsRevealed(evaluation: id, judgedVersion: judgements.version, agreed: equal)
    }
}
