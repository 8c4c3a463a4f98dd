import Database
import EvaluationRules
import Evaluations
import Kernel
import Schools
import ToolRules
import Tools

/// Two years of evaluations judged, talked through and agreed, and this term's still open.
extension DemoTrust {
    private static let schoolTools = ["behaviour-and-attitudes", "inclusion", "teaching-and-learning"]

    /// - Parameter today: history ends before it; what is open now is open at it.
    func makeHistory(until today: Day) async throws {
        let calendar = try await database.read { try $0.calendar() }
        let past = calendar.years.flatMap(\.terms).filter { $0.last < today }.suffix(6)
        for (number, term) in past.enumerated() {
            for index in DemoSchool.willowbrook.indices {
                try await judgeTerm(number, of: past.count, term, school: index)
            }
        }
        try await openNow(calendar, today)
    }

    private func judgeTerm(_ number: Int, of count: Int, _ term: Term, school index: Int) async throws {
        let school = DemoSchool.willowbrook[index]
        guard number >= count - school.terms else { return }
        let share = count > 1 ? Double(number) / Double(count - 1) : 1
        let level = school.course.lowerBound + (school.course.upperBound - school.course.lowerBound) * share
        let window = Window("\(term.name) \(term.first.year)", term.first, term.last)
        clock.set(to: term.first + 12, minute: index)
        let tool = Self.schoolTools[number % Self.schoolTools.count]
        try await judgeFully(tool, at: .school(schools[index]), window, level: level, asOnceWorded: number == 0)
        guard number % 3 == 1 else { return }
        for department in school.departments {
            guard let id = departments["\(index) \(department.name)"] else { continue }
            let own = level + Double(clock.pick(-4..<5)) / 10
            try await judgeFully("curriculum-intent", at: .department(id, of: schools[index]), window, level: own)
        }
    }

    private func judgeFully(
        _ tool: String, at place: Place, _ window: Window, level: Double, asOnceWorded: Bool = false
    ) async throws {
        guard let id = try await open(tool, at: place, window, asOnceWorded: asOnceWorded) else { return }
        for side in Side.allCases { try await judge(id, side, level: side == .school ? level : level - 0.15, share: 1) }
        try await reveal(id)
        try await talkThrough(id, leaving: 0)
        for side in Side.allCases {
            clock.tick()
            if let actor = judge(side, at: place) { _ = try await signEvaluation(id, by: actor, in: database) }
        }
    }

    /// What somebody who looks around finds open: one to judge, one to reveal, one to talk through.
    private func openNow(_ calendar: SchoolCalendar, _ today: Day) async throws {
        let day = calendar.term(of: today) != nil ? today : calendar.nextHalfTerm(after: today)?.first ?? today
        guard let term = calendar.term(of: day) else { return }
        let window = Window("\(term.name) \(term.first.year)", term.first, term.last)
        clock.set(to: min(day, max(term.first + 3, day - 4)))
        let academy = schools[4]
        if let english = departments["4 English"] {
            let id = try await open("curriculum-intent", at: .department(english, of: academy), window)
            if let id { try await judge(id, .school, level: 2.6, share: 0.4) }
        }
        if let id = try await open("teaching-and-learning", at: .school(schools[5]), window) {
            for side in Side.allCases { try await judge(id, side, level: side == .school ? 2.4 : 2.0, share: 0.9) }
        }
        if let id = try await open("behaviour-and-attitudes", at: .school(schools[2]), window) {
            for side in Side.allCases { try await judge(id, side, level: side == .school ? 2.5 : 2.2, share: 1) }
            try await reveal(id)
            try await talkThrough(id, leaving: 3)
        }
        _ = try await open("inclusion", at: .school(academy), window)
        _ = try await open("behaviour-and-attitudes", at: .school(schools[0]), window)
    }

    /// - Parameter asOnceWorded: with the tool's oldest version, so that movement crosses a map of versions.
    private func open(
        _ tool: String, at place: Place, _ window: Window, asOnceWorded: Bool = false
    ) async throws -> ID<Evaluation>? {
        let versions = try await database.read { try $0.toolVersions() }.filter { $0.tool.text == tool }
        guard let version = asOnceWorded ? versions.last : versions.first, let liaison = judge(.liaison, at: place)
        else { return nil }
        let input = OpenInput(version: version.id, place: place, window: window)
        return try await openEvaluation(input, by: liaison, in: database)
    }

    /// Judges the first `share` of the statements for a side around `level`, a few left until next time.
    private func judge(_ id: ID<Evaluation>, _ side: Side, level: Double, share: Double) async throws {
        let opened = try await database.read { try $0.evaluation(id) }
        guard let actor = judge(side, at: opened.evaluation.place) else { return }
        let items = opened.evaluation.items
        for item in items.prefix(Int(Double(items.count) * share)) {
            clock.tick()
            _ = try await recordJudgement(
                judgement(of: item, around: level, in: opened), of: id, by: actor, in: database)
        }
        clock.tick()
        if share >= 0.9 { try await declareReady(true, id, by: actor, in: database) }
    }

    private func judgement(of item: ItemID, around level: Double, in opened: OpenedEvaluation) -> JudgementInput {
        if clock.pick(0..<20) == 0 {
            return JudgementInput(item: item, verdict: .left, reason: "", version: 0)
        }
        let drawn = level + Double(clock.pick(-7..<8)) / 10
        let chosen = min(max(Int(drawn.rounded()), 1), 4)
        let kinds = opened.tool.item(item)?.item.guide.evidence.map(\.kind.name) ?? []
        let evidence = kinds.isEmpty ? "visits" : clock.pick(kinds).lowercased()
        return JudgementInput(
            item: item, verdict: .level(chosen),
            reason: DemoWords.reason(level: chosen, evidence: evidence, lots: clock), version: 0)
    }

    private func reveal(_ id: ID<Evaluation>) async throws {
        let place = try await database.read { try $0.evaluation(id).evaluation.place }
        guard let liaison = judge(.liaison, at: place) else { return }
        clock.tick()
        try await revealJudgements(of: id, by: liaison, in: database)
    }

    /// Agrees what differs, but for the last `leaving` statements.
    private func talkThrough(_ id: ID<Evaluation>, leaving: Int) async throws {
        let place = try await database.read { try $0.evaluation(id).evaluation.place }
        guard let liaison = judge(.liaison, at: place) else { return }
        let seen = try await readEvaluation(id, for: liaison, in: database)
        for item in seen.open.dropLast(leaving) {
            let both = Side.allCases.compactMap { seen.judgements[$0]?[item]?.verdict?.level }
            let agreed = both.isEmpty ? Verdict.left : .level(clock.pick(both))
            let input = AgreementInput(
                item: item, verdict: agreed, basis: clock.pick(Agreement.Basis.choices),
                words: clock.pick(DemoWords.moved), version: 0)
            clock.tick()
            try await agreeStatement(input, of: id, by: liaison, in: database)
        }
    }
}
