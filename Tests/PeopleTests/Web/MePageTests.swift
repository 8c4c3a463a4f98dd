import Database
import Foundation
import Jobs
import Kernel
import People
import PeopleRules
import TestKit
import Testing

@Suite struct MePageTests {
    @Test func peopleSeeTheirOwnPostsAndSignIns() async throws {
        try await WebOakmere.with { (web) async throws in
            let dee = try await web.trust.add("Dee Dale", .middleLeader, at: web.trust.atEnglish)
            let page = try await web.browser(dee.id).get("/me")
            #expect(page.says("Middle leader") && page.says("English, Oak Primary") && page.says("This one"))
            #expect(page.says("You have no password."))
        }
    }

    @Test func aNewPasswordSignsEveryOtherBrowserOut() async throws {
        try await WebOakmere.with { (web) async throws in
            let (browser, other) = (try await web.administrator(), try await web.administrator())
            let new = ["current": "wrong", "password": "another long phrase", "again": "another long phrase"]
            let refused = try await browser.post("/me/password", new)
            #expect(refused.code == 422 && refused.says("This is not your present password."))
            let done = try await browser.post("/me/password", new.merging(["current": Oakmere.password]) { $1 })
            #expect(done.location == "/me?done=password-changed")
            #expect(try await browser.get("/me?done=password-changed").says("Your new password is in force"))
            #expect(try await other.get("/me").code == 303)
        }
    }

    @Test func oneBrowserIsSignedOutFromAnother() async throws {
        try await WebOakmere.with { (web) async throws in
            let (browser, other) = (try await web.administrator(), try await web.administrator())
            _ = try await browser.post("/me/sessions/end-nothing")
            let page = try await browser.get("/me")
            let parts = page.body.components(separatedBy: "action=\"/me/sessions/").dropFirst()
            let ends = parts.map { "/me/sessions/" + $0.prefix { $0 != "\"" } }.filter { $0 != "/me/sessions/end" }
            for end in ends { #expect(try await browser.post(end).location == "/me?done=session-ended") }
            #expect(try await browser.get("/me").code == 200)
            #expect(try await other.get("/me").code == 303)
        }
    }

    @Test func signingOutEverywhereIncludesThisBrowser() async throws {
        try await WebOakmere.with { (web) async throws in
            let (browser, other) = (try await web.administrator(), try await web.administrator())
            #expect(try await browser.post("/me/sessions/end").location == "/sign-in")
            #expect(try await browser.get("/me").code == 303)
            #expect(try await other.get("/me").code == 303)
        }
    }

    @Test func aSessionOfOneTrustIsNobodyInTheNext() async throws {
        try await WebOakmere.with { (one) async throws in
            try await WebOakmere.with { (other) async throws in
                let dee = try await one.trust.add("Dee Dale", .staff, at: one.trust.atEnglish)
                let browser = try await one.browser(dee.id)
                #expect(try await browser.get("/me").code == 200)
                let carried = TestClient(other.site)
                carried.takeCookies(of: browser)
                #expect(try await carried.get("/me").location == "/sign-in?next=%2Fme")
            }
        }
    }

    @Test func theOperatorSeesWhatFailedAndTriesItAgain() async throws {
        try await WebOakmere.with { (web) async throws in
            let failing = JobKind("people.test") { _, _ in throw Broken() }
            try await web.trust.database.write { try $0.enqueue("people.test", payload: "a secret payload") }
            for _ in 0..<10 {
                try await drain(web.trust.database, [failing])
                web.trust.clock.advance(seconds: 3_600)
            }
            let browser = try await web.administrator()
            let page = try await browser.get("/jobs")
            #expect(page.says("1 failed") && page.says("The post office is shut.") && !page.says("a secret payload"))
            let again = try #require(page.address(beginning: "/jobs/"))
            #expect(try await browser.post(again).location == "/jobs?done=tried-again")
            #expect(try await browser.get("/jobs").says("0 failed, 0 running, 1 waiting."))
            let dee = try await web.trust.add("Dee Dale", .staff, at: web.trust.atEnglish)
            #expect(try await web.browser(dee.id).get("/jobs").code == 403)
            #expect(try await web.browser(dee.id).post(again).code == 403)
        }
    }
}
