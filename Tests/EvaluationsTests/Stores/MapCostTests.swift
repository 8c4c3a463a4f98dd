import Database
import EvaluationRules
import Evaluations
import Kernel
import Testing
import TestKit

/// What a page costs does not depend on rows that it does not show.
@Suite struct MapCostTests {
    @Test(arguments: Engine.available)
    func tenTimesTheHistoryCostsTheSameQueriesAndRows(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            try await trust.finish(.school(trust.ashdown), window: 1, [.level(1), .level(2)])
            let once = try await costs(trust)
            for number in 2...10 { try await trust.finish(.school(trust.ashdown), window: number, [.level(2), .level(3)]) }
            let tenfold = try await costs(trust)
            #expect(tenfold.map.statements == once.map.statements && tenfold.map.rows == once.map.rows)
            #expect(tenfold.area.statements == once.area.statements && tenfold.area.rows == once.area.rows)
            #expect(tenfold.school.statements == once.school.statements)
            #expect(tenfold.school.rows == once.school.rows + 9)
        }
    }

    @Test(arguments: Engine.available)
    func theMapTakesThreeQueriesAndAnUnchangedOneTakesOne(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            try await trust.finish(.school(trust.ashdown), [.level(1)])
            let whole = try await trust.cost { _ = try await trust.map(for: trust.director) }
            #expect(whole.statements == 3)
            let unchanged = try await trust.cost { _ = try await trust.mark() }
            #expect(unchanged.statements == 1 && unchanged.rows == 1)
        }
    }

    private typealias Cost = (statements: Int, rows: Int)

    private func costs(_ trust: MapTrust) async throws -> (map: Cost, school: Cost, area: Cost) {
        (
            try await trust.cost { _ = try await trust.map(for: trust.director) },
            try await trust.cost { _ = try await trust.school(trust.ashdown, for: trust.director) },
            try await trust.cost { _ = try await trust.area(of: trust.ashdown, for: trust.director) }
        )
    }
}
