import Database
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing

/// A sign-in that overlaps a change of the password.
@Suite struct OverlapTests {
    /// The sign-in takes longer than the change, because it renews the hash at a higher cost; so it ends last.
    private let slow = PasswordHasher(cost: ScryptCost(logN: 12, r: 8, p: 1)!)

    @Test(arguments: Engine.available)
    func neitherBeginsASessionNorWritesTheOldHashBack(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let passwords = [Oakmere.password] + (0..<20).map { "another long phrase \($0)" }
            for (old, new) in zip(passwords, passwords.dropFirst()) {
                async let late = comingIn(with: old, trust)
                async let changed = changePassword(
                    from: old, to: PasswordInput(password: new, again: new), by: trust.administrator,
                    from: Oakmere.visitor, hasher: trust.hasher, in: trust.database)
                let (lateToken, newToken) = (try await late, try await changed)
                let door = Doorkeeping()
                if let lateToken { #expect(try await door.entry(token: lateToken, in: trust.database) == nil) }
                #expect(try await door.entry(token: newToken, in: trust.database) != nil)
                #expect(try await comingIn(with: old, trust) == nil)
                #expect(try await comingIn(with: new, trust, trust.hasher) != nil)
            }
        }
    }

    /// - Returns: nil when refused.
    private func comingIn(
        with password: String, _ trust: Oakmere, _ hasher: PasswordHasher? = nil
    ) async throws -> String? {
        do {
            return try await signIn(
                SignInInput(email: "ada@oakmere.example", password: password), from: Oakmere.visitor,
                hasher: hasher ?? slow, in: trust.database)
        } catch is Refusal { return nil }
    }

    @Test(arguments: Engine.available)
    func ofTwoChangesOfOnePasswordOneIsTaken(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let taken = Noted<Int>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        let new = "another long phrase \(number)"
                        let refused = try await refusal {
                            _ = try await changePassword(
                                from: Oakmere.password, to: PasswordInput(password: new, again: new),
                                by: trust.administrator, from: Oakmere.visitor, hasher: trust.hasher,
                                in: trust.database)
                        }
                        if refused == nil { taken.add(number) } else { #expect(refused?.fields == ["current"]) }
                    }
                }
                try await group.waitForAll()
            }
            #expect(taken.all.count == 1)
        }
    }
}
