import Database
import EvaluationRules
import HTTPTypes
import Kernel
import TestKit
import Testing

/// No answer costs more because of what it does not show: the same pages and the same save on a trust that was judged
/// in one term and on one that was judged in ten.
@Suite struct GrowthTests {
    /// Addresses as somebody meets them, the same in both trusts.
    enum Work: CaseIterable { case finishedSheet, openSheet, card, heatMap, schoolList, save, unchangedSheet }

    @Test(arguments: Engine.available)
    func tenTimesTheHistoryCostsNothing(engine: Engine) async throws {
        let one = try await costs(rounds: 1, on: engine)
        let ten = try await costs(rounds: 10, on: engine)
        for work in Work.allCases {
            let (small, large) = (try #require(one[work]), try #require(ten[work]))
            #expect(large.statements == small.statements, "\(work)")
            #expect(large.rows == small.rows, "\(work)")
            #expect(Double(large.steps) <= Double(small.steps) * 1.1, "\(work): \(small) became \(large)")
        }
    }

    private func costs(rounds: Int, on engine: Engine) async throws -> [Work: Cost] {
        try await GrownTrust.with(rounds: rounds, on: engine) { trust in
            var costs: [Work: Cost] = [:]
            for work in Work.allCases { costs[work] = try await trust.cost(of: work) }
            return costs
        }
    }

    /// Their rows are more after ten terms, and all of them are shown.
    @Test(arguments: Engine.available, ["/evaluations", "/schools/first"])
    func aPageThatShowsMoreAsksAsOften(engine: Engine, path: String) async throws {
        let one = try await GrownTrust.with(rounds: 1, on: engine) { try await $0.cost(of: path) }
        let ten = try await GrownTrust.with(rounds: 10, on: engine) { try await $0.cost(of: path) }
        #expect(ten.statements == one.statements)
        #expect(ten.rows <= 250)
    }

    @Test func aSheetAsksAsOftenWhateverTheNumberOfItsStatements() async throws {
        let cost = try await GrownTrust.with(rounds: 1, on: .sqlite) { try await $0.cost(of: .finishedSheet) }
        #expect(cost.statements <= 8)
    }
}

extension GrownTrust {
    func cost(of work: GrowthTests.Work) async throws -> Cost {
        let finished = "/evaluations/\(try await evaluation(isFinished: true))"
        let open = "/evaluations/\(try await evaluation(isFinished: false))"
        switch work {
        case .finishedSheet: return try await cost { _ = try await found(finished) }
        case .openSheet: return try await cost { _ = try await found(open) }
        case .card:
            let card = try #require(links(in: try await found(open)).first { $0.contains("/cards/") })
            return try await cost { _ = try await found(card) }
        case .heatMap: return try await cost { _ = try await found("/heat-map") }
        case .schoolList: return try await cost { _ = try await found("/schools") }
        case .save: return try await costOfSaving(open)
        case .unchangedSheet: return try await costOfAskingAgain(finished)
        }
    }

    /// - Parameter path: of a page; the school called `first` is the first of the register.
    func cost(of path: String) async throws -> Cost {
        let path = path.replacing("first", with: try await school.text)
        return try await cost { _ = try await found(path) }
    }

    func found(_ path: String) async throws -> String {
        let answer = try await get(path)
        try #require(answer.status == .ok, "\(path) was answered with \(answer.status)")
        return answer.body
    }

    private func costOfSaving(_ sheet: String) async throws -> Cost {
        let action = try #require(
            links(in: try await found(sheet), naming: "action").first { $0.contains("/judgements/") })
        var version = 1
        return try await cost {
            let fields = ["version": String(version), "level": "2", "reason": "Looked at anew, time \(version)."]
            let answer = try await post(action, fields)
            try #require(answer.status == .seeOther)
            version += 1
        }
    }

    private func costOfAskingAgain(_ path: String) async throws -> Cost {
        let tag = try #require(try await get(path).headers[.eTag])
        return try await cost {
            let answer = try await get(path, headers: [.ifNoneMatch: tag])
            try #require(answer.status == .notModified)
        }
    }

    /// One of the newest window that has such.
    private func evaluation(isFinished: Bool) async throws -> ID<Evaluation> {
        let id = try await database.read { tx in
            try tx.first(
                """
                SELECT e.id FROM evaluation e LEFT JOIN evaluation_total t ON t.evaluation_id = e.id
                WHERE (t.evaluation_id IS NULL) = \(isFinished ? SQL("FALSE") : SQL("TRUE"))
                ORDER BY e.window_first DESC, e.id LIMIT 1
                """
            ) { try $0[0] as ID<Evaluation> }
        }
        return try #require(id)
    }

    private var school: SchoolID {
        get async throws {
            let id = try await database.read { tx in
                try tx.first("SELECT id FROM school ORDER BY urn LIMIT 1") { try $0[0] as SchoolID }
            }
            return try #require(id)
        }
    }

    private func links(in page: String, naming attribute: String = "href") -> [String] {
        page.split(separator: "\(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}
