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
            let tenfold = try await costs(trust)
            #expect(tenfold.map.statements == once.map.statements && tenfold.map.rows == once.map.rows)
            #expect(tenfold.area.statements == once.area.statements && tenfold.area.rows == once.area.rows)
            #expect(tenfold.school.statements == once.school.statements)
            // The list of its evaluations is nine lines longer, and stops growing with the page.
            #expect(tenfold.school.rows == once.school.rows + 9)
        }
    }

    @Test(arguments: Engine.available)
    func theMapTakesThreeQueriesAndAnUnchangedOneTakesOne(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, [.level(1)])
            let whole = try await trust.cost { _ = try await trust.map(for: trust.director) }
            #expect(whole.statements == 3)
            let unchanged = try await trust.cost { _ = try await trust.mark() }
            #expect(unchanged.statements == 1 && unchanged.rows == 1)
        }
    }

    private typealias Cost = (statements: Int, rows: Int)

    private func costs(_ trust: Willowbrook) async throws -> (map: Cost, school: Cost, area: Cost) {
        (
            try await trust.cost { _ = try await trust.map(for: trust.director) },
            try await trust.cost { _ = try await trust.seenSchool(by: trust.director) },
            try await trust.cost { _ = try await trust.seenArea(by: trust.director) }
        )
    }
}
