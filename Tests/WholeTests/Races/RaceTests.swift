import App
import Database
import Foundation
import Kernel
import Schools
import Synchronization
import TestKit
import Testing

/// Every two verbs that can start from the same state, done at the same moment on two connections: whatever came of it, what
/// must be true of the rows is true, and each of the two was done or told in a sentence why not.
@Suite struct RaceTests {
    /// `TERMWISE_RACE_ROUNDS` asks for more, as `Benchmarks/races` does.
    private static let rounds =
        ProcessInfo.processInfo.environment["TERMWISE_RACE_ROUNDS"].flatMap { Int($0) } ?? 4

    @Test(arguments: Engine.available) func twoAtTheSameMomentLeaveNothingBroken(engine: Engine) async throws {
        try await RaceWorld.with(engine) { world in
            #expect(try await world.faults() == [])
            let kept = try await KeptRows(of: world.trust.database)
            var touched: [Scene: Set<String>] = [:]
            for scene in Scene.allCases { touched[scene] = try await world.touched(in: scene, kept) }
            for scene in Scene.allCases {
                let verbs = racingVerbs.filter { $0.scenes.contains(scene) }
                // The second of two may do what the verb does alone from a later state.
                let touched = verbs.flatMap(\.scenes).reduce(into: Set()) { $0.formUnion(touched[$1]!) }
                for (index, one) in verbs.enumerated() {
                    for other in verbs[index...] {
                        let faults = try await world.race(one, other, in: scene, rounds: Self.rounds, kept, touched)
                        #expect(faults == [], "\(one.name) beside \(other.name), \(scene)")
                    }
                }
                #expect(try await kept.changed() == [], "\(scene) was not made again as it was")
            }
        }
    }

    @Test func everyVerbThatWritesIsInARaceOrSaysWhyNot() throws {
        let racing = Set(racingVerbs.map(\.verb))
        let writing = try writingVerbs()
        #expect(writing.count > 100)
        #expect(writing.subtracting(racing).subtracting(notRaced.keys).sorted() == [], "verbs without a race")
        #expect(racing.union(notRaced.keys).subtracting(writing).sorted() == [], "no verb that writes")
        #expect(racing.intersection(notRaced.keys).sorted() == [])
    }
}

extension RaceWorld {
    /// What is wrong with the rows, the moves of the calendar included, which `termwise check` cannot tell from days that
    /// were closed afterwards.
    func faults() async throws -> [String] {
        try await trust.database.read { [today] tx in
            try tx.faults(
                Features.invariants + [
                    Invariant(
                        "A look to come falls on a day that is closed",
                        broken: """
                            SELECT o.check_id FROM open_check o JOIN marked_day m ON m.day = o.due_on
                            WHERE m.kind = 'closed' AND o.due_on > \(today)
                            """),
                    Invariant(
                        "A planned meeting falls on a day that is closed",
                        broken: """
                            SELECT m.id FROM line_meeting m JOIN marked_day d ON d.day = m.meets_on AND d.kind = 'closed'
                            WHERE m.moved_at IS NULL AND m.began_at IS NULL AND m.called_off_at IS NULL
                                AND m.meets_on > \(today)
                            """),
                    Invariant(
                        "Somebody holds a post at a school that ended",
                        broken: """
                            SELECT p.id FROM post p JOIN school s ON s.id = p.school_id
                            WHERE (s.left_on IS NOT NULL OR s.status = 'closed') AND p.ends_on >= \(today)
                            """),
                    Invariant(
                        "A look to come is at a school that ended",
                        broken: """
                            SELECT o.check_id FROM open_check o JOIN plan p ON p.id = o.plan_id
                            JOIN school s ON s.id = p.school_id
                            WHERE (s.left_on IS NOT NULL OR s.status = 'closed') AND o.due_on >= \(today)
                            """),
                    Invariant(
                        "A line meeting to come is at a school that ended",
                        broken: """
                            SELECT m.id FROM line_meeting m JOIN line l ON l.id = m.line_id
                            JOIN school s ON s.id = l.school_id
                            WHERE (s.left_on IS NOT NULL OR s.status = 'closed') AND m.meets_on >= \(today)
                                AND m.began_at IS NULL AND m.called_off_at IS NULL
                            """),
                    Invariant(
                        "Nobody will be administrator",
                        broken: """
                            SELECT name FROM trust WHERE NOT EXISTS (
                                SELECT 1 FROM post WHERE role = 'administrator' AND ends_on > \(today))
                            """),
                ])
        }
    }

    /// Does each verb alone.
    /// - Returns: the tables that they write, together and each after the other.
    func touched(in scene: Scene, _ kept: KeptRows) async throws -> Set<String> {
        var touched: Set<String> = []
        for verb in racingVerbs where verb.scenes.contains(scene) {
            let answer = await answer(of: verb, in: scene, trust.database)
            #expect(answer == .done, "\(verb.name) alone, \(scene)")
            touched.formUnion(try await kept.changed())
            try await kept.restore(touched)
        }
        return touched
    }

    func race(
        _ one: RacingVerb, _ other: RacingVerb, in scene: Scene, rounds: Int, _ kept: KeptRows, _ touched: Set<String>
    ) async throws -> [String] {
        var faults: Set<String> = []
        for round in 0..<rounds {
            let rendezvous = Rendezvous()
            let pair = round.isMultiple(of: 2) ? [one, other] : [other, one]
            let answers = await withTaskGroup(of: Answer.self) { group in
                for verb in pair {
                    group.addTask {
                        let database = RacingDatabase(trust.database, rendezvous)
                        defer { rendezvous.leave() }
                        return await answer(of: verb, in: scene, database)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            faults.formUnion(answers.compactMap(\.fault))
            if !answers.contains(.done) { faults.insert("Neither was done.") }
            faults.formUnion(try await self.faults())
            try await kept.restore(touched.union(try await leftovers(kept, after: faults)))
        }
        return faults.sorted()
    }

    /// A race that broke something may have written where no verb alone does.
    private func leftovers(_ kept: KeptRows, after faults: Set<String>) async throws -> Set<String> {
        faults.isEmpty ? [] : try await kept.changed()
    }

    private func answer(of verb: RacingVerb, in scene: Scene, _ database: any Database) async -> Answer {
        do {
            try await verb.act(RaceHands(world: self, scene: scene, database: database))
            return .done
        } catch is Refusal {
            return .refused
        } catch is CalendarMovesUnseen {
            return .refused
        } catch {
            return .failed("\(error)")
        }
    }
}

private enum Answer: Hashable, Sendable {
    case done, refused
    /// Without a sentence for whoever pressed.
    case failed(String)

    var fault: String? { if case .failed(let words) = self { words } else { nil } }
}
