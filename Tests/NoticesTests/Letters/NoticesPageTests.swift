import App
import Database
import HTTPTypes
import Jobs
import Markup
import Notices
import Site
import TestKit
import Testing

@Suite struct NoticesPageTests {
    @Test func aChoiceIsKeptAndShownAgain() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let browser = try await trust.client("James Oyelaran")
            let first = try await browser.get("/me/notices")
            #expect(first.body.contains("value=\"1\" checked") && first.body.contains("No mail is set up here yet"))
            let kept = try await browser.post("/me/notices", ["weekday": "4", "scope": "own", "version": "0"])
            let page = try await browser.get(try #require(kept.location))
            #expect(page.body.contains("Your choice is kept."))
            #expect(page.body.contains("value=\"4\" checked") && page.body.contains("value=\"own\" checked"))
            #expect(page.body.contains("name=\"version\" value=\"1\""))
        }
    }

    @Test func whatCannotBeTakenIsSaidAtItsFieldAndKept() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get("/me/notices")
            let answer = try await browser.post("/me/notices", ["weekday": "", "scope": "own", "version": "0"])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("Choose a day of the week, or no letter."))
            #expect(answer.body.contains("value=\"own\" checked"))
            let stale = try await browser.post("/me/notices", ["weekday": "1", "scope": "own", "version": "7"])
            #expect(stale.status == .conflict && stale.body.contains("value=\"own\" checked"))
            #expect(stale.body.contains("in another window") && stale.body.contains("name=\"version\" value=\"0\""))
        }
    }

    @Test func aNewAddressIsShownOnceAndOpensInACalendarInOnePress() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let browser = try await trust.client("James Oyelaran")
            #expect(try await browser.get("/me/notices").body.contains(">Make my calendar address</button>"))
            let made = try await browser.post("/me/notices/feed").body
            let address = try #require(made.firstMatch(of: /<code>https?(:\/\/[^<]+\.ics)<\/code>/)?.output.1)
            #expect(made.contains("href=\"webcal\(address)\""))
            #expect(try await browser.get("/me/notices").body.contains("webcal") == false)
        }
    }

    @Test func onesOwnPageLeadsThere() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let page = try await trust.client("James Oyelaran").get("/me")
            #expect(page.body.contains("href=\"/me/notices\""))
        }
    }

    @Test func theSamplesCanBeDrawn() throws {
        let samples = noticesFeature(mail: Mail(folder: nil), due: [], over: [], site: { _ in nil }).samples
        #expect(samples.count == 4 && samples.allSatisfy { !$0.html().text.isEmpty })
    }
}
