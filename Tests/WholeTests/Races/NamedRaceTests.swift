import Database
import EvaluationRules
import Evaluations
import Kernel
import Plans
import TestKit
import Testing
import ToolRules

/// The faults that were seen on PostgreSQL, each by its name.
@Suite struct NamedRaceTests {
    @Test(arguments: Engine.available) func bothSidesPressTheirNamesAtTheSameMoment(engine: Engine) async throws {
        try await RaceWorld.with(engine) { world in
            let (id, trust) = (world.evaluations[.settled]!.id, world.trust)
            let finished = try await atOnce(
                world, { try await signEvaluation(id, by: trust.head, in: $0) },
                { try await signEvaluation(id, by: trust.liaison, in: $0) })
            #expect(finished.filter { $0 }.count == 1)
            let seen = try await readEvaluation(id, for: trust.head, in: trust.database)
            #expect(seen.stage == .finished)
            #expect(try await world.faults() == [])
            try await reopenEvaluation(id, because: "New data", by: trust.liaison, in: trust.database)
        }
    }

    @Test(arguments: Engine.available) func aJudgementBesideTheRevealIsInItOrRefused(engine: Engine) async throws {
        try await RaceWorld.with(engine) { world in
            let (judged, trust) = (world.evaluations[.ready]!, world.trust)
            let input = JudgementInput(item: judged.items[1], verdict: .level(2), reason: "Seen again", version: 1)
            let saved = try await atOnce(
                world,
                { database in
                    do {
                        _ = try await recordJudgement(input, of: judged.id, by: trust.head, in: database)
                    } catch is Refusal { return false }
                    return true
                },
                {
                    try await revealJudgements(of: judged.id, by: trust.liaison, in: $0)
                    return true
                })
            #expect(saved.contains(true))
            #expect(try await world.faults() == [])
            let seen = try await readEvaluation(judged.id, for: trust.head, in: trust.database)
            // Both now judge it the same; if that was in time, it is agreed.
            let isAgreed = seen.agreements[judged.items[1]] != nil
            #expect(isAgreed == (seen.judgements[.school]?[judged.items[1]]?.verdict == .level(2)))
        }
    }

    @Test(arguments: Engine.available)
    func twoWhoPutTheSameTwoTogetherAreToldSoInWords(engine: Engine) async throws {
        try await RaceWorld.with(engine) { world in
            let made = try await atOnce(world, { try await open(world, in: $0) }, { try await open(world, in: $0) })
            #expect(made.sorted { $0.count < $1.count }.first == "" && made.contains { $0.contains("was opened for") })
        }
    }
}

private func open(_ world: RaceWorld, in database: any Database) async throws -> String {
    do { _ = try await openEvaluation(world.opening, by: world.trust.head, in: database) } catch let refusal as Refusal
    {
        return refusal.sentence
    }
    return ""
}

/// Does two things from one snapshot.
private func atOnce<Value: Sendable>(
    _ world: RaceWorld, _ one: @escaping @Sendable (any Database) async throws -> Value,
    _ other: @escaping @Sendable (any Database) async throws -> Value
) async throws -> [Value] {
    let rendezvous = Rendezvous()
    return try await withThrowingTaskGroup(of: Value.self) { group in
        for act in [one, other] {
            group.addTask {
                defer { rendezvous.leave() }
                return try await act(RacingDatabase(world.trust.database, rendezvous))
            }
        }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}
