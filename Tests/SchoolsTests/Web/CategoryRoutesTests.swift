import Database
import Foundation
import HTTPTypes
import Kernel
import SchoolRules
import Schools
import TestKit
import Testing

@Suite struct CategoryRoutesTests {
    private let director = "Daniel Whitcombe"
    private let reason = "Reading & writing fell in two terms."

    private func page(_ trust: Willowbrook) -> String { "/schools/\(trust.academy)/category" }
    private func today(_ trust: Willowbrook) async throws -> Day { try await trust.database.read { $0.today } }

    private func form(_ trust: Willowbrook, _ changes: [String: String] = [:]) async throws -> [String: String] {
        let day = try await today(trust).description
        return ["category": "attention", "reason": reason, "from": day].merging(changes) { $1 }
    }

    @Test func theDirectorDecidesWithAReasonAndTheOldOneStays() async throws {
        try await browsing(as: director) { trust, browser in
            #expect(try await browser.get(page(trust)).words.contains("Strong in most departments"))
            let placed = try await browser.post(page(trust), try await form(trust))
            #expect(placed.status == .seeOther && placed.location == page(trust))
            let words = try await browser.get(page(trust)).words
            #expect(words.contains("Attention needed") && words.contains("Reading & writing fell in two terms."))
            let before = try #require(
                words.range(of: "Before Decisions about the category From Category Why Decided by"))
            #expect(
                words[before.upperBound...].contains("Strong in most departments; inclusion is uneven. \(director)"))
        }
    }

    @Test(arguments: [
        ("reason", " ", "Say why, in words that the school may read."),
        ("category", "", "Choose a category."),
        ("from", "soon", "Give the day, such as 2026-11-21."),
        ("from", "2099-01-01", "The day cannot lie in the future."),
        ("from", "2001-01-01", "The latest decision is of"),
    ]) func whatIsMissingIsSaidAndTheRestIsKept(field: String, typed: String, why: String) async throws {
        try await browsing(as: director) { trust, browser in
            _ = try await browser.get(page(trust))
            let refused = try await browser.post(page(trust), try await form(trust, [field: typed]))
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("id=\"\(field)-error\"") && refused.words.contains(why))
            if field != "reason" { #expect(refused.words.contains("Reading & writing fell in two terms.")) }
            if field != "category" { #expect(refused.body.contains("value=\"attention\" checked")) }
            if field == "from" { #expect(refused.body.contains("value=\"\(typed)\"")) }
            let now = try await readCategory(of: trust.academy, for: trust.director, in: trust.database)
            #expect(now.placings.map(\.category) == ["secure"])
        }
    }

    @Test func theSameCategoryAgainIsRefusedAndTheReasonKept() async throws {
        try await browsing(as: director) { trust, browser in
            _ = try await browser.get(page(trust))
            let refused = try await browser.post(page(trust), try await form(trust, ["category": "secure"]))
            #expect(refused.status == .conflict)
            #expect(refused.words.contains("is in this category already."))
            #expect(refused.words.contains("Reading & writing fell in two terms."))
        }
    }

    @Test(arguments: ["James Oyelaran", "Sam Okafor", "David Unwin"])
    func whoeverSeesTheSchoolReadsTheReasonAndDecidesNothing(name: String) async throws {
        try await browsing(as: name) { trust, browser in
            let seen = try await browser.get(page(trust))
            #expect(seen.status == .ok && seen.words.contains("Strong in most departments"))
            #expect(!seen.words.contains("Decide anew"))
            for changes in [[:], ["reason": ""], ["from": "soon"]] {
                #expect(try await browser.post(page(trust), try await form(trust, changes)).status == .forbidden)
            }
        }
    }

    @Test func strangersFindNothingAndNobodyIsSentToTheSignIn() async throws {
        try await browsing(as: "Helen Marsh") { trust, browser in
            _ = try await browser.get("/schools")
            #expect(try await browser.get(page(trust)).status == .notFound)
            #expect(try await browser.post(page(trust), try await form(trust)).status == .notFound)
            let nobody = try await trust.client(nil)
            let answer = try await nobody.get(page(trust))
            #expect(answer.status == .seeOther && answer.location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test func withoutItsFormTokenNothingIsDecided() async throws {
        try await browsing(as: director) { trust, browser in
            _ = try await browser.get(page(trust))
            #expect(try await browser.post(page(trust), try await form(trust), token: "").status == .forbidden)
            #expect(try await browser.get(page(trust)).words.contains("Attention needed since") == false)
        }
    }
}
