import Database
import EvaluationRules
import Evaluations
import Kernel
import SchoolRules
import Testing
import TestKit

@Suite struct MapReadTests {
    @Test(arguments: Engine.available)
    func aCellIsTheLowerMedianWithItsSpreadItsAgeAndWhatIsOpen(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            try await trust.finish(.school(trust.ashdown), [.level(2), .level(2), .level(3), .level(4), .left])
            _ = try await trust.open(.department(trust.english, of: trust.ashdown))
            let cell = try #require(try await trust.map(for: trust.director).schools[0].totals[MapTrust.area])
            #expect(cell.tally.median == 2)
            #expect(cell.tally.counts == [0, 2, 1, 1])
            #expect(cell.tally.left == 1)
            #expect(cell.tally.notJudged == trust.items.count - 5)
            #expect(cell.agreed == trust.today...trust.today)
            #expect(cell.open == 1)
        }
    }

    @Test(arguments: Engine.available)
    func anAreaThatNobodyOpenedIsAColumnWithoutATotal(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let map = try await trust.map(for: trust.director)
            #expect(map.words.areas.contains(MapTrust.area))
            #expect(map.words.levels(4, in: MapTrust.area).first == "Not yet")
            #expect(map.schools.allSatisfy { $0.totals.isEmpty })
        }
    }

    @Test(arguments: Engine.available)
    func theWholeTrustSeesEverySchoolAndAGovernorTheOwnRowAlone(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let whole = try await trust.rows(for: trust.director)
            #expect(whole == [trust.ashdown, trust.beechHill])
            #expect(try await trust.rows(for: trust.governor) == [trust.ashdown])
            #expect(try await trust.rows(for: trust.beechHead) == [trust.beechHill])
        }
    }

    @Test(arguments: Engine.available)
    func aMiddleLeaderSeesNoSchoolLevelCell(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            try await trust.finish(.school(trust.ashdown), [.level(2)])
            #expect(try await trust.map(for: trust.headOfEnglish).schools.isEmpty)
            let seen = try await trust.school(trust.ashdown, for: trust.headOfEnglish)
            #expect(seen.school.name == "Ashdown Primary School")
            #expect(seen.totals.isEmpty && seen.leaders.isEmpty && !seen.seesWhole)
            #expect(try await trust.area(of: trust.ashdown, for: trust.headOfEnglish).total == nil)
        }
    }

    @Test(arguments: Engine.available)
    func aStrangerSeesNothing(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            try await trust.finish(.school(trust.ashdown), [.level(2)])
            #expect(try await trust.map(for: trust.nobody).schools.isEmpty)
            for stranger in [trust.nobody, trust.beechHead] {
                await #expect(throws: Refusal.notFound) { try await trust.school(trust.ashdown, for: stranger) }
                await #expect(throws: Refusal.notFound) { try await trust.area(of: trust.ashdown, for: stranger) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func aPostThatEndedShowsNothingMore(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let (yesterday, person) = (trust.today - 1, trust.governor.person)
            _ = try await trust.database.write { tx in
                try tx.run("UPDATE post SET ends_on = \(yesterday) WHERE person_id = \(person)")
            }
            #expect(try await trust.map(for: trust.governor).schools.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aFilterKeepsOtherSchoolsAsChoicesAndReadsNoTotalsOfThem(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            try await trust.finish(.school(trust.ashdown), [.level(2)])
            let wanted = [MapChoice(kind: "special"), MapChoice(authority: "841")]
            for choice in wanted {
                let schools = try await trust.map(for: trust.director, choice).schools
                #expect(schools.map(\.isShown) == [false, true])
                #expect(schools.allSatisfy { $0.totals.isEmpty })
            }
            #expect(try await trust.map(for: trust.director, MapChoice(kind: "primary")).schools[0].isShown)
            #expect(try await trust.map(for: trust.director, MapChoice(category: "strong")).schools.allSatisfy { !$0.isShown })
        }
    }

    @Test(arguments: Engine.available)
    func theNewestDecisionAboutACategoryCountsFromItsDay(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            try await trust.place(trust.ashdown, "secure", from: trust.today - 90)
            try await trust.place(trust.ashdown, "concern", from: trust.today - 3)
            try await trust.place(trust.ashdown, "strong", from: trust.today + 3)
            let map = try await trust.map(for: trust.director, MapChoice(category: "concern"))
            #expect(map.schools.map { $0.category?.name } == ["Cause for concern", nil])
            #expect(map.schools.map(\.isShown) == [true, false])
            #expect(try await trust.school(trust.ashdown, for: trust.head).placing?.since == trust.today - 3)
        }
    }

    @Test(arguments: Engine.available)
    func aSchoolThatLeftIsNotOnTheMapAndKeepsItsPage(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let (id, today) = (trust.ashdown, trust.today)
            _ = try await trust.database.write { tx in
                try tx.run("UPDATE school SET left_on = \(today), version = version + 1 WHERE id = \(id)")
            }
            #expect(try await trust.rows(for: trust.director) == [trust.beechHill])
            let seen = try await trust.school(trust.ashdown, for: trust.director)
            #expect(seen.school.standing == .left(today))
            #expect(seen.mayOpen.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func theMarkIsKeptUntilSomethingOfTheMapChanges(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let place = Place.school(trust.ashdown)
            var marks = [try await trust.mark()]
            let id = try await trust.open(place)
            marks.append(try await trust.mark())
            try await trust.judge(id, [.level(1)], by: trust.liaison)
            #expect(try await trust.mark() == marks.last)
            try await trust.finish(.department(trust.english, of: trust.ashdown), [.level(2)])
            marks.append(try await trust.mark())
            try await trust.finish(.department(trust.science, of: trust.ashdown), [.level(2)])
            let seen = try await trust.school(trust.ashdown, for: trust.director)
            let agreed = try #require(seen.evaluations.first { $0.stage == .finished })
            marks.append(try await trust.mark())
            try await reopenEvaluation(agreed.id, because: "New books", by: trust.director, in: trust.database)
            marks.append(try await trust.mark())
            try await trust.place(trust.ashdown, "secure", from: trust.today)
            marks.append(try await trust.mark())
            #expect(Set(marks).count == marks.count)
        }
    }
}
