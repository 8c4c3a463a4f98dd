import Database
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing
import Trail

@Suite struct FoundTrustTests {
    private let hasher = PasswordHasher(cost: ScryptCost(logN: 4, r: 8, p: 1)!)

    private func withNothing(_ engine: Engine, _ body: (any Database, Clock) async throws -> Void) async throws {
        let clock = Clock()
        try await TestDatabases.with(engine, world: clock.world, migrations: Oakmere.migrations) { database in
            try await body(database, clock)
        }
    }

    private func found(_ input: FoundingInput, code: String? = "c0de", in database: any Database) async throws -> String
    {
        try await foundTrust(input, code: code, from: Oakmere.visitor, hasher: hasher, in: database)
    }

    @Test(arguments: Engine.available)
    func theFirstAdministratorIsInAtOnce(_ engine: Engine) async throws {
        try await withNothing(engine) { database, _ in
            let token = try await found(Oakmere.founding(), in: database)
            let entry = try #require(try await Doorkeeping().entry(token: token, in: database))
            #expect(entry.trustName == "Oakmere Trust")
            #expect(entry.actor.posts.map(\.role) == [.administrator])
            #expect(entry.actor.posts.map(\.place) == [.trust])
            let trail = try await database.read { try $0.trail(of: entry.actor.person) }
            #expect(trail.map(\.verb) == ["trust-founded", "post-given", "person-added"])
        }
    }

    @Test(arguments: Engine.available)
    func thereIsOneTrustInADatabase(_ engine: Engine) async throws {
        try await withNothing(engine) { database, _ in
            _ = try await found(Oakmere.founding(), in: database)
            let again = try await refusal { _ = try await found(Oakmere.founding(trust: "Other"), in: database) }
            #expect(again == .conflict("This Termwise is set up already. Sign in instead."))
            #expect(try await Doorkeeping().trustName(in: database) == "Oakmere Trust")
        }
    }

    @Test(arguments: Engine.available)
    func withoutTheCodeNothingIsMadeAndGuessingItWaits(_ engine: Engine) async throws {
        try await withNothing(engine) { database, clock in
            for _ in 0..<5 {
                let refused = try await refusal { _ = try await found(Oakmere.founding(code: "guess"), in: database) }
                #expect(refused?.fields == ["code"])
            }
            #expect(
                try await refusal { _ = try await found(Oakmere.founding(), in: database) } == .tooMany(retryAfter: 30))
            #expect(try await Doorkeeping().trustName(in: database) == nil)
            clock.advance(seconds: 30)
            _ = try await found(Oakmere.founding(), in: database)
        }
    }

    @Test(arguments: Engine.available)
    func whereNoCodeWasPrintedThePageIsClosed(_ engine: Engine) async throws {
        try await withNothing(engine) { (database, _) async throws in
            #expect(
                try await refusal { _ = try await found(Oakmere.founding(code: ""), code: nil, in: database) }
                    == .notFound)
        }
    }

    @Test(arguments: Engine.available)
    func everyFieldIsRefusedAtOnce(_ engine: Engine) async throws {
        try await withNothing(engine) { database, _ in
            let empty = FoundingInput(
                code: "c0de", trustName: " ", name: "", email: "ada", password: PasswordInput(password: "", again: ""))
            let refused = try await refusal { _ = try await found(empty, in: database) }
            #expect(refused?.fields == ["trust", "name", "email"])
            let weak = try await refusal {
                _ = try await found(Oakmere.founding(password: "oakmere-archer"), in: database)
            }
            #expect(weak?.fields == ["password"])
        }
    }
}
