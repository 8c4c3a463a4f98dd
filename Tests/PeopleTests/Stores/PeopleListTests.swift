import Database
import Kernel
import People
import PeopleRules
import TestKit
import Testing

@Suite struct PeopleListTests {
    private func names(
        _ trust: Oakmere, as actor: Actor? = nil, _ change: @Sendable (inout PeopleFilter) -> Void = { _ in }
    ) async throws -> [String] {
        var filter = PeopleFilter()
        change(&filter)
        let (wanted, permit) = (filter, try MayManagePeople(actor ?? trust.administrator))
        return try await trust.database.read { try $0.people(wanted, seenBy: permit).map(\.name) }
    }

    @Test(arguments: Engine.available)
    func theListIsByNameAndFoundByPartOfNameOrAddress(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            _ = try await trust.add("Cal Cole", .governor, at: .school(trust.oak))
            _ = try await trust.add("bea Brown", .governor, at: .school(trust.elm))
            #expect(try await names(trust) == ["Ada Archer", "bea Brown", "Cal Cole"])
            #expect(try await names(trust) { $0.text = "BEA" } == ["bea Brown"])
            #expect(try await names(trust) { $0.text = "cole@oakmere" } == ["Cal Cole"])
            #expect(try await names(trust) { $0.text = "%" }.isEmpty)
            #expect(try await names(trust) { $0.text = "_" }.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func theListIsNarrowedBySchoolAndRole(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            _ = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            _ = try await trust.add("Cal Cole", .governor, at: .school(trust.elm))
            _ = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            #expect(try await names(trust) { $0.school = trust.oak } == ["Bea Brown", "Dee Dale"])
            #expect(try await names(trust) { $0.role = .governor } == ["Bea Brown", "Cal Cole"])
            let both = try await names(trust) { filter in
                (filter.school, filter.role) = (trust.elm, .governor)
            }
            #expect(both == ["Cal Cole"])
        }
    }

    @Test(arguments: Engine.available)
    func aHeadSeesTheOwnSchoolOnly(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let head = try await trust.add("Hal Hill", .headteacher, at: .school(trust.oak))
            _ = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            _ = try await trust.add("Cal Cole", .staff, at: .school(trust.elm))
            _ = try await trust.add("Old Owen", .staff, at: .school(trust.oak), to: trust.today - 1)
            #expect(try await names(trust, as: trust.actor(head)) == ["Dee Dale", "Hal Hill"])
        }
    }

    @Test(arguments: Engine.available)
    func eachPostStandsWithItsPlacesName(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let chief = PostInput(role: .chiefExecutive, place: .trust, starts: trust.today)
            try await givePost(chief, to: dee.id, by: trust.administrator, in: trust.database)
            let permit = try MayManagePeople(trust.administrator)
            let line = try await trust.database.read { try $0.people(PeopleFilter(), seenBy: permit) }
                .first { $0.id == dee.id }
            #expect(line?.posts.map(\.place) == ["English, Oak Primary", "Oakmere Trust"])
        }
    }

    @Test(arguments: Engine.available)
    func aPageHoldsFiftyAndTellsThatThereAreMore(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            for number in 1...51 { _ = try await trust.add("Person \(number)", .staff, at: trust.atEnglish) }
            #expect(try await names(trust).count == 51)
            #expect(try await names(trust) { $0.page = 2 }.count == 2)
            #expect(try await names(trust) { $0.page = 3 }.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aLongerListAsksNoMoreQuestions(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            func questions() async throws -> Int {
                let before = trust.database.counts.statements
                _ = try await names(trust)
                return trust.database.counts.statements - before
            }
            _ = try await trust.add("Person 0", .staff, at: trust.atEnglish)
            let few = try await questions()
            for number in 1...30 { _ = try await trust.add("Person \(number)", .staff, at: trust.atEnglish) }
            #expect(try await questions() == few)
        }
    }

    @Test(arguments: Engine.available)
    func aDemoOffersTheTrustsPeopleThenThoseOfSeveralSchoolsThenEachSchools(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            _ = try await trust.add("Dee Dale", .middleLeader, at: trust.atEnglish)
            _ = try await trust.add("Elm Ely", .staff, at: .school(trust.elm))
            _ = try await trust.add("Old Owen", .staff, at: .school(trust.elm), to: trust.today - 1)
            let lee = try await trust.add("Lee Lamb", .liaison, at: .school(trust.oak))
            let second = PostInput(role: .liaison, place: .school(trust.elm), starts: trust.today)
            try await givePost(second, to: lee.id, by: trust.administrator, in: trust.database)
            let people = try await readDemoPeople(in: trust.database)
            #expect(people.map(\.name) == ["Ada Archer", "Lee Lamb", "Elm Ely", "Dee Dale"])
            #expect(people.map(\.place) == ["Oakmere Trust", "Oakmere Trust", "Elm High", "Oak Primary"])
            #expect(people[1].post == "Liaison of 2 schools" && people[3].post == "Middle leader, English")
        }
    }
}
