import Database
import Foundation
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// The session ends while somebody writes: after signing in the form is there with every word, for them alone.
@Suite struct CarriedForms {
    static let words = [
        "title": "Pupils <read> more", "why": "Zürich’s 3 books\nand a line", "stops": "The spreadsheet",
    ]

    /// A browser whose session ended while a priority was written; the token of its page.
    private func late(_ trust: Willowbrook, _ path: String) async throws -> (TestClient, token: String) {
        let client = try await trust.client("James Oyelaran")
        _ = try await client.get(path + "/new")
        let token = client.formToken
        try await trust.endSessions()
        return (client, token)
    }

    private func carried(in body: String) throws -> String {
        String(try #require(body.firstMatch(of: /name="carried" value="([A-Za-z0-9_-]+)"/)).1)
    }

    @Test(arguments: Engine.available) func afterSigningInTheFormIsThereWithEveryWord(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let path = "/plans/\(try await trust.draft())/priorities"
            let (client, token) = try await late(trust, path)
            let asked = try await client.post(path, Self.words.merging(["once": "one"]) { $1 }, token: token)
            #expect(asked.status == .forbidden && asked.body.contains("<h1>Sign in</h1>"))
            #expect(!asked.body.contains("spreadsheet"), "nobody reads the words before they sign in")
            let sealed = try carried(in: asked.body)
            let back = try await client.post("/sign-in/demo", ["person": trust.head.person.text, "carried": sealed])
            #expect(back.body.contains("<h1>A priority</h1>"))
            #expect(back.body.contains("You were signed out before this was saved."))
            for word in ["Pupils &lt;read&gt; more", "Zürich’s 3 books\nand a line", "The spreadsheet"] {
                #expect(back.body.contains(word), "\(word)")
            }
            #expect(try await trust.written(plan(of: path)).priorities.isEmpty, "nothing is saved yet")
            let saved = try await client.post(path, Self.words.merging(["once": "one"]) { $1 })
            #expect(saved.status == .seeOther)
            #expect(try await trust.written(plan(of: path)).priorities.map(\.title) == ["Pupils <read> more"])
        }
    }

    @Test func somebodyElseWhoSignsInSeesNothingOfIt() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = "/plans/\(try await trust.draft())/priorities"
            let (client, token) = try await late(trust, path)
            let sealed = try carried(in: try await client.post(path, Self.words, token: token).body)
            let other = try await client.post("/sign-in/demo", ["person": trust.deputy.person.text, "carried": sealed])
            #expect(other.status == .seeOther && other.location == "/" && !other.body.contains("spreadsheet"))
            #expect(try await client.get("/me").body.contains("Kate Brennan"))
        }
    }

    @Test func aWrongPasswordKeepsIt() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = "/plans/\(try await trust.draft())/priorities"
            let (client, token) = try await late(trust, path)
            let sealed = try carried(in: try await client.post(path, Self.words, token: token).body)
            let refused = try await client.post(
                "/sign-in", ["email": "x@y.example", "password": "no", "carried": sealed])
            #expect(refused.status == .unprocessableContent)
            #expect(try carried(in: refused.body) == sealed)
        }
    }

    @Test func loadedAnewThePageAfterSigningInIsTheSame() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = "/plans/\(try await trust.draft())/priorities"
            let (client, token) = try await late(trust, path)
            let asked = try await client.post(path, Self.words, token: token)
            let fields = ["person": trust.head.person.text, "carried": try carried(in: asked.body)]
            let own = client.formToken
            _ = try await client.post("/sign-in/demo", fields, token: own)
            let again = try await client.post("/sign-in/demo", fields, token: own)
            #expect(again.body.contains("<h1>A priority</h1>") && again.body.contains("The spreadsheet"))
        }
    }

    @Test func aPageOfAnEarlierSignInIsOfferedAgainToItsWriterAlone() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = "/plans/\(try await trust.draft())/priorities"
            let (client, token) = try await late(trust, path)
            _ = try await client.post(
                "/sign-in/demo", ["person": trust.head.person.text], token: try await fresh(client))
            let offered = try await client.post(path, Self.words, token: token)
            #expect(offered.body.contains("<h1>A priority</h1>") && offered.body.contains("The spreadsheet"))
            #expect(offered.body.contains("This page was of an earlier sign-in."))
            #expect(client.formToken != token)
            #expect(try await client.post(path, Self.words).status == .seeOther)

            _ = try await client.post("/sign-out")
            _ = try await client.post(
                "/sign-in/demo", ["person": trust.deputy.person.text], token: try await fresh(client))
            let other = try await client.post(path, Self.words, token: token)
            #expect(other.status == .forbidden && !other.body.contains("spreadsheet"))
        }
    }

    @Test func aFormWithAFileKeepsItsTexts() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let things = try await CheckThings(of: trust)
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/checks/\(things.check)")
            let token = client.formToken
            try await trust.endSessions()
            let path = "/checks/\(things.check)/look"
            let fields = ["finding": "Books open in one minute", "rating": "green", "version": "1"]
            let file = (field: "file", name: "a.txt", bytes: Data(repeating: 65, count: 2_000_000))
            let asked = try await client.upload(path, fields, file: file, token: token)
            let sealed = try carried(in: asked.body)
            let back = try await client.post("/sign-in/demo", ["person": trust.head.person.text, "carried": sealed])
            #expect(back.body.contains("Books open in one minute"), "\(back.status)")
        }
    }

    @Test func whatCannotDrawItsFormAgainShowsTheWordsAndSendsThem() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = "/plans/\(try await trust.livePlan())/archive"
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/help/keys")
            let token = client.formToken
            try await trust.endSessions()
            let asked = try await client.post(path, ["words": "What came of it"], token: token)
            let sealed = try carried(in: asked.body)
            let back = try await client.post("/sign-in/demo", ["person": trust.head.person.text, "carried": sealed])
            #expect(back.body.contains("What came of it") && back.body.contains("action=\"\(path)\""))
        }
    }

    @Test func aTokenOfNobodyCarriesNothing() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = "/plans/\(try await trust.draft())/priorities"
            let (client, token) = try await late(trust, path)
            for forged in ["", String(token.prefix(32)), token.dropLast() + (token.hasSuffix("0") ? "1" : "0")] {
                let answer = try await client.post(path, Self.words, token: String(forged))
                #expect(answer.status == .seeOther && answer.location == "/sign-in")
            }
            #expect(
                try await client.post("/sign-in/demo", ["person": trust.head.person.text, "carried": "forged"]).location
                    == "/")
        }
    }

    private func fresh(_ client: TestClient) async throws -> String {
        _ = try await client.get("/sign-in")
        return client.formToken
    }

    private func plan(of path: String) throws -> PlanID { try #require(PlanID(String(path.split(separator: "/")[1]))) }
}

extension Willowbrook {
    fileprivate func endSessions() async throws { try await database.write { _ = try $0.run("DELETE FROM session") } }
}
