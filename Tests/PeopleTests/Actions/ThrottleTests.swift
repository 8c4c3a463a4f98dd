import Database
import Kernel
import People
import PeopleRules
import TestKit
import Testing

/// Guessing gets slow, and nothing that strangers do keeps anybody out.
@Suite struct ThrottleTests {
    private let browser = String(repeating: "b", count: 64)

    private func attempt(
        _ email: String = "ada@oakmere.example", _ password: String = Oakmere.password, from address: String,
        in browser: String? = nil, _ trust: Oakmere
    ) async throws -> Refusal? {
        try await refusal {
            _ = try await signIn(
                SignInInput(email: email, password: password),
                from: Visitor(address: address, browser: nil, browserSecret: browser), hasher: trust.hasher,
                in: trust.database)
        }
    }

    private func rows(_ trust: Oakmere) async throws -> Int? {
        try await trust.database.read { try $0.first("SELECT COUNT(*) FROM sign_in_try") { try $0[0] as Int } }
    }

    @Test(arguments: Engine.available)
    func aWholeStaffAtNineFromOneAddressComesIn(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let staff = try await people(80, trust)
            let refused = Noted<Refusal>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for person in staff {
                    group.addTask {
                        if let refusal = try await attempt(person.email.text, from: "192.0.2.7", trust) {
                            refused.add(refusal)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(refused.all.isEmpty)
            #expect(try await rows(trust) == 0)
        }
    }

    /// Each with the administrator's password.
    private func people(_ number: Int, _ trust: Oakmere) async throws -> [Person] {
        let post = PostInput(role: .staff, place: trust.atEnglish, starts: trust.today)
        let list = try (0..<number).map {
            NewPerson(try PersonDetails(name: "Person \($0)", email: "p\($0)@oakmere.example"), first: post)
        }
        let ids = try await addPeople(list, by: trust.administrator, in: trust.database)
        return try await trust.database.write { tx in
            for id in ids {
                try tx.run(
                    """
                    INSERT INTO credential (person_id, secret, version, chosen_at)
                    SELECT \(id), secret, version, chosen_at FROM credential WHERE person_id = \(trust.administrator.person)
                    """)
            }
            return try ids.map { try tx.person($0) }
        }
    }

    @Test(arguments: Engine.available)
    func wrongTriesOfAWholeSchoolSlowDownAndAKnownBrowserThereDoesNotWait(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            #expect(try await attempt(from: "192.0.2.7", in: browser, trust) == nil)
            for number in 0..<50 {
                _ = try await attempt("guess\(number)@oakmere.example", "wrong", from: "192.0.2.7", trust)
            }
            #expect(try await attempt(from: "192.0.2.7", trust) == .tooMany(retryAfter: 5))
            #expect(try await attempt(from: "192.0.2.7", in: browser, trust) == nil)
            #expect(try await attempt(from: "192.0.2.8", trust) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func aStrangerBesideTheHeadGuessesAtTheHeadsAccountAndTheHeadComesIn(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            #expect(try await attempt(from: "192.0.2.7", in: browser, trust) == nil)
            for _ in 0..<5 { _ = try await attempt("ada@oakmere.example", "wrong", from: "192.0.2.7", trust) }
            #expect(try await attempt(from: "192.0.2.7", trust) == .tooMany(retryAfter: 30))
            #expect(try await attempt(from: "192.0.2.7", in: browser, trust) == nil)
            let strangers = String(repeating: "c", count: 64)
            #expect(try await attempt(from: "192.0.2.7", in: strangers, trust) == .tooMany(retryAfter: 30))
        }
    }

    @Test(arguments: Engine.available)
    func aHundredNetworksThatGuessLeaveTheNextItsFirstTry(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            for number in 1...100 {
                _ = try await attempt("ada@oakmere.example", "wrong", from: "198.51.100.\(number)", trust)
            }
            #expect(
                try await attempt("ada@oakmere.example", "wrong", from: "198.51.100.200", trust)?.fields == ["password"]
            )
            let again = try await attempt("ada@oakmere.example", "wrong", from: "198.51.100.200", trust)
            #expect(again == .tooMany(retryAfter: 30))
            #expect(try await attempt(from: "192.0.2.7", trust) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func whoHasManyAddressesOfTheNewKindHasOneNetwork(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            for number in 1...5 {
                _ = try await attempt("ada@oakmere.example", "wrong", from: "2001:db8::\(number)", trust)
            }
            #expect(try await attempt(from: "2001:db8::99", trust) == .tooMany(retryAfter: 30))
            #expect(try await attempt(from: "2001:db8:0:1::99", trust) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func whatNobodyCanHaveChosenCostsNothing(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let full = PasswordHasher(longestLane: 0)
            let long = SignInInput(email: "ada@oakmere.example", password: String(repeating: "x", count: 100_000))
            for _ in 0..<60 {
                let refused = try await refusal {
                    _ = try await signIn(long, from: Oakmere.visitor, hasher: full, in: trust.database)
                }
                #expect(refused?.fields == ["password"])
            }
            #expect(try await rows(trust) == 0)
        }
    }

    @Test(arguments: Engine.available)
    func theTableOfTriesHasASize(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let old = trust.clock.now.adding(seconds: -60)
            try await trust.database.write { tx in
                _ = try tx.run(
                    """
                    INSERT INTO sign_in_try (id, account_hash, place, happened_at, state)
                    WITH RECURSIVE made (number) AS (
                        SELECT 1 UNION ALL SELECT number + 1 FROM made WHERE number < 10005)
                    SELECT 'flood' || number, \(String(repeating: "0", count: 64)), 'somewhere', \(old), 'wrong' FROM made
                    """)
            }
            trust.clock.advance(seconds: 1)
            for number in 0..<SignInThrottle.kept / 2_000 {
                _ = try await attempt("new\(number)@oakmere.example", "wrong", from: "192.0.2.\(number)", trust)
            }
            let kept = try #require(try await rows(trust))
            #expect(kept <= SignInThrottle.kept + 10)
        }
    }
}

@Suite struct WaitingLineTests {
    @Test func theLanesTakeTurnsSoThatAFloodWaitsForItself() async throws {
        let (line, done) = (WaitingLine(atOnce: 1, longestLane: 5, longest: 7), Noted<String>())
        let gate = Gatekeeper()
        #expect(line.add("first") { gate.wait() })
        gate.untilSomebodyWaits()
        for number in 1...5 { #expect(line.add("flood") { done.add("flood \(number)") }) }
        #expect(!line.add("flood") {})
        #expect(line.add("staff") { done.add("staff 1") })
        await withCheckedContinuation { caller in
            #expect(line.add("staff") { done.add("staff 2") })
            #expect(!line.add("one too many") {})
            gate.open()
            Task {
                while done.all.count < 7 { await Task.yield() }
                caller.resume()
            }
        }
        #expect(done.all.prefix(4) == ["flood 1", "staff 1", "flood 2", "staff 2"])
    }
}
