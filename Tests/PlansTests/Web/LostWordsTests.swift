import App
import Database
import HTTPTypes
import Kernel
import Plans
import Site
import TestKit
import Testing

/// Whatever is refused, the words that came with it stand on the page that says so.
@Suite struct LostWordsTests {
    @Test func wordsThatCameTooLateAreShownAgain() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.livePlan()
            try await archivePlan(plan, words: "It is over", by: trust.deputy, in: trust.database)
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get("/plans/\(plan)")
            let late = try await browser.post("/plans/\(plan)/maintenance", ["words": "Two <b>classes</b> hold it"])
            #expect(late.status == .conflict)
            #expect(
                late.body.contains("What you wrote") && late.body.contains("Two &lt;b&gt;classes&lt;/b&gt; hold it"))
        }
    }

    @Test func aFormOfAnotherSignInKeepsItsWordsToo() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.livePlan()
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get("/plans/\(plan)")
            let forged = try await browser.post(
                "/plans/\(plan)/archive", ["words": "What came of it"], token: "of yesterday")
            #expect(forged.status == .forbidden && forged.body.contains("What came of it"))
        }
    }

    @Test func aPasswordIsNotAmongThem() {
        let form = Form([
            ("name", "Ada"), ("password", "three plain words"), ("again", "three plain words"), ("words", "A note"),
        ])
        #expect(form.writing == ["A note"])
    }
}
