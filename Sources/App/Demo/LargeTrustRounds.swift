import Database
import EvaluationRules
import Evaluations
import Kernel
import Schools
import ToolRules

extension LargeTrust {
    /// One finished evaluation for each school and tool in each of the last terms before `today`.
    func judgeRounds(before today: Day) async throws {
        let calendar = try await database.read { try $0.calendar() }
        let terms = calendar.years.flatMap(\.terms).filter { $0.last < today }.suffix(shape.rounds)
        for term in terms {
            for school in schools.indices {
                clock.set(to: term.first + 12, minute: school)
                let evaluations = tools.map { judged($0, school, term.window, isAgreed: true) }
                try await bringInEvaluations(evaluations, in: database)
            }
        }
    }

    /// One evaluation a school that both sides have judged and may judge anew.
    func openThisTerm(_ today: Day) async throws {
        let calendar = try await database.read { try $0.calendar() }
        let day = calendar.term(of: today) != nil ? today : calendar.nextHalfTerm(after: today)?.first ?? today
        guard let term = calendar.term(of: day) else { return }
        clock.set(to: min(today, max(term.first + 3, today - 4)))
        let open = schools.indices.map { judged(tools[$0 % tools.count], $0, term.window, isAgreed: false) }
        try await bringInEvaluations(open, in: database)
    }

    private func judged(_ tool: PublishedTool, _ school: Int, _ window: Window, isAgreed: Bool) -> PastEvaluation {
        let level = 1.6 + 1.8 * Double(school) / Double(max(1, schools.count - 1))
        let ours = tool.items.map { judgement(of: $0, around: level) }
        let theirs = tool.items.map { judgement(of: $0, around: level - 0.15) }
        let differing = zip(ours, theirs).filter { $0.verdict != $1.verdict }
        return PastEvaluation(
            opening: OpenInput(version: tool.id, place: .school(schools[school]), window: window),
            school: PastJudgements(ours, by: heads[school]), liaison: PastJudgements(theirs, by: liaisons[school]),
            agreements: isAgreed ? differing.map(talkedThrough) : nil)
    }

    private func judgement(of item: PublishedItem, around level: Double) -> JudgementInput {
        if clock.pick(0..<20) == 0 { return JudgementInput(item: item.id, verdict: .left, reason: "", version: 0) }
        let chosen = min(max(Int((level + Double(clock.pick(-7..<8)) / 10).rounded()), 1), 4)
        let evidence = clock.pick(["lesson visits", "book looks", "conversations with pupils", "planning documents"])
        return JudgementInput(
            item: item.id, verdict: .level(chosen),
            reason: DemoWords.reason(level: chosen, evidence: evidence, lots: clock), version: 0)
    }

    private func talkedThrough(_ ours: JudgementInput, _ theirs: JudgementInput) -> AgreementInput {
        AgreementInput(
            item: ours.item, verdict: clock.pick([ours.verdict, theirs.verdict]),
            basis: clock.pick(Agreement.Basis.choices), words: clock.pick(DemoWords.moved), version: 0)
    }
}

extension Term {
    fileprivate var window: Window { Window("\(name) \(first.year)", first, last) }
}
