import Database
import EvaluationRules
import Evaluations
import Kernel
import Testing
import TestKit

@Suite struct SchoolReadTests {
    @Test(arguments: Engine.available)
    func eachSideSeesItsOwnProgressAndReadersSeeNone(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let id = try await trust.open(.school(trust.ashdown))
            try await trust.judge(id, [.level(1), .level(2)], by: trust.head)
            try await trust.judge(id, [.level(3)], by: trust.liaison)
            func done(_ actor: Actor) async throws -> Int? {
                try await trust.school(trust.ashdown, for: actor).evaluations[0].progress?.done
            }
            #expect(try await done(trust.head) == 2)
            #expect(try await done(trust.liaison) == 1)
            #expect(try await done(trust.director) == 1)
            #expect(try await done(trust.governor) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func theStageFollowsTheRevealAndBothNames(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let id = try await trust.open(.school(trust.ashdown))
            func one() async throws -> SchoolEvaluation {
                try await trust.school(trust.ashdown, for: trust.head).evaluations[0]
            }
            #expect(try await one().stage == .judging)
            for side in [trust.head, trust.liaison] {
                try await trust.judge(id, [.level(2)], by: side)
                try await declareReady(true, id, by: side, in: trust.database)
            }
            try await revealJudgements(of: id, by: trust.head, in: trust.database)
            #expect(try await one().stage == .agreeing)
            #expect(try await one().progress == nil)
            for side in [trust.head, trust.liaison] { _ = try await signEvaluation(id, by: side, in: trust.database) }
            #expect(try await one().stage == .finished)
            #expect(try await one().agreedOn == trust.today)
        }
    }

    @Test(arguments: Engine.available)
    func aMiddleLeaderSeesTheOwnDepartmentsEvaluationsAlone(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            _ = try await trust.open(.school(trust.ashdown))
            _ = try await trust.open(.department(trust.science, of: trust.ashdown))
            let own = try await trust.open(.department(trust.english, of: trust.ashdown))
            try await trust.judge(own, [.level(2)], by: trust.headOfEnglish)
            let seen = try await trust.school(trust.ashdown, for: trust.headOfEnglish)
            #expect(seen.evaluations.map(\.id) == [own])
            #expect(seen.evaluations[0].progress?.done == 1)
            #expect(seen.departments.map(\.name) == ["English"])
            #expect(seen.mayOpen == [.department(trust.english, of: trust.ashdown)])
            #expect(try await trust.area(of: trust.ashdown, for: trust.headOfEnglish).open.map(\.line.id) == [own])
        }
    }

    @Test(arguments: Engine.available)
    func aSchoolShowsItsLeadersItsAreasAndItsDepartments(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let english = Place.department(trust.english, of: trust.ashdown)
            try await trust.finish(english, [.level(3)])
            _ = try await trust.open(english, window: 2)
            let seen = try await trust.school(trust.ashdown, for: trust.governor)
            #expect(seen.leaders.map(\.name) == ["Hana Head", "Leo Liaison"])
            #expect(seen.totals.map(\.tally.median) == [3])
            #expect(seen.departments.map(\.name) == ["English", "Science"])
            #expect(seen.departments.map(\.open) == [1, 0])
            #expect(seen.departments.map(\.lastAgreed) == [trust.today, nil])
            #expect(seen.mayOpen.isEmpty)
            #expect(try await trust.school(trust.ashdown, for: trust.head).mayOpen.count == 3)
        }
    }

    @Test(arguments: Engine.available)
    func theListStandsOpenOnesFirstAndAPageAtATime(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let size = EvaluationsWanted.pageSize
            try await trust.finish(.school(trust.ashdown), window: size + 5, [.level(2)])
            for number in 1...size { _ = try await trust.open(.school(trust.ashdown), window: number) }
            let first = try await trust.school(trust.ashdown, for: trust.head)
            #expect(first.evaluations.count == size && first.evaluationCount == size + 1)
            #expect(first.evaluations.allSatisfy { $0.stage == .judging })
            let second = try await trust.school(trust.ashdown, for: trust.head, EvaluationsWanted(page: 2))
            #expect(second.evaluations.map(\.stage) == [.finished])
            let english = try await trust.school(
                trust.ashdown, for: trust.head, EvaluationsWanted(department: trust.english))
            #expect(english.evaluations.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func anAreaOpensToTheStatementOfTheNewestAgreedEvaluation(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            try await trust.finish(.school(trust.ashdown), window: 1, [.level(1), .level(1)])
            try await trust.finish(.school(trust.ashdown), window: 2, [.level(4), .left])
            try await trust.finish(.department(trust.english, of: trust.ashdown), [.level(2)])
            let open = try await trust.open(.school(trust.ashdown), window: 3)
            let seen = try await trust.area(of: trust.ashdown, for: trust.governor)
            #expect(seen.agreed.map(\.line.window.name) == ["Window 2", "Window 1"])
            #expect(seen.agreed.map(\.line.departmentName) == [nil, "English"])
            let statements = seen.agreed[0].aspects.flatMap(\.statements)
            #expect(statements.map(\.item) == trust.items)
            #expect(statements[0].agreement?.verdict == .level(4))
            #expect(statements[0].agreement?.basis == .equal)
            #expect(statements[1].agreement?.verdict == .left)
            #expect(statements[2...].allSatisfy { $0.agreement == nil })
            #expect(seen.open.map(\.stage) == [.judging])
            #expect(seen.open.map(\.line.id) == [open])
        }
    }

    @Test(arguments: Engine.available)
    func whatIsBeingAgreedDoesNotShowBeforeBothNamesStand(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            let id = try await trust.open(.school(trust.ashdown))
            for side in [trust.head, trust.liaison] {
                try await trust.judge(id, [.level(2)], by: side)
                try await declareReady(true, id, by: side, in: trust.database)
            }
            try await revealJudgements(of: id, by: trust.head, in: trust.database)
            let seen = try await trust.area(of: trust.ashdown, for: trust.governor)
            #expect(seen.agreed.isEmpty)
            #expect(seen.open.map(\.stage) == [.agreeing])
            #expect(seen.total?.agreed == nil && seen.total?.open == 1)
        }
    }

    @Test(arguments: Engine.available)
    func anAreaThatNoToolJudgesIsNotFound(_ engine: Engine) async throws {
        try await MapTrust.with(engine) { trust in
            await #expect(throws: Refusal.notFound) {
                try await readArea(slug: "catering", of: trust.ashdown, for: trust.head, in: trust.database)
            }
        }
    }

    @Test func anAreasSlugIsPlainWordsWithHyphens() {
        #expect(areaSlug("Behaviour and attitudes") == "behaviour-and-attitudes")
        #expect(areaSlug("SEND & inclusion (5–7)") == "send-inclusion-5-7")
        #expect(areaSlug("—") == "area")
    }
}
