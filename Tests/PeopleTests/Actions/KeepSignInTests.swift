import Database
import Jobs
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing

@Suite struct KeepSignInTests {
    private func isIn(_ token: String, _ trust: Oakmere) async throws -> Bool {
        try await Doorkeeping().entry(token: token, in: trust.database) != nil
    }

    private func another(_ trust: Oakmere) async throws -> String {
        try await signInOnDemo(as: trust.administrator.person, from: Oakmere.visitor, in: trust.database)
    }

    @Test(arguments: Engine.available)
    func signingOutEndsThisBrowsersSessionOnly(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let other = try await another(trust)
            try await signOut(trust.administratorToken, in: trust.database)
            #expect(try await !isIn(trust.administratorToken, trust))
            #expect(try await isIn(other, trust))
            try await signOut(trust.administratorToken, in: trust.database)
        }
    }

    @Test(arguments: Engine.available)
    func signingOutEverywhereEndsAllOfThem(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let other = try await another(trust)
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let hers = try await signInOnDemo(as: dee.id, from: Oakmere.visitor, in: trust.database)
            try await signOutEverywhere(trust.administrator, in: trust.database)
            #expect(try await !isIn(trust.administratorToken, trust))
            #expect(try await !isIn(other, trust))
            #expect(try await isIn(hers, trust))
        }
    }

    @Test(arguments: Engine.available)
    func nobodyEndsAnotherPersonsSession(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.actor(trust.add("Dee Dale", .staff, at: trust.atEnglish))
            let admins = try await readMe(trust.administrator, token: trust.administratorToken, in: trust.database)
                .sessions
            let one = try #require(admins.first)
            #expect(one.isThisOne && admins.count == 1)
            #expect(try await refusal { try await endSession(one.id, by: dee, in: trust.database) } == .notFound)
            try await endSession(one.id, by: trust.administrator, in: trust.database)
            #expect(try await !isIn(trust.administratorToken, trust))
        }
    }

    private func change(from current: String, to new: String, _ trust: Oakmere) async throws -> String {
        try await changePassword(
            from: current, to: PasswordInput(password: new, again: new), by: trust.administrator,
            from: Oakmere.visitor, hasher: trust.hasher, in: trust.database)
    }

    @Test(arguments: Engine.available)
    func aNewPasswordWantsTheOldOneAndEndsEverySession(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let wrong = try await refusal { _ = try await change(from: "wrong", to: "another long phrase", trust) }
            #expect(wrong == .invalid("current", "This is not your present password."))
            #expect(try await isIn(trust.administratorToken, trust))
            let token = try await change(from: Oakmere.password, to: "another long phrase", trust)
            #expect(try await !isIn(trust.administratorToken, trust))
            #expect(try await isIn(token, trust))
            let old = SignInInput(email: "ada@oakmere.example", password: Oakmere.password)
            let refused = try await refusal {
                _ = try await signIn(old, from: Oakmere.visitor, hasher: trust.hasher, in: trust.database)
            }
            #expect(refused?.fields == ["password"])
        }
    }

    @Test(arguments: Engine.available)
    func guessingThePresentPasswordIsThrottledButDoesNotKeepTheOwnerOut(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            for _ in 0..<5 {
                _ = try await refusal { _ = try await change(from: "wrong", to: "another long phrase", trust) }
            }
            let next = try await refusal {
                _ = try await change(from: Oakmere.password, to: "another long phrase", trust)
            }
            #expect(next == .tooMany(retryAfter: 30))
            let own = SignInInput(email: "ada@oakmere.example", password: Oakmere.password)
            _ = try await signIn(own, from: Oakmere.visitor, hasher: trust.hasher, in: trust.database)
        }
    }

    @Test(arguments: Engine.available)
    func aWeakNewPasswordIsRefused(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let refused = try await refusal { _ = try await change(from: Oakmere.password, to: "short", trust) }
            #expect(refused?.fields == ["password"])
        }
    }

    @Test(arguments: Engine.available)
    func oldSessionsAndTriesAreForgottenByTheirJobs(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bad = SignInInput(email: "ada@oakmere.example", password: "wrong")
            _ = try await refusal {
                _ = try await signIn(bad, from: Oakmere.visitor, hasher: trust.hasher, in: trust.database)
            }
            func rows() async throws -> [Int] {
                try await trust.database.read { tx in
                    try tx.rows("SELECT COUNT(*) FROM session UNION ALL SELECT COUNT(*) FROM sign_in_try") {
                        try $0[0] as Int
                    }
                }
            }
            let jobs = peopleFeature(mail: Mail(folder: nil)).jobs
            try await drain(trust.database, jobs)
            #expect(try await rows() == [1, 1])
            trust.clock.advance(days: 1)
            try await drain(trust.database, jobs)
            #expect(try await rows() == [0, 0])
        }
    }
}
