import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing
import ToolRules

/// How statements moved over the rounds at one place.
@Suite struct MovementReads {
    @Test(arguments: Engine.available)
    func everyStatementMovesAsTheMapOfVersionsAllows(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let levels = ["told": 3, "drawn": 1, "early": 4, "late": 1, "voices": 2, "gone": 3]
            let first = try await rounds.finish(window: 1, levels.mapValues { .level($0) })
            try await rounds.installSecond()
            let now: [String: Verdict] = [
                "told": .level(1), "drawn": .level(2), "early-one": .level(4), "early-two": .left, "both": .level(2),
                "fresh": .level(3),
            ]
            let second = try await rounds.finish(window: 2, now)
            let seen = try await movement(second, rounds.trust.governor, rounds)
            let table = try #require(seen.table)
            #expect(table.rounds.map(\.evaluation) == [first, second] && seen.isFinished)
            #expect(
                table.rows.map { "\($0.item.item.key) \($0.movement)" } == [
                    "told down(2)", "drawn up(1)", "early-one \(Movement.incomparable(.statement))",
                    "early-two notJudged", "both \(Movement.incomparable(.statement))", "fresh new", "gone retired",
                ])
            #expect(table.rows[4].points[0]?.verdicts == [.level(1), .level(2)] && table.rows[5].points[0] == nil)
            #expect(table.rows[6].evaluation == first && table.rows[6].points[1] == nil)
            #expect(table.rows[4].ancestry.count == 3)
            #expect(table.count(.retired) == 1 && table.count(.incomparable) == 2 && table.count(.same) == 0)
            // Told and drawn alone were the same statements then.
            #expect(table.aspects.map(\.averages) == [[2, 12.0 / 5]])
        }
    }

    @Test(arguments: Engine.available)
    func roundsStandUpToTheEvaluationAndAtItsPlaceAlone(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            let first = try await rounds.finish(window: 1, ["told": .level(1)])
            let second = try await rounds.finish(window: 2, ["told": .level(1), "late": .left])
            try await rounds.finish(window: 3, ["told": .level(4)])
            try await rounds.finish(trust.english, window: 2, ["told": .level(4)])
            let open = try await rounds.open(window: 4)
            let seen = try await movement(second, trust.head, rounds)
            #expect(seen.table?.rounds.map(\.evaluation) == [first, second])
            #expect(seen.table?.rows[0].movement == .same && seen.table?.rows[3].movement == .notJudged)
            let early = try await movement(first, trust.head, rounds).table
            #expect(early?.rounds.count == 1 && early?.count(.new) == 6)
            let later = try await movement(open, trust.liaison, rounds)
            #expect(!later.isFinished && later.table?.rounds.count == 3 && later.table?.rows[0].movement == .up(3))
        }
    }

    @Test(arguments: Engine.available)
    func aStrangerFindsNothingAndADepartmentsLeaderTheOwnAlone(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            let whole = try await rounds.finish(window: 1, ["told": .level(1)])
            let own = try await rounds.finish(trust.english, window: 1, ["told": .level(1)])
            for actor in [trust.stranger, trust.headOfEnglish] {
                await #expect(throws: Refusal.notFound) { _ = try await movement(whole, actor, rounds) }
            }
            #expect(try await movement(own, trust.headOfEnglish, rounds).table?.rounds.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func sixRoundsAreReadWhateverTheHistory(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            var last = try await rounds.finish(window: 1, ["told": .level(1)])
            for number in 2...7 { last = try await rounds.finish(window: number, ["told": .level(2)]) }
            let seven = try await cost(last, rounds)
            for number in 8...14 { last = try await rounds.finish(window: number, ["told": .level(3)]) }
            let fourteen = try await cost(last, rounds)
            #expect(fourteen.statements == seven.statements && fourteen.statements <= 5)
            #expect(fourteen.rows == seven.rows)
            #expect(Double(fourteen.steps) <= Double(seven.steps) * 1.1)
            #expect(try await movement(last, rounds.trust.head, rounds).table?.rounds.first?.window.name == "Window 9")
        }
    }

    private func cost(
        _ id: ID<Evaluation>, _ rounds: Rounds
    ) async throws -> (statements: Int, rows: Int, steps: Int) {
        try await rounds.trust.cost { _ = try await movement(id, rounds.trust.head, rounds) }
    }

    private func movement(_ id: ID<Evaluation>, _ actor: Actor, _ rounds: Rounds) async throws -> SeenMovement {
        try await readMovement(upTo: id, for: actor, in: rounds.database)
    }
}
