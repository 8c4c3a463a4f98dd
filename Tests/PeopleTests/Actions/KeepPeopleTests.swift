import Database
import Kernel
import People
import PeopleRules
import TestKit
import Testing
import Trail

@Suite struct KeepPeopleTests {
    @Test(arguments: Engine.available)
    func whoeverIsAddedHoldsTheFirstPostAndTheTrailTellsBoth(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            #expect(try await trust.posts(of: bea.id).map(\.role) == [.governor])
            let trail = try await trust.database.read { try $0.trail(of: bea.id) }
            #expect(trail.map(\.verb) == ["post-given", "person-added"])
            #expect(trail.map(\.who) == ["Ada Archer", "Ada Archer"])
            #expect(trail[0].after == "Governor, Oak Primary, from 13 August 2026")
        }
    }

    @Test(arguments: Engine.available)
    func nobodyIsAddedWithAPostThatIsRefused(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let details = try PersonDetails(name: "Gus Guest", email: "gus@visit.example")
            let post = PostInput(role: .guest, place: .school(trust.oak), starts: trust.today)
            let refused = try await refusal {
                try await addPerson(details, first: post, by: trust.administrator, in: trust.database)
            }
            #expect(refused?.fields == ["ends"])
            let end = PostInput(role: .guest, place: .school(trust.oak), starts: trust.today, ends: trust.today + 1)
            let added = try await addPerson(details, first: end, by: trust.administrator, in: trust.database)
            #expect(added.link == nil)
        }
    }

    @Test(arguments: Engine.available)
    func anAddressBelongsToOnePerson(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            _ = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            let refused = try await refusal { _ = try await trust.add("BEA BROWN", .staff, at: trust.atEnglish) }
            #expect(refused?.sentence == "Bea Brown has this address already.")
        }
    }

    @Test(arguments: Engine.available)
    func aHeadAddsStaffToTheOwnSchoolAndNobodyElse(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let head = try await trust.actor(trust.add("Hal Hill", .headteacher, at: .school(trust.oak)))
            func add(_ name: String, _ role: Role, _ place: Place) async throws -> Refusal? {
                let details = try PersonDetails(name: name, email: "\(name)@oakmere.example")
                let post = PostInput(role: role, place: place, starts: trust.today)
                return try await refusal { try await addPerson(details, first: post, by: head, in: trust.database) }
            }
            #expect(try await add("staff", .staff, trust.atEnglish) == nil)
            for (role, place) in [
                (Role.staff, Place.school(trust.elm)), (.governor, .school(trust.oak)), (.adviser, .trust),
            ] {
                let refused = try await add("x", role, place)
                #expect(refused?.sentence.hasPrefix("A headteacher gives and ends the posts") == true)
            }
        }
    }

    @Test(arguments: Engine.available)
    func othersAddNobody(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let chief = try await trust.actor(trust.add("Chi Chief", .chiefExecutive, at: .trust))
            let details = try PersonDetails(name: "Bea", email: "bea@oakmere.example")
            let post = PostInput(role: .staff, place: trust.atEnglish, starts: trust.today)
            let refused = try await refusal { try await addPerson(details, first: post, by: chief, in: trust.database) }
            #expect(refused == .forbidden("Administrators of the trust and headteachers keep the list of people."))
        }
    }

    @Test(arguments: Engine.available)
    func aPlaceThatIsNotThereIsRefused(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            for place in [
                Place.school(SchoolID(String(repeating: "z", count: 25))!), .department(trust.english, of: trust.elm),
            ] {
                let post = PostInput(role: .staff, place: place, starts: trust.today)
                let refused = try await refusal {
                    try await givePost(post, to: bea.id, by: trust.administrator, in: trust.database)
                }
                #expect(refused?.fields == ["place"])
            }
        }
    }

    @Test(arguments: Engine.available)
    func anUnknownPersonIsNotFound(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let nobody = PersonID(String(repeating: "z", count: 25))!
            let post = PostInput(role: .staff, place: trust.atEnglish, starts: trust.today)
            let ada = trust.administrator
            #expect(
                try await refusal { try await givePost(post, to: nobody, by: ada, in: trust.database) } == .notFound)
            #expect(
                try await refusal { _ = try await invite(nobody, to: Oakmere.site, by: ada, in: trust.database) }
                    == .notFound)
            #expect(try await refusal { try await letStay(nobody, by: ada, in: trust.database) } == .notFound)
        }
    }

    @Test(arguments: Engine.available)
    func correctingOverSomebodyElsesCorrectionIsStale(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            func correct(_ name: String) async throws -> Refusal? {
                let details = try PersonDetails(name: name, email: "bea@oakmere.example")
                return try await refusal {
                    try await correctPerson(bea.id, to: details, over: 1, by: trust.administrator, in: trust.database)
                }
            }
            #expect(try await correct("Bea Black") == nil)
            #expect(try await correct("Bea White") == .stale)
            let trail = try await trust.database.read { try $0.trail(of: bea.id) }
            #expect(trail[0].before == "Bea Brown <bea.brown@oakmere.example>")
            #expect(trail[0].after == "Bea Black <bea@oakmere.example>")
        }
    }

    @Test(arguments: Engine.available)
    func aHeadGivesNoPostToWhomAHeadDoesNotSee(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let head = try await trust.actor(trust.add("Hal Hill", .headteacher, at: .school(trust.oak)))
            let elm = try await trust.add("Elm Ely", .staff, at: .school(trust.elm))
            let post = PostInput(role: .staff, place: trust.atEnglish, starts: trust.today)
            let refused = try await refusal { try await givePost(post, to: elm.id, by: head, in: trust.database) }
            #expect(refused == .notFound)
        }
    }
}
