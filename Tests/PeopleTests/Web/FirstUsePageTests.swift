import Database
import Kernel
import People
import Site
import TestKit
import Testing

@Suite struct FirstUsePageTests {
    private let typed = [
        "code": "c0de", "trust": "Oakmere Trust", "name": "Ada Archer", "email": "ada@oakmere.example",
        "password": Oakmere.password, "again": Oakmere.password,
    ]

    private func withEmpty(code: String?, _ body: (TestClient) async throws -> Void) async throws {
        try await TestDatabases.with(.sqlite, migrations: Oakmere.migrations) { (database) async throws in
            let settings = SiteSettings(baseURL: "http://oakmere.example", firstUseCode: code)
            let hasher = PasswordHasher(cost: ScryptCost(logN: 4, r: 8, p: 1)!)
            let site = peopleSite(settings, database, hasher)
            try await body(TestClient(site))
        }
    }

    @Test func anEmptyTermwiseLeadsToItsFirstUseAndThenIn() async throws {
        try await withEmpty(code: "c0de") { (browser) async throws in
            #expect(try await browser.get("/people").location == "/first-use")
            #expect(try await browser.get("/sign-in").location == "/first-use")
            #expect(try await browser.get("/first-use").says("Name your trust"))
            #expect(try await browser.post("/first-use", typed).location == "/")
            #expect(try await browser.get("/people").says("Ada Archer"))
            #expect(try await browser.get("/first-use").location == "/sign-in")
            #expect(try await browser.post("/first-use", typed).location == "/sign-in")
        }
    }

    @Test func whatWasTypedStaysWhenItIsRefused() async throws {
        try await withEmpty(code: "c0de") { (browser) async throws in
            _ = try await browser.get("/first-use")
            let answer = try await browser.post("/first-use", typed.merging(["email": "ada"]) { $1 })
            #expect(answer.code == 422 && answer.says("value=\"Oakmere Trust\"") && answer.says("value=\"ada\""))
            #expect(answer.says("value=\"c0de\""))
            #expect(!answer.says(Oakmere.password))
        }
    }

    @Test func aWrongCodeMakesNothingAndGuessingWaits() async throws {
        try await withEmpty(code: "c0de") { (browser) async throws in
            _ = try await browser.get("/first-use")
            let wrong = typed.merging(["code": "guess"]) { $1 }
            for _ in 0..<5 { #expect(try await browser.post("/first-use", wrong).code == 422) }
            #expect(try await browser.post("/first-use", typed).code == 429)
            #expect(try await browser.get("/people").location == "/first-use")
        }
    }

    @Test func withoutACodeThePageIsClosed() async throws {
        try await withEmpty(code: nil) { (browser) async throws in
            #expect(try await browser.get("/first-use").code == 404)
        }
    }
}
