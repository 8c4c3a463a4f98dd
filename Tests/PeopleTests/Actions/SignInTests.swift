import Database
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing
import Trail

@Suite struct SignInTests {
    private let wrong = Refusal.invalid("password", "That address and password do not go together here.")

    private func signIn(
        _ email: String, _ password: String, _ trust: Oakmere, from address: String = "192.0.2.7"
    ) async throws -> String {
        try await People.signIn(
            SignInInput(email: email, password: password), from: Visitor(address: address, browser: nil),
            hasher: trust.hasher, in: trust.database)
    }

    private func attempt(_ email: String, _ password: String, _ trust: Oakmere) async throws -> Refusal? {
        try await refusal { _ = try await signIn(email, password, trust) }
    }

    @Test(arguments: Engine.available)
    func theRightPasswordOpensInAnySpellingOfTheAddress(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let token = try await signIn(" ADA@Oakmere.Example", Oakmere.password, trust)
            let found = try await Doorkeeping().entry(token: token, in: trust.database)
            #expect(found?.actor.name == "Ada Archer")
            let trail = try await trust.database.read { try $0.trail(of: trust.administrator.person) }
            #expect(trail.first?.verb == "signed-in")
        }
    }

    @Test(arguments: Engine.available)
    func everyWayNotToComeInLooksAlike(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            _ = try await trust.add("No Password", .staff, at: trust.atEnglish)
            let gone = try await trust.addWithPassword("Gone Gill", .staff, at: trust.atEnglish)
            let leaving = LeavingInput(lastDay: trust.today - 1, successor: nil, handed: [])
            try await handOver(leaving, from: gone.id, by: trust.administrator, in: trust.database)
            for (email, password) in [
                ("ada@oakmere.example", "not the password"), ("nobody@oakmere.example", Oakmere.password),
                ("no.password@oakmere.example", ""), (gone.email.text, Oakmere.password), ("", ""), ("ada", "x"),
                ("ada@oakmere.example", String(repeating: "x", count: 5_000)),
            ] {
                #expect(try await attempt(email, password, trust) == wrong, "\(email)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func afterFiveWrongPasswordsEvenTheRightOneWaits(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            for _ in 0..<5 {
                #expect(try await attempt("ada@oakmere.example", "wrong", trust) == wrong)
            }
            #expect(try await attempt("ada@oakmere.example", Oakmere.password, trust) == .tooMany(retryAfter: 30))
            trust.clock.advance(seconds: 29)
            #expect(try await attempt("ada@oakmere.example", Oakmere.password, trust) == .tooMany(retryAfter: 1))
            trust.clock.advance(seconds: 1)
            #expect(try await attempt("ada@oakmere.example", Oakmere.password, trust) == nil)
            #expect(try await attempt("ada@oakmere.example", "wrong", trust) == wrong)
        }
    }

    @Test(arguments: Engine.available)
    func anAccountThatIsNotThereIsThrottledAlike(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            for _ in 0..<5 { #expect(try await attempt("nobody@oakmere.example", "wrong", trust) == wrong) }
            #expect(try await attempt("nobody@oakmere.example", "wrong", trust) == .tooMany(retryAfter: 30))
        }
    }

    @Test(arguments: Engine.available)
    func aNetworkThatTriesManyAccountsWaitsAndOthersDoNot(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            for number in 0..<50 {
                #expect(try await attempt("guess\(number)@oakmere.example", "wrong", trust) == wrong)
            }
            let here = try await attempt("ada@oakmere.example", Oakmere.password, trust)
            #expect(here == .tooMany(retryAfter: 5))
            _ = try await signIn("ada@oakmere.example", Oakmere.password, trust, from: "198.51.100.4")
        }
    }

    @Test(arguments: Engine.available)
    func manyTriesAtOnceGainNothing(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let outcomes = Noted<Refusal?>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask { outcomes.add(try await attempt("ada@oakmere.example", "wrong", trust)) }
                }
                try await group.waitForAll()
            }
            #expect(outcomes.all.filter { $0 == wrong }.count == 5)
        }
    }

    @Test(arguments: Engine.available)
    func aPasswordHashedMoreCheaplyIsHashedAnewAtSignIn(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dearer = PasswordHasher(cost: ScryptCost(logN: 5, r: 8, p: 1)!)
            for _ in 0..<2 {
                _ = try await People.signIn(
                    SignInInput(email: "ada@oakmere.example", password: Oakmere.password), from: Oakmere.visitor,
                    hasher: dearer, in: trust.database)
            }
            let stored = try await trust.database.read { tx in
                try tx.first("SELECT secret FROM credential") { try $0[0] as String }
            }
            #expect(stored?.hasPrefix("scrypt$5$8$1$") == true)
        }
    }

    @Test(arguments: Engine.available)
    func thePasswordItselfIsNowhereInTheDatabase(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let stored = try await trust.database.read { tx in
                try tx.rows("SELECT secret FROM credential UNION ALL SELECT after_text FROM trail") {
                    try $0[0] as String
                }
            }
            #expect(!stored.joined().contains(Oakmere.password) && !stored.isEmpty)
        }
    }
}
