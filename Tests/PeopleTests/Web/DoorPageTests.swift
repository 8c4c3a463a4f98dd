import App
import Database
import HTTPTypes
import Jobs
import Kernel
import Logging
import People
import PeopleRules
import Site
import TestKit
import Testing

@Suite struct DoorPageTests {
    private let right = ["email": "ada@oakmere.example", "password": Oakmere.password]

    @Test func signingInAgainInTheSameBrowserEndsTheSessionThatItHad() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.stranger()
            _ = try await browser.post("/sign-in", right)
            let copy = TestClient(web.site)
            copy.takeCookies(of: browser)
            #expect(try await copy.get("/me").code == 200)
            _ = try await browser.get("/me")
            #expect(try await browser.post("/sign-in", right).code == 303)
            #expect(try await browser.get("/me").code == 200)
            #expect(try await copy.get("/me").code == 303)
        }
    }

    @Test func aPasswordIsTakenAsItWasTyped() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.stranger()
            let spaced = right.merging(["password": " " + Oakmere.password]) { $1 }
            #expect(try await browser.post("/sign-in", spaced).code == 422)
            _ = try await browser.post("/sign-in", right)
            _ = try await browser.get("/me")
            let new = [
                "current": Oakmere.password, "password": "  another long phrase ", "again": "  another long phrase ",
            ]
            #expect(try await browser.post("/me/password", new).code == 303)
            let next = try await web.stranger()
            let trimmed = right.merging(["password": "another long phrase"]) { $1 }
            #expect(try await next.post("/sign-in", trimmed).code == 422)
            #expect(try await next.post("/sign-in", right.merging(["password": new["password"]!]) { $1 }).code == 303)
        }
    }

    @Test func theBrowserIsKnownForLongAndItsCookiesBelongToThisHost() async throws {
        try await WebOakmere.with { (web) async throws in
            let answer = try await web.stranger().post("/sign-in", right)
            let cookies = answer.headers[values: .setCookie]
            #expect(cookies.count == 2 && cookies.allSatisfy { $0.hasPrefix("__Host-") && $0.contains("; Path=/;") })
            #expect(cookies.allSatisfy { $0.contains("; Secure") && !$0.contains("Domain") })
            #expect(cookies.contains { $0.hasPrefix("__Host-termwise-visit=") && $0.contains("Max-Age=10368000") })
            let wrong = try await web.stranger()
            for _ in 0..<5 { _ = try await wrong.post("/sign-in", right.merging(["password": "x"]) { $1 }) }
            #expect(try await wrong.post("/sign-in", right).code == 429)
        }
    }

    @Test func anAdministratorEndsAnybodysSessions() async throws {
        try await WebOakmere.with { (web) async throws in
            let dee = try await web.trust.add("Dee Dale", .staff, at: web.trust.atEnglish)
            let hers = try await web.browser(dee.id)
            let browser = try await web.administrator()
            let page = try await browser.get("/people/\(dee.id)")
            #expect(page.says("Signed in at present in one browser."))
            #expect(try await hers.post("/people/\(dee.id)/sessions/end").code == 403)
            let answer = try await browser.post("/people/\(dee.id)/sessions/end")
            #expect(answer.location == "/people/\(dee.id)?done=signed-out")
            #expect(try await hers.get("/me").code == 303)
            #expect(try await browser.get("/me").code == 200)
        }
    }

    @Test func aForgottenPasswordAnswersAlikeWhoeverAsks() async throws {
        try await TestDatabases.withFolder { folder in
            try await WebOakmere.with(mail: Mail(folder: folder)) { (web) async throws in
                let browser = try await web.stranger()
                #expect(try await browser.get("/sign-in").says("href=\"/forgotten-password\""))
                _ = try await browser.get("/forgotten-password")
                let known = try await browser.post("/forgotten-password", ["email": "ada@oakmere.example"])
                let unknown = try await browser.post("/forgotten-password", ["email": "nobody@oakmere.example"])
                #expect(known.code == 200 && known.body == unknown.body)
                #expect(known.says("a letter is on its way"))
                let none = try await browser.post("/forgotten-password", ["email": "ada"])
                #expect(none.code == 422 && none.says("value=\"ada\""))
            }
        }
    }

    @Test func withoutMailThePageSaysWhomToAsk() async throws {
        try await WebOakmere.with { (web) async throws in
            let page = try await web.stranger().get("/forgotten-password")
            #expect(page.says("No mail is set up here") && !page.says("Send the letter"))
        }
    }

    @Test func theLogNamesWhoWasTurnedAwayAndWhoCameInWithoutAWordOfTheirs() async throws {
        let lines = LoggedLines()
        try await WebOakmere.with(logger: lines.logger) { (web) async throws in
            let dee = try await web.trust.add("Dee Dale", .staff, at: web.trust.atEnglish)
            let stranger = try await web.stranger()
            _ = try await stranger.post("/sign-in", right.merging(["password": "typed in vain"]) { $1 })
            _ = try await web.browser(dee.id).get("/people/\(web.trust.administrator.person)")
            let browser = try await web.administrator()
            _ = try await browser.get("/people/\(dee.id)")
            _ = try await browser.post("/people/\(dee.id)/sessions/end")
            let post = ["role": "governor", "place": "school/\(web.trust.oak)", "starts": "2026-11-21"]
            _ = try await browser.post("/people/\(dee.id)/posts", post)
            _ = try await browser.post("/people/\(dee.id)/invitations")
            _ = try await browser.get("/people/hidden%20words")
            _ = try await browser.post("/sign-out")
            let account = TokenHash("ada@oakmere.example").text
            #expect(lines.events.contains(["event": "sign-in-failed", "status": "422", "account": account]))
            #expect(
                lines.events.contains([
                    "event": "refused", "status": "403", "by": dee.id.text,
                    "person": web.trust.administrator.person.text,
                ]))
            let kinds = lines.events.compactMap { $0["event"] }
            #expect(kinds.filter { $0 == "sessions-ended" }.count == 2 && kinds.contains("rights-changed"))
            for word in ["typed in vain", "hidden", "Dee"] { #expect(!lines.text.contains(word)) }
        }
    }

    @Test func aFileThatGoesOutIsLogged() async throws {
        let lines = LoggedLines()
        try await Oakmere.with(.sqlite) { (trust) async throws in
            var routes = Routes()
            routes.open(.get, "/things/:thing/sheet", because: "a test asks") { _ in
                .download([1], name: "words.csv", type: "text/csv")
            }
            let runtime = SiteRuntime(
                settings: SiteSettings(baseURL: "http://oakmere.example"),
                trusts: OneTrust(TrustHome(key: "oakmere", database: trust.database)), doorkeeper: Doorkeeping(),
                world: trust.database.world, logger: .quiet, links: { _ in [] })
            let browser = TestClient(SiteResponder(routes: routes, runtime: runtime), logger: lines.logger)
            #expect(try await browser.get("/things/none/sheet").code == 200)
            #expect(lines.events == [["event": "exported", "status": "200"]])
        }
    }
}
