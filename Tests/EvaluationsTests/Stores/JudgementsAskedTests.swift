import Database
import EvaluationRules
import Evaluations
import Kernel
import Site
import TestKit
import Testing

/// What waits for whom.
@Suite struct JudgementsAskedFor {
    @Test(arguments: Engine.available)
    func eachSideIsAskedForItsNextStepUntilItHasSigned(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            let id = try await rounds.open(window: 1)
            let items = try await readEvaluation(id, for: trust.head, in: trust.database).items
            let asked = try #require(try await one(rounds, trust.head))
            #expect(asked.evaluation == id && asked.step == .judge && asked.side == .school)
            #expect(asked.placeName == "Willowbrook Academy" && asked.statements == 6 && asked.toolName == "Sums")
            #expect(asked.address == "/evaluations/\(id)" && asked.window.name == "Window 1")
            try await trust.judge(id, items, by: trust.head) { _ in .level(2) }
            #expect(try await one(rounds, trust.head)?.step == .sayReady)
            #expect(try await one(rounds, trust.head)?.progress == Progress(judged: 6))
            #expect(try await one(rounds, trust.liaison)?.progress == Progress())
            try await declareReady(true, id, by: trust.head, in: trust.database)
            #expect(try await one(rounds, trust.head) == nil)
            try await trust.judge(id, items, by: trust.liaison) { $0 == 0 ? .level(1) : .level(2) }
            try await declareReady(true, id, by: trust.liaison, in: trust.database)
            #expect(try await one(rounds, trust.head)?.step == .reveal)
            try await revealJudgements(of: id, by: trust.head, in: trust.database)
            #expect(try await one(rounds, trust.head)?.step == .agree)
            #expect(try await one(rounds, trust.liaison)?.toAgree == 1)
            try await trust.agree(id, items[0], .level(2), by: trust.head)
            #expect(try await one(rounds, trust.deputy)?.step == .sign)
            #expect(try await one(rounds, trust.deputy)?.address == "/evaluations/\(id)/room")
            _ = try await signEvaluation(id, by: trust.head, in: trust.database)
            #expect(try await one(rounds, trust.head) == nil)
            _ = try await signEvaluation(id, by: trust.liaison, in: trust.database)
            #expect(try await one(rounds, trust.liaison) == nil)
            try await reopenEvaluation(id, because: "New figures", by: trust.liaison, in: trust.database)
            #expect(try await one(rounds, trust.head)?.step == .sign)
        }
    }

    @Test(arguments: Engine.available)
    func aDepartmentsLeaderIsAskedAndTheSchoolsWhereThereIsNone(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            let english = try await rounds.open(trust.english, window: 1)
            #expect(try await one(rounds, trust.headOfEnglish)?.evaluation == english)
            #expect(try await one(rounds, trust.headOfEnglish)?.placeName == "English, Willowbrook Academy")
            #expect(try await one(rounds, trust.head) == nil)
            #expect(try await one(rounds, trust.liaison)?.side == .liaison)
            let leaderless = try await trust.database.read { tx in
                try tx.first(
                    """
                    SELECT d.id FROM department d WHERE d.school_id = \(trust.academy) AND NOT EXISTS (
                        SELECT 1 FROM post p WHERE p.department_id = d.id AND p.role = 'middle-leader')
                    """
                ) { try $0[0] as DepartmentID }
            }
            let place = Place.department(try #require(leaderless), of: trust.academy)
            let other = try await rounds.open(place, window: 1)
            #expect(try await one(rounds, trust.head)?.evaluation == other)
        }
    }

    @Test(arguments: Engine.available)
    func readersStrangersAndTheWholeTrustsJudgesAreNotAsked(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            _ = try await rounds.open(window: 1)
            for actor in [trust.governor, trust.stranger, trust.director, trust.nobody, trust.administrator] {
                #expect(try await one(rounds, actor) == nil)
            }
        }
    }

    @Test(arguments: Engine.available)
    func whatIsAskedIsDueFromTheFirstDayOfItsWindowUntilItsLast(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let (trust, today) = (rounds.trust, rounds.trust.today)
            let id = try await rounds.open(window: 1)
            func due(through day: Day) async throws -> [Due] {
                try await trust.database.read { try evaluationsFeature().due(trust.liaison, day, $0) }
            }
            let found = try #require(try await due(through: today).first)
            #expect(found.id == "judgement-\(id)" && found.kind == .judgement)
            #expect(found.title == "Judge Sums: 6 statements" && found.place == "Willowbrook Academy")
            #expect(found.day == today - 59 && found.until == today + 30 && found.address == "/evaluations/\(id)")
            #expect(try await due(through: today - 60).isEmpty)
        }
    }

    /// The only one, if any.
    private func one(_ rounds: Rounds, _ actor: Actor) async throws -> JudgementAsked? {
        let found = try await rounds.database.read { try $0.judgementsAsked(of: actor) }
        #expect(found.count <= 1)
        return found.first
    }
}
