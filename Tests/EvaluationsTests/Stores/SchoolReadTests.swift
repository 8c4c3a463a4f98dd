import Database
import EvaluationRules
import Evaluations
import Kernel
import TestKit
import Testing

@Suite struct SchoolReads {
    @Test(arguments: Engine.available)
    func eachSideSeesItsOwnProgressAndReadersSeeNone(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open(trust.school)
            try await trust.judge(id, [.level(1), .level(2)], by: trust.head)
            try await trust.judge(id, [.level(3)], by: trust.liaison)
            func done(_ actor: Actor) async throws -> Int? {
                try await trust.seenSchool(by: actor).evaluations[0].progress?.done
            }
            #expect(try await done(trust.head) == 2)
            #expect(try await done(trust.liaison) == 1)
            #expect(try await done(trust.director) == 1)
            #expect(try await done(trust.governor) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func theStageFollowsTheRevealAndBothNames(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open(trust.school)
            func one() async throws -> SchoolEvaluation { try await trust.seenSchool(by: trust.head).evaluations[0] }
            #expect(try await one().stage == .judging)
            try await trust.reveal(id, [.level(2)])
            #expect(try await one().stage == .agreeing)
            #expect(try await one().progress == nil)
            for side in [trust.head, trust.liaison] { _ = try await signEvaluation(id, by: side, in: trust.database) }
            #expect(try await one().stage == .finished)
            #expect(try await one().agreedOn == trust.today)
        }
    }

    @Test(arguments: Engine.available)
    func aMiddleLeaderSeesTheOwnDepartmentsEvaluationsAlone(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            _ = try await trust.open(trust.school)
            _ = try await trust.open(trust.science)
            let own = try await trust.open(trust.english)
            try await trust.judge(own, [.level(2)], by: trust.headOfEnglish)
            let seen = try await trust.seenSchool(by: trust.headOfEnglish)
            #expect(seen.evaluations.map(\.id) == [own])
            #expect(seen.evaluations[0].progress?.done == 1)
            #expect(seen.departments.map(\.name) == ["English"])
            #expect(seen.mayOpen == [trust.english])
            let area = try await trust.seenArea(by: trust.headOfEnglish)
            #expect(area.open.map(\.line.id) == [own] && area.mayOpenAt == trust.english)
        }
    }

    @Test(arguments: Engine.available)
    func aSchoolShowsItsLeadersItsAreasAndItsDepartments(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.english, [.level(3)])
            _ = try await trust.open(trust.english, window: 2)
            let seen = try await trust.seenSchool(by: trust.governor)
            #expect(seen.leaders.map(\.name) == ["James Oyelaran", "Aisha Karim"])
            #expect(seen.totals.map(\.tally.median) == [3])
            #expect(seen.departments.count == 5 && seen.departments.first?.name == "English")
            #expect(seen.evaluations.map(\.place) == [trust.english, trust.english])
            #expect(seen.evaluations.map(\.agreedOn) == [nil, trust.today])
            #expect(seen.mayOpen.isEmpty)
            let places = try await trust.seenSchool(by: trust.head).mayOpen
            #expect(places.count == seen.departments.count + 1)
        }
    }

    @Test(arguments: Engine.available)
    func whatStandsIsTheNewestFinishedOfEachToolAndPlaceAndWhatCameAfter(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let forgotten = try await trust.open(trust.school, window: 1)
            let old = try await trust.finish(trust.school, window: 2, [.level(1)])
            let newest = try await trust.finish(trust.school, window: 3, [.level(2)])
            let open = try await trust.open(trust.school, window: 4)
            let english = try await trust.finish(trust.english, window: 1, [.level(3)])
            let seen = try await trust.seenSchool(by: trust.head)
            #expect(seen.evaluations.map(\.id) == [open, newest, english])
            #expect(seen.openFromBefore == 1)
            #expect(try await trust.seenArea(by: trust.head).openFromBefore == 1)
            let all = try await trust.history(by: trust.head).evaluations.map(\.id)
            #expect(Set(all) == [forgotten, old, newest, open, english])
        }
    }

    @Test(arguments: Engine.available)
    func theWholeListStandsOpenOnesFirstAndAPageAtATime(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let size = EvaluationsWanted.pageSize
            let agreed = try await trust.finish(trust.school, window: size + 5, [.level(2)])
            for number in 1...size { _ = try await trust.open(trust.school, window: number) }
            let first = try await trust.history(by: trust.head)
            #expect(first.evaluations.count == size && first.count == size + 1)
            #expect(!first.evaluations.map(\.id).contains(agreed))
            let second = try await trust.history(by: trust.head, EvaluationsWanted(page: 2))
            #expect(second.evaluations.map(\.id) == [agreed])
            let english = EvaluationsWanted(department: trust.english.department)
            #expect(try await trust.history(by: trust.head, english).evaluations.isEmpty)
            #expect(try await trust.history(by: trust.headOfEnglish).evaluations.isEmpty)
            await #expect(throws: Refusal.notFound) { try await trust.history(by: trust.stranger) }
        }
    }

    @Test(arguments: Engine.available)
    func anAreaOpensToTheStatementOfTheNewestAgreedEvaluation(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, window: 1, [.level(1), .level(1)])
            let newest = try await trust.finish(trust.school, window: 2, [.level(4), .left])
            try await trust.finish(trust.english, [.level(2)])
            let open = try await trust.open(trust.school, window: 3)
            let seen = try await trust.seenArea(by: trust.governor)
            #expect(seen.agreed.map(\.line.window.name) == ["Window 2", "Window 1"])
            #expect(seen.agreed.map(\.line.departmentName) == [nil, "English"])
            let statements = seen.agreed[0].aspects.flatMap(\.statements)
            let items = try await readEvaluation(newest, for: trust.head, in: trust.database).items
            #expect(statements.map(\.item) == items)
            #expect(statements[0].agreement?.verdict == .level(4) && statements[0].agreement?.basis == .equal)
            #expect(statements[1].agreement?.verdict == .left)
            #expect(statements[2...].allSatisfy { $0.agreement == nil })
            #expect(seen.open.map(\.stage) == [.judging] && seen.open.map(\.line.id) == [open])
        }
    }

    @Test(arguments: Engine.available)
    func whatIsBeingAgreedDoesNotShowBeforeBothNamesStand(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.reveal(trust.open(trust.school), [.level(2)])
            let seen = try await trust.seenArea(by: trust.governor)
            #expect(seen.agreed.isEmpty && seen.open.map(\.stage) == [.agreeing])
            #expect(seen.total?.agreed == nil && seen.total?.open == 1)
        }
    }

    @Test(arguments: Engine.available)
    func anAreaThatNoToolJudgesIsNotFound(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (school, head, database) = (trust.academy, trust.head, trust.database)
            await #expect(throws: Refusal.notFound) {
                _ = try await readArea(slug: "catering", of: school, for: head, in: database)
            }
        }
    }

    @Test func anAreasSlugIsPlainWordsWithHyphens() {
        #expect(areaSlug("Behaviour and attitudes") == "behaviour-and-attitudes")
        #expect(areaSlug("SEND & inclusion (5–7)") == "send-inclusion-5-7")
        #expect(areaSlug("—") == "area")
    }
}
