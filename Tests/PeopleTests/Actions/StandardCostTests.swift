import Database
import Kernel
import People
import TestKit
import Testing

@Suite struct StandardCostTests {
    /// The cost that people's passwords really have, once: all other tests take a cheap one.
    @Test func aPasswordOfTheStandardCostOpens() async throws {
        try await Oakmere.with(.sqlite) { (trust) async throws in
            let standard = PasswordHasher()
            let input = SignInInput(email: "ada@oakmere.example", password: Oakmere.password)
            _ = try await signIn(input, from: Oakmere.visitor, hasher: standard, in: trust.database)
            let stored = try await trust.database.read { tx in
                try tx.first("SELECT secret FROM credential") { try $0[0] as String }
            }
            #expect(stored?.hasPrefix("scrypt$15$8$3$") == true)
            _ = try await signIn(input, from: Oakmere.visitor, hasher: standard, in: trust.database)
        }
    }
}
