import Database
import Kernel
import People
import PeopleRules
import TestKit
import Testing
import Trail

@Suite struct EndPostTests {
    @Test(arguments: Engine.available)
    func anEndedPostIsHeldToItsLastDay(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            let post = try #require(try await trust.posts(of: bea.id).first)
            try await endPost(post.id, of: bea.id, after: trust.today, by: trust.administrator, in: trust.database)
            #expect(try await trust.posts(of: bea.id).map(\.ends) == [trust.today])
            trust.clock.advance(days: 1)
            #expect(try await trust.posts(of: bea.id).isEmpty)
            #expect(try await trust.database.read { try $0.trail(of: bea.id) }.first?.verb == "post-ended")
        }
    }

    @Test(arguments: Engine.available)
    func aPostThatWasToBeginLaterIsWithdrawn(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak), from: trust.today + 9)
            let post = try #require(try await trust.posts(of: bea.id).first)
            try await endPost(post.id, of: bea.id, after: trust.today, by: trust.administrator, in: trust.database)
            #expect(try await trust.posts(of: bea.id).isEmpty)
            #expect(try await trust.database.read { try $0.trail(of: bea.id) }.first?.verb == "post-withdrawn")
        }
    }

    @Test(arguments: Engine.available)
    func theLastAdministratorStays(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let ada = trust.administrator
            let own = try #require(try await trust.posts(of: ada.person).first)
            func end() async throws -> Refusal? {
                try await refusal {
                    try await endPost(own.id, of: ada.person, after: trust.today, by: ada, in: trust.database)
                }
            }
            let sentence = Refusal.conflict("The trust would have no administrator. Make somebody else one first.")
            #expect(try await end() == sentence)
            _ = try await trust.add("Pat Past", .administrator, at: .trust, to: trust.today)
            #expect(try await end() == sentence)
            _ = try await trust.add("Bea Brown", .administrator, at: .trust)
            #expect(try await end() == nil)
        }
    }

    @Test(arguments: Engine.available)
    func twoAdministratorsCannotEndEachOtherAtOnce(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.actor(trust.add("Bea Brown", .administrator, at: .trust))
            let ada = trust.administrator
            let posts = try await [trust.posts(of: bea.person)[0], trust.posts(of: ada.person)[0]]
            async let first = refusal {
                try await endPost(posts[0].id, of: bea.person, after: trust.today, by: ada, in: trust.database)
            }
            async let second = refusal {
                try await endPost(posts[1].id, of: ada.person, after: trust.today, by: bea, in: trust.database)
            }
            let refused = try await [first, second].compactMap { $0 }
            #expect(refused.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func aHeadEndsNoPostThatAHeadDoesNotGive(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let head = try await trust.actor(trust.add("Hal Hill", .headteacher, at: .school(trust.oak)))
            let gov = try await trust.add("Gov Green", .governor, at: .school(trust.oak))
            let post = try await trust.posts(of: gov.id)[0]
            let refused = try await refusal {
                try await endPost(post.id, of: gov.id, after: trust.today, by: head, in: trust.database)
            }
            #expect(refused?.sentence.hasPrefix("A headteacher gives and ends the posts") == true)
        }
    }

    @Test(arguments: Engine.available)
    func aPostOfSomebodyElseIsNotFound(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            let cal = try await trust.add("Cal Cole", .governor, at: .school(trust.oak))
            let post = try await trust.posts(of: bea.id)[0]
            let refused = try await refusal {
                try await endPost(post.id, of: cal.id, after: trust.today, by: trust.administrator, in: trust.database)
            }
            #expect(refused == .notFound)
        }
    }
}
