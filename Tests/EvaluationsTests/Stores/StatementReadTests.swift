import App
import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing
import ToolRules

/// What other features ask of judged statements.
@Suite struct StatementReads {
    @Test(arguments: Engine.available)
    func agreedStatementsCarryTheirWordsAndLevelToThoseWhoMaySee(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            let id = try await rounds.finish(window: 1, ["told": .level(2), "drawn": .left])
            let items = try await rounds.items(id)
            func found(_ actor: Actor) async throws -> [AgreedStatement] {
                let wanted = ["gone", "drawn", "told"].map { items[$0]! }
                return try await rounds.database.read {
                    try $0.agreedStatements(of: id, items: wanted, seenBy: actor.visible(on: $0.today))
                }
            }
            let seen = try await found(trust.governor)
            #expect(seen.map(\.number) == ["1.1", "1.2"] && seen.map(\.text) == ["Text of told.", "Text of drawn."])
            #expect(seen[0].level == AgreedLevel(2, of: 4, "Some") && seen[1].level == nil)
            #expect(seen[0].area == "Curriculum" && seen[0].toolName == "Sums" && seen[0].agreedOn == trust.today)
            #expect(try await found(trust.stranger).isEmpty)
            #expect(try await found(trust.headOfEnglish).isEmpty)
            try await reopenEvaluation(id, because: "New figures", by: trust.liaison, in: rounds.database)
            #expect(try await found(trust.head).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func whatWasLeftAndThenWhatIsWeakestIsStaleUntilItIsJudgedAgain(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            try await rounds.finish(window: 1, ["told": .level(1), "late": .level(1)])
            trust.trust.clock.set(to: trust.today + 20)
            try await rounds.finish(window: 2, ["told": .level(2), "drawn": .left, "early": .level(3)])
            func stale(_ actor: Actor, at place: Place, upTo limit: Int = 9) async throws -> [StaleStatement] {
                try await rounds.database.read {
                    try $0.staleStatements(
                        at: place, on: $0.today, upTo: limit, seenBy: actor.visible(on: $0.today))
                }
            }
            let found = try await stale(trust.liaison, at: trust.school)
            #expect(found.map(\.text) == ["drawn", "late", "told", "early"].map { "Text of \($0)." })
            #expect(found.map(\.age) == [0, 20, 0, 0] && found[0].level == nil)
            #expect(found[2].level == AgreedLevel(2, of: 4, "Some"))
            #expect(try await stale(trust.liaison, at: trust.school, upTo: 2).count == 2)
            #expect(try await stale(trust.liaison, at: trust.english).isEmpty)
            #expect(try await stale(trust.stranger, at: trust.school).isEmpty)
            _ = try await rounds.open(window: 3)
            #expect(try await stale(trust.liaison, at: trust.school).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func theTwoNewestRoundsOfAStatementSayHowItMovedWhateverItsVersion(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let trust = rounds.trust
            let first = try await rounds.finish(window: 1, ["told": .level(4), "drawn": .level(1), "gone": .level(2)])
            let old = try await rounds.items(first)
            func moved(_ items: [ItemID], _ actor: Actor) async throws -> [ItemID: StatementMovement] {
                try await rounds.database.read {
                    try $0.movement(of: items, at: trust.school, seenBy: actor.visible(on: $0.today))
                }
            }
            let once = try await moved([old["told"]!], trust.governor)
            #expect(once[old["told"]!]?.before == nil && once[old["told"]!]?.movement == nil)
            try await rounds.installSecond()
            try await rounds.finish(window: 2, ["told": .level(3), "drawn": .level(2)])
            let last = try await rounds.finish(window: 3, ["told": .level(3), "drawn": .level(4), "both": .left])
            let new = try await rounds.items(last)
            let asked = [old["drawn"]!, new["told"]!, old["gone"]!, new["both"]!]
            let found = try await moved(asked, trust.governor)
            #expect(found[asked[0]]?.movement == .up(2) && found[asked[1]]?.movement == .same)
            #expect(found[asked[2]]?.movement == .notJudged && found[asked[3]]?.now.verdict == .left)
            #expect(found[asked[0]]?.now.level == AgreedLevel(4, of: 4, "Fully"))
            #expect(found[asked[0]]?.before?.window.name == "Window 2")
            #expect(try await moved(asked, trust.stranger).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func noneOfTheseCostsMoreAfterTenRounds(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            for number in 1...3 { try await rounds.finish(window: number, ["told": .level(2), "late": .left]) }
            let few = try await costs(rounds)
            for number in 4...13 { try await rounds.finish(window: number, ["told": .level(2), "late": .left]) }
            for (many, few) in zip(try await costs(rounds), few) {
                #expect(many.statements == 1 && many.rows == few.rows)
                #expect(Double(many.steps) <= Double(few.steps) * 1.1, "\(few) became \(many)")
            }
        }
    }

    private func costs(_ rounds: Rounds) async throws -> [(statements: Int, rows: Int, steps: Int)] {
        let trust = rounds.trust
        let newest = try await rounds.database.read {
            try $0.first("SELECT id FROM evaluation ORDER BY window_first DESC LIMIT 1") { try $0[0] as ID<Evaluation> }
        }
        let id = newest!
        let items = Array(try await rounds.items(id).values)
        let asks: [@Sendable (Reading) throws -> Void] = [
            { _ = try $0.agreedStatements(of: id, items: items, seenBy: trust.head.visible(on: $0.today)) },
            {
                _ = try $0.staleStatements(
                    at: trust.school, on: $0.today, upTo: 5, seenBy: trust.head.visible(on: $0.today))
            },
            { _ = try $0.movement(of: items, at: trust.school, seenBy: trust.head.visible(on: $0.today)) },
            { _ = try $0.judgementsAsked(of: trust.head) },
        ]
        var costs: [(statements: Int, rows: Int, steps: Int)] = []
        for ask in asks { costs.append(try await trust.cost { try await rounds.database.read(ask) }) }
        return costs
    }
}
