import Database
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing

@Suite struct SessionTests {
    private func entry(_ token: String, _ trust: Oakmere) async throws -> Entry? {
        try await Doorkeeping().entry(token: token, in: trust.database)
    }

    @Test(arguments: Engine.available)
    func aSessionTellsWhoWithWhichPostsInWhichTrust(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .middleLeader, at: trust.atEnglish)
            let later = PostInput(role: .governor, place: .school(trust.elm), starts: trust.today + 1)
            try await givePost(later, to: dee.id, by: trust.administrator, in: trust.database)
            let token = try await signInOnDemo(as: dee.id, from: Oakmere.visitor, in: trust.database)
            let found = try #require(try await entry(token, trust))
            #expect(found.actor.person == dee.id && found.actor.name == "Dee Dale")
            #expect(found.actor.posts.map(\.role) == [.middleLeader])
            #expect(found.actor.posts.map(\.place) == [trust.atEnglish])
            #expect(found.actor.seats.count == 1)
            #expect(found.trustName == "Oakmere Trust")
            trust.clock.advance(seconds: 50 * 60)
            _ = try await entry(token, trust)
            #expect(try await entry(token, trust)?.actor.posts.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func aPersonWithoutPostsIsSomebodyWithoutRights(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish, to: trust.today - 1)
            let token = try await signInOnDemo(as: dee.id, from: Oakmere.visitor, in: trust.database)
            #expect(try await entry(token, trust)?.actor.posts == [])
        }
    }

    @Test(arguments: Engine.available)
    func anHourWithoutATouchEndsIt(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            trust.clock.advance(seconds: 3_599)
            #expect(try await entry(trust.administratorToken, trust) != nil)
            trust.clock.advance(seconds: 3_599)
            #expect(try await entry(trust.administratorToken, trust) != nil)
            trust.clock.advance(seconds: 3_600)
            #expect(try await entry(trust.administratorToken, trust) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func twelveHoursEndItWhateverHappens(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            for _ in 0..<14 {
                trust.clock.advance(seconds: 3_000)
                #expect(try await entry(trust.administratorToken, trust) != nil)
            }
            trust.clock.advance(seconds: 1_200)
            #expect(try await entry(trust.administratorToken, trust) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func readingPagesSeldomWrites(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            func statements() async throws -> Int {
                let before = trust.database.counts.statements
                _ = try await entry(trust.administratorToken, trust)
                return trust.database.counts.statements - before
            }
            #expect(try await statements() == 1)
            trust.clock.advance(seconds: 299)
            #expect(try await statements() == 1)
            trust.clock.advance(seconds: 1)
            #expect(try await statements() == 2)
            #expect(try await statements() == 1)
        }
    }

    @Test(arguments: Engine.available)
    func whoeverReadsTheDatabaseFindsNoTokenInIt(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let stored = try await trust.database.read { tx in
                try tx.rows("SELECT token_hash, id FROM session") { row in [try row[0] as String, try row[1]] }
            }
            #expect(!stored.joined().contains(trust.administratorToken) && stored.count == 1)
            for text in stored.joined() { #expect(try await entry(text, trust) == nil) }
        }
    }

    @Test(arguments: Engine.available)
    func whoHasLeftIsNobodyFromTheDayAfter(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let leaving = LeavingInput(lastDay: trust.today, successor: nil, handed: [])
            try await handOver(leaving, from: dee.id, by: trust.administrator, in: trust.database)
            trust.clock.advance(seconds: 14 * 3_600)
            let token = try await signInOnDemo(as: dee.id, from: Oakmere.visitor, in: trust.database)
            #expect(try await entry(token, trust) != nil)
            trust.clock.advance(seconds: 1_800)
            #expect(try await entry(token, trust) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func aSessionOfOneTrustIsNobodyInTheNext(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { one in
            try await Oakmere.with(engine) { other in
                let dee = try await one.add("Dee Dale", .staff, at: one.atEnglish)
                let token = try await signInOnDemo(as: dee.id, from: Oakmere.visitor, in: one.database)
                #expect(try await entry(token, one) != nil)
                #expect(try await entry(token, other) == nil)
            }
        }
    }

    @Test(arguments: Engine.available)
    func beforeTheTrustIsMadeItHasNoName(_ engine: Engine) async throws {
        try await TestDatabases.with(engine, migrations: Oakmere.migrations) { (database) async throws in
            #expect(try await Doorkeeping().trustName(in: database) == nil)
        }
    }
}
