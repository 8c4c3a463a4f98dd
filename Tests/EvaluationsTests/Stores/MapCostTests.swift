import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing

/// What a page costs does not depend on rows that it does not show.
@Suite struct MapCosts {
    @Test(arguments: Engine.available)
    func tenTimesTheHistoryCostsTheSameQueriesAndRows(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, window: 1, [.level(1), .level(2)])
            let once = try await costs(trust)
            for number in 2...10 { try await trust.finish(trust.school, window: number, [.level(2), .level(3)]) }
            for (ten, one) in zip(try await costs(trust), once) {
                #expect(ten.statements == one.statements && ten.rows == one.rows)
                #expect(Double(ten.steps) <= Double(one.steps) * 1.1)
            }
        }
    }

    @Test(arguments: Engine.available)
    func theMapTakesTwoQueries(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, [.level(1)])
            let whole = try await trust.cost { _ = try await trust.map(for: trust.director) }
            #expect(whole.statements == 2)
        }
    }

    /// Of the map, the school and its area.
    private func costs(_ trust: Willowbrook) async throws -> [(statements: Int, rows: Int, steps: Int)] {
        [
            try await trust.cost { _ = try await trust.map(for: trust.director) },
            try await trust.cost { _ = try await trust.seenSchool(by: trust.director) },
            try await trust.cost { _ = try await trust.seenArea(by: trust.director) },
        ]
    }
}
