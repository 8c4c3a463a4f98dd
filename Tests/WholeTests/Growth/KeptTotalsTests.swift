import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing

/// Totals are kept at the save; counted anew from the judgements and agreements they must come to the same.
@Suite struct KeptTotalsTests {
    @Test(arguments: Engine.available)
    func whatEveryEvaluationComesToIsWhatItsAgreementsComeTo(engine: Engine) async throws {
        try await GrownTrust.with(rounds: 2, on: engine) { trust in
            let kept = try await trust.database.read { try $0.keptTotals() }
            let counted = try await trust.database.read { try $0.countedTotals() }
            #expect(kept.count == 2 * 6 * 3)
            #expect(kept == counted)
        }
    }

    @Test(arguments: Engine.available)
    func everyCellOfTheMapAddsUpTheNewestRound(engine: Engine) async throws {
        try await GrownTrust.with(rounds: 2, on: engine) { trust in
            let cells = try await trust.database.read { try $0.cells() }
            let newest = try await trust.database.read { try $0.countedTotals() }
            #expect(cells.count == 6 * 3)
            for cell in cells {
                let own = newest.filter { $0.value.school == cell.school && $0.value.area == cell.area }
                let last = try #require(own.values.max { $0.window < $1.window })
                #expect(cell.counts == last.counts)
            }
            // One evaluation a school is open, and none is counted twice.
            #expect(cells.map(\.open).reduce(0, +) == 6)
            #expect(cells.allSatisfy { $0.finished == 1 })
        }
    }

    @Test(arguments: Engine.available)
    func theProgressOfEverySideIsWhatItsJudgementsComeTo(engine: Engine) async throws {
        try await GrownTrust.with(rounds: 1, on: engine) { trust in
            let kept = try await trust.database.read { try $0.keptProgress() }
            let counted = try await trust.database.read { try $0.countedProgress() }
            #expect(kept.count == 2 * (6 * 3 + 6))
            #expect(kept == counted)
        }
    }
}

struct CountedTotal: Equatable {
    let school: SchoolID
    let area: String
    let window: Day
    /// Statements at levels one to four, left, and not judged.
    let counts: [Int]
}

struct CountedCell {
    let school: SchoolID
    let area: String
    let counts: [Int]
    let finished: Int
    let open: Int
}

extension Reading {
    fileprivate func keptTotals() throws -> [ID<Evaluation>: CountedTotal] {
        try totals(
            """
            SELECT e.id, e.school_id, e.area, e.window_first, t.level_1, t.level_2, t.level_3, t.level_4, t.left_count,
                   t.not_judged
            FROM evaluation_total t JOIN evaluation e ON e.id = t.evaluation_id
            """)
    }

    fileprivate func countedTotals() throws -> [ID<Evaluation>: CountedTotal] {
        try totals(
            """
            SELECT e.id, e.school_id, e.area, e.window_first, COUNT(*) FILTER (WHERE a.level = 1),
                   COUNT(*) FILTER (WHERE a.level = 2), COUNT(*) FILTER (WHERE a.level = 3),
                   COUNT(*) FILTER (WHERE a.level = 4), COUNT(*) FILTER (WHERE a.verdict = 'left'),
                   e.statements - COUNT(*)
            FROM evaluation e JOIN agreement a ON a.evaluation_id = e.id
            WHERE (SELECT COUNT(*) FROM evaluation_signature s WHERE s.evaluation_id = e.id) = 2
            GROUP BY e.id, e.school_id, e.area, e.window_first, e.statements
            """)
    }

    private func totals(_ question: SQL) throws -> [ID<Evaluation>: CountedTotal] {
        let found = try rows(question) { row in
            let counts: [Int] = try (4..<10).map { try row[$0] }
            return (
                try row[0] as ID<Evaluation>,
                CountedTotal(school: try row[1], area: try row[2], window: try row[3], counts: counts)
            )
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    fileprivate func cells() throws -> [CountedCell] {
        try rows(
            """
            SELECT school_id, area, level_1, level_2, level_3, level_4, left_count, not_judged, finished, open
            FROM school_area
            """
        ) { row in
            let counts: [Int] = try (2..<8).map { try row[$0] }
            return CountedCell(
                school: try row[0], area: try row[1], counts: counts, finished: try row[8], open: try row[9])
        }
    }

    fileprivate func keptProgress() throws -> [String: [Int]] {
        try progress("SELECT evaluation_id, side, judged, left_count, without_reason FROM evaluation_progress")
    }

    fileprivate func countedProgress() throws -> [String: [Int]] {
        try progress(
            """
            SELECT evaluation_id, side, COUNT(*) FILTER (WHERE verdict = 'level' AND reason <> ''),
                   COUNT(*) FILTER (WHERE verdict = 'left'), COUNT(*) FILTER (WHERE verdict = 'level' AND reason = '')
            FROM judgement GROUP BY evaluation_id, side
            """)
    }

    private func progress(_ question: SQL) throws -> [String: [Int]] {
        let found = try rows(question) { row in
            ("\(try row.text(0)) \(try row.text(1))", [try row[2] as Int, try row[3], try row[4]])
        }
        return Dictionary(uniqueKeysWithValues: found)
    }
}
