import HTTPTypes
import Kernel
import People
import PeopleRules
import TestKit
import Testing

@Suite struct InvitationPageTests {
    private let chosen = ["password": Oakmere.password, "again": Oakmere.password]

    private func link(_ web: WebOakmere) async throws -> String {
        let dee = try await web.trust.add("Dee Dale", .staff, at: web.trust.atEnglish)
        let link = try await invite(
            dee.id, to: Oakmere.site, by: web.trust.administrator, in: web.trust.database)
        return String(link.dropFirst(Oakmere.site.text.count))
    }

    @Test func theLinkLeadsToAPasswordAndIn() async throws {
        try await WebOakmere.with { (web) async throws in
            let (path, browser) = (try await link(web), TestClient(web.site))
            let page = try await browser.get(path)
            #expect(page.says("This link works once, until 9 January 2027, 09:30."))
            #expect(page.code == 200 && page.says("Oakmere Trust has invited you, Dee Dale."))
            #expect(page.says("autocomplete=\"new-password\""))
            #expect(try await browser.post(path, chosen).location == "/")
            #expect(try await browser.get("/me").says("<h1>Dee Dale</h1>"))
        }
    }

    @Test func aRefusedPasswordSaysWhyAndLeavesTheLinkOpen() async throws {
        try await WebOakmere.with { (web) async throws in
            let (path, browser) = (try await link(web), TestClient(web.site))
            _ = try await browser.get(path)
            let answer = try await browser.post(path, ["password": "dee", "again": "dee"])
            #expect(answer.code == 422 && answer.says("Use at least 12 characters."))
            #expect(try await browser.post(path, chosen).code == 303)
        }
    }

    @Test func aUsedLinkSaysWhatToDoNext() async throws {
        try await WebOakmere.with { (web) async throws in
            let (path, browser) = (try await link(web), TestClient(web.site))
            _ = try await browser.get(path)
            _ = try await browser.post(path, chosen)
            let answer = try await TestClient(web.site).get(path)
            #expect(answer.code == 409 && answer.says("Ask whoever looks after people"))
        }
    }

    @Test func theAddressOfALinkIsToldToNobodyWhateverTheAnswer() async throws {
        try await WebOakmere.with { (web) async throws in
            let (path, browser) = (try await link(web), TestClient(web.site))
            let answers = [
                try await browser.get(path), try await browser.post(path, chosen, token: "forged"),
                try await browser.post(path, chosen), try await browser.get(path),
                try await browser.get("/invitations/none"),
            ]
            #expect(answers.map(\.code) == [200, 403, 303, 409, 404])
            #expect(answers.allSatisfy { $0.headers[HTTPField.Name("Referrer-Policy")!] == "no-referrer" })
            let other = try await browser.get("/me").headers[HTTPField.Name("Referrer-Policy")!]
            #expect(other == "same-origin")
        }
    }

    @Test func aMadeUpLinkIsNotFound() async throws {
        try await WebOakmere.with { (web) async throws in
            let path = "/invitations/" + String(repeating: "0", count: 64)
            #expect(try await TestClient(web.site).get(path).code == 404)
        }
    }
}
