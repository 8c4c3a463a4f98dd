import Database
import EvaluationRules
import Evaluations
import Kernel
import SchoolRules
import Schools
import TestKit
import Testing

@Suite struct MapReads {
    @Test(arguments: Engine.available)
    func aCellIsTheLowerMedianWithItsSpreadItsAgeAndWhatIsOpen(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.finish(trust.school, [.level(2), .level(2), .level(3), .level(4), .left])
            _ = try await trust.open(trust.english)
            let statements = try await readEvaluation(id, for: trust.head, in: trust.database).items.count
            let cell = try #require(try await trust.cell(for: trust.director))
            #expect(cell.tally.median == 2)
            #expect(cell.tally == Tally(counts: [0, 2, 1, 1], left: 1, notJudged: statements - 5))
            #expect(cell.agreed == trust.today...trust.today)
            #expect(cell.open == 1)
        }
    }

    @Test(arguments: Engine.available)
    func anAreaThatNobodyOpenedIsAColumnWithoutATotal(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let map = try await trust.map(for: trust.director)
            #expect(map.words.areas.contains(Willowbrook.area))
            #expect(map.words.levels(4, in: Willowbrook.area).first == "Not yet")
            #expect(map.schools.allSatisfy { $0.totals.isEmpty })
        }
    }

    @Test(arguments: Engine.available)
    func theWholeTrustSeesEverySchoolAndAGovernorTheOwnRowAlone(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let whole = try await trust.rows(for: trust.director)
            #expect(whole.count == 8 && whole == whole.sorted())
            #expect(try await trust.rows(for: trust.governor) == ["Willowbrook Academy"])
            #expect(try await trust.rows(for: trust.stranger) == ["Oakfield Primary School"])
            #expect(try await trust.rows(for: trust.liaison).count == 4)
        }
    }

    @Test(arguments: Engine.available)
    func aMiddleLeaderSeesNoSchoolLevelCell(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, [.level(2)])
            #expect(try await trust.rows(for: trust.headOfEnglish).isEmpty)
            let seen = try await trust.seenSchool(by: trust.headOfEnglish)
            #expect(seen.school.name == "Willowbrook Academy")
            #expect(seen.totals.isEmpty && seen.leaders.isEmpty && !seen.seesWhole)
            let area = try await trust.seenArea(by: trust.headOfEnglish)
            #expect(area.total == nil && area.agreed.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aStrangerSeesNothing(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, [.level(2)])
            #expect(try await trust.rows(for: trust.nobody).isEmpty)
            for stranger in [trust.nobody, trust.stranger] {
                await #expect(throws: Refusal.notFound) { try await trust.seenSchool(by: stranger) }
                await #expect(throws: Refusal.notFound) { try await trust.seenArea(by: stranger) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func aPostThatEndedShowsNothingMore(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (yesterday, person) = (trust.today - 1, trust.governor.person)
            _ = try await trust.database.write { tx in
                try tx.run("UPDATE post SET ends_on = \(yesterday) WHERE person_id = \(person)")
            }
            #expect(try await trust.rows(for: trust.governor).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aFilterKeepsOtherSchoolsAsChoicesAndReadsNoTotalsOfThem(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, [.level(2)])
            let special = try await trust.map(for: trust.director, MapChoice(kind: "special"))
            #expect(special.schools.count == 8 && special.schools.allSatisfy { $0.totals.isEmpty })
            #expect(try await trust.rows(for: trust.director, MapChoice(kind: "special")) == ["The Beacon School"])
            #expect(
                try await trust.rows(for: trust.director, MapChoice(category: "concern")) == ["Hartley High School"])
            let both = MapChoice(kind: "secondary", category: "secure")
            #expect(try await trust.rows(for: trust.director, both) == ["Willowbrook Academy"])
            #expect(try await trust.rows(for: trust.director, MapChoice(authority: "none")).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func theNewestDecisionAboutACategoryCounts(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let input = PlacingInput(category: "concern", reason: "Results fell", from: trust.today - 3)
            try await placeSchool(trust.academy, input, by: trust.director, in: trust.database)
            let rows = try await trust.rows(for: trust.director, MapChoice(category: "concern"))
            #expect(rows == ["Hartley High School", "Willowbrook Academy"])
            let placing = try #require(try await trust.seenSchool(by: trust.head).placing)
            #expect(placing.category.name == "Cause for concern" && placing.since == trust.today - 3)
        }
    }

    @Test(arguments: Engine.available)
    func aSchoolThatLeftIsNotOnTheMapAndKeepsItsPage(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (id, today) = (trust.academy, trust.today)
            _ = try await trust.database.write { tx in
                try tx.run("UPDATE school SET left_on = \(today), version = version + 1 WHERE id = \(id)")
            }
            #expect(try await !trust.rows(for: trust.director).contains("Willowbrook Academy"))
            let seen = try await trust.seenSchool(by: trust.head)
            #expect(seen.school.standing == .left(today))
            #expect(seen.mayOpen.isEmpty)
        }
    }
}
