import HTTPTypes
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing

@Suite struct SignInPageTests {
    private let right = ["email": "ada@oakmere.example", "password": Oakmere.password]

    @Test func theRightPasswordGoesOnToTheWantedPage() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.stranger()
            let answer = try await browser.post("/sign-in", right.merging(["next": "/people?q=ada"]) { $1 })
            #expect(answer.code == 303 && answer.location == "/people?q=ada")
            let cookie = try #require(
                answer.headers[values: .setCookie].first { $0.hasPrefix("__Host-termwise-session=") })
            for mark in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/"] { #expect(cookie.contains(mark)) }
            #expect(!cookie.contains("Max-Age"))
            #expect(try await browser.get("/people?q=ada").says("Ada Archer"))
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "evil", "/sign-out",
        "/people\r\nX: 1", "",
    ])
    func nobodyIsSentToAnotherSite(next: String) async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.stranger()
            let answer = try await browser.post("/sign-in", right.merging(["next": next]) { $1 })
            #expect(answer.code == 303 && answer.location == "/")
        }
    }

    @Test func aWrongPasswordKeepsTheAddressAndNeverThePassword() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.stranger()
            let answer = try await browser.post(
                "/sign-in", ["email": "ada@oakmere.example", "password": "typed in vain", "next": "/people"])
            #expect(answer.code == 422)
            #expect(answer.says("That address and password do not go together here."))
            #expect(answer.says("value=\"ada@oakmere.example\"") && answer.says("value=\"/people\""))
            #expect(!answer.says("typed in vain"))
        }
    }

    @Test func tooManyTriesSaysHowLongToWait() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.stranger()
            let wrong = ["email": "nobody@oakmere.example", "password": "x"]
            for _ in 0..<5 { #expect(try await browser.post("/sign-in", wrong).code == 422) }
            let answer = try await browser.post("/sign-in", wrong)
            #expect(answer.code == 429 && answer.headers[.retryAfter] == "30")
            #expect(answer.says("That was too many tries. Wait 30 seconds, then try again."))
        }
    }

    @Test func withoutTheFormsTokenNothingIsTried() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.stranger()
            #expect(try await browser.post("/sign-in", right, token: "").code == 403)
            #expect(try await browser.post("/sign-out", [:], token: "0123").code == 403)
        }
    }

    @Test func whoIsSignedInIsNotAskedAgain() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.administrator()
            #expect(try await browser.get("/sign-in?next=%2Fpeople").location == "/people")
        }
    }

    @Test func signingOutEndsTheSessionAndItsCookie() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.administrator()
            let copy = TestClient(web.site)
            copy.takeCookies(of: browser)
            let answer = try await browser.post("/sign-out")
            #expect(answer.location == "/sign-in" && answer.headers[.clearSiteData] == "\"cache\"")
            #expect(
                answer.headers[values: .setCookie].contains {
                    $0.hasPrefix("__Host-termwise-session=;") && $0.contains("Max-Age=0")
                })
            #expect(try await copy.get("/me").location == "/sign-in?next=%2Fme")
        }
    }

    @Test func onlyADemoOffersItsPeople() async throws {
        try await WebOakmere.with { (web) async throws in
            #expect(try await !web.stranger().get("/sign-in").says("/sign-in/demo"))
            let browser = try await web.stranger()
            let answer = try await browser.post("/sign-in/demo", ["person": web.trust.administrator.person.text])
            #expect(answer.code == 404)
            #expect(!answer.headers[values: .setCookie].contains { $0.hasPrefix("__Host-termwise-session=") })
        }
    }

    @Test func aDemosPeopleStandUnderTheirSchoolsAndComeInByAButton() async throws {
        try await WebOakmere.with(isDemo: true) { (web) async throws in
            let dee = try await web.trust.add("Dee Dale", .middleLeader, at: web.trust.atEnglish)
            let lee = try await web.trust.add("Lee Lamb", .liaison, at: .school(web.trust.oak))
            let second = PostInput(role: .liaison, place: .school(web.trust.elm), starts: web.trust.today)
            try await givePost(second, to: lee.id, by: web.trust.administrator, in: web.trust.database)
            let browser = TestClient(web.site)
            let page = try await browser.get("/sign-in")
            #expect(page.says("Liaison of 2 schools") && !page.says("<h2>Elm High</h2>"))
            #expect(page.says("<h2>Oakmere Trust</h2>") && page.says("<h2>Oak Primary</h2>"))
            #expect(page.says("Middle leader, English"))
            let answer = try await browser.post("/sign-in/demo", ["person": dee.id.text, "next": "/me"])
            #expect(answer.location == "/me")
            #expect(try await browser.get("/me").says("<h1>Dee Dale</h1>"))
        }
    }
}
