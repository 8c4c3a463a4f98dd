import App
import Database
import EvaluationRules
import Foundation
import HTTPTypes
import Kernel
import Site
import TestKit
import Testing
import ToolRules

@testable import Evaluations

@Suite struct MovementPages {
    @Test(arguments: Engine.available)
    func thePageCountsInASentenceAndLinksEachStatement(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let id = try await twoRounds(rounds)
            let address = "/evaluations/\(id)/movement"
            let page = try await rounds.trust.page(address, for: "David Unwin")
            #expect(page.contains("From Window 1 to Window 2: <a href=\"\(address)?only=up\">1 went up</a>, "))
            #expect(page.contains(">1 went down</a>") && page.contains(">1 stayed the same</a>"))
            #expect(page.contains("<a href=\"\(address)?only=not-judged\">3 not judged in one of them</a>"))
            #expect(page.contains("↑\u{A0}Up\u{A0}2") && page.contains("↓\u{A0}Down\u{A0}1"))
            #expect(page.contains("href=\"/evaluations/\(id)#s-\(try await rounds.items(id)["told"]!)\""))
            #expect(
                page.contains("<figure class=\"chart\">") && page.contains("from 2.3 in Window 1 to 2.8 in Window 2."))
        }
    }

    @Test(arguments: Engine.available)
    func theAddressNarrowsItAndAChipTakesThatBack(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let address = "/evaluations/\(try await twoRounds(rounds))/movement"
            let page = try await rounds.trust.page(address + "?only=down", for: "James Oyelaran")
            #expect(page.contains("Text of drawn.") && !page.contains("Text of told."))
            #expect(page.contains("<a class=\"chip\" href=\"\(address)\"><span class=\"vh\">Remove </span>Down"))
            let none = try await rounds.trust.page(address + "?only=retired", for: "James Oyelaran")
            #expect(none.contains("No statement is of this kind."))
            let wrong = try await rounds.trust.page(address + "?only=sideways", for: "James Oyelaran")
            #expect(wrong.contains("Text of told.") && wrong.contains("Text of drawn."))
        }
    }

    @Test(arguments: Engine.available)
    func theFirstRoundAndOneThatIsNotAgreedSaySo(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let first = try await rounds.open(window: 1)
            let nothing = try await rounds.trust.page("/evaluations/\(first)/movement", for: "Aisha Karim")
            #expect(nothing.contains("Nothing is agreed here yet."))
            let only = try await rounds.finish(window: 2, ["told": .level(1)])
            let page = try await rounds.trust.page("/evaluations/\(only)/movement", for: "Aisha Karim")
            #expect(page.contains("Window 2 was the first agreed round."))
            #expect(try await !rounds.trust.page("/evaluations/\(only)", for: "Aisha Karim").contains("/movement"))
            let open = try await rounds.open(window: 3)
            let waiting = try await rounds.trust.page("/evaluations/\(open)/movement", for: "Aisha Karim")
            #expect(waiting.contains("The round of Window 3 is not agreed yet"))
        }
    }

    @Test(arguments: Engine.available)
    func itIsReachedFromTheSheetTheAreaAndTheDepartment(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let id = try await twoRounds(rounds, at: rounds.trust.english)
            let school = "/schools/\(rounds.trust.academy)"
            let department = "?page=1&department=\(rounds.trust.english.department!)"
            for path in ["/evaluations/\(id)", school + "/areas/curriculum", school + department] {
                let page = try await rounds.trust.page(path, for: "James Oyelaran")
                #expect(page.contains("href=\"/evaluations/\(id)/movement\""), "\(path)")
            }
            #expect(try await rounds.trust.client("Helen Marsh").get("/evaluations/\(id)/movement").status == .notFound)
        }
    }

    @Test(arguments: Engine.available)
    func acrossVersionsItSaysWhatWasRewordedSplitMergedNewAndRetired(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let before: [String: Verdict] = [
                "told": .level(1), "drawn": .level(1), "early": .level(2), "late": .level(3), "gone": .level(2),
            ]
            try await rounds.finish(window: 1, before)
            try await rounds.installSecond()
            let after: [String: Verdict] = [
                "told": .level(2), "drawn": .level(2), "early-one": .level(2), "early-two": .level(3),
                "both": .level(3),
                "fresh": .level(1),
            ]
            let id = try await rounds.finish(window: 2, after)
            let page = try await rounds.trust.page("/evaluations/\(id)/movement", for: "David Unwin")
            let rows = page.components(separatedBy: "<tr>").dropFirst()
            func row(_ words: String) throws -> String { try #require(rows.first { $0.contains(words) }) }
            #expect(try row("Drawn with care.").contains("reworded since"))
            #expect(try row("Drawn with care.").contains("Up\u{A0}1"))
            #expect(try !row("Text of told.").contains("reworded since"))
            for words in ["Text of early-one.", "Text of early-two.", "Text of both."] {
                #expect(try row(words).contains("the statement was split or merged"), "\(words)")
            }
            #expect(try row("Text of fresh.").contains("New") && row("Text of gone.").contains("No longer asked"))
        }
    }

    @Test(arguments: Engine.available)
    func plansStandBesideTheStatementsThatTheyTookUpUnderAnyOfTheirVersions(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let first = try await rounds.finish(window: 1, ["drawn": .level(1)])
            let old = try await rounds.items(first)["drawn"]!
            try await rounds.installSecond()
            let id = try await rounds.finish(window: 2, ["drawn": .level(2)])
            let place = rounds.trust.school
            let browser = try await browser(rounds) { items, at, _ in
                #expect(at == place && items.count == 12)
                let plan = PlanAlongside(
                    title: "Drawing <well>", address: "/plans/7", starts: Day(number: 18_506), health: "On course",
                    tone: .good)
                return items.contains(old) ? [old: [plan]] : [:]
            }
            let page = try await browser("James Oyelaran").get("/evaluations/\(id)/movement").body
            #expect(
                page.contains("<a href=\"/plans/7\">Drawing &lt;well&gt;</a> <span class=\"tag good\">On course</span>")
            )
            #expect(page.components(separatedBy: "/plans/7").count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func thoseWhoJudgedPickPrioritiesFromTheWeakestStatements(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            let levels: [String: Verdict] = [
                "told": .level(2), "drawn": .level(1), "early": .level(4), "late": .left, "voices": .level(3),
            ]
            let id = try await rounds.finish(window: 1, levels)
            let items = try await rounds.items(id)
            let browser = try await browser(rounds) { _, _, _ in [:] }
            let page = try await browser("Aisha Karim").get("/evaluations/\(id)").body
            #expect(
                page.contains(
                    "<form method=\"get\" action=\"/plans/new\"><input type=\"hidden\" name=\"evaluation\" value=\"\(id)\">"
                ))
            let boxes = page.components(separatedBy: "name=\"item\" value=\"").dropFirst().map { String($0.prefix(25)) }
            #expect(boxes == [items["drawn"]!.text, items["told"]!.text])
            #expect(!page.contains(" checked>") && page.contains(">Make priorities of these</button>"))
            for (name, at) in [("David Unwin", id), ("Aisha Karim", try await rounds.open(window: 2))] {
                let other = try await browser(name).get("/evaluations/\(at)").body
                #expect(!other.contains("Make priorities"))
            }
            let whole = try await rounds.trust.page("/evaluations/\(id)", for: "Aisha Karim")
            #expect(whole.contains("Make priorities"), "the whole site has plans beside evaluations")
        }
    }

    private func twoRounds(_ rounds: Rounds, at place: Place? = nil) async throws -> ID<Evaluation> {
        try await rounds.finish(
            place, window: 1, ["told": .level(1), "drawn": .level(3), "early": .level(3), "late": .left])
        return try await rounds.finish(
            place, window: 2, ["told": .level(3), "drawn": .level(2), "early": .level(3), "voices": .level(3)])
    }

    /// The pages of evaluations with plans beside them, for whoever is signed in.
    private func browser(
        _ rounds: Rounds, _ alongside: @escaping PlansBeside.Alongside
    ) async throws -> (String) async throws -> TestClient {
        let site = rounds.trust.site
        let plans = PlansBeside(alongside: alongside, newPlan: { _, _ in "/plans/new" })
        var routes = Routes()
        evaluationsFeature(beside: plans).routes(&routes)
        let responder = SiteResponder(routes: routes, runtime: site.runtime)
        return { name in
            let browser = TestClient(responder)
            browser.takeCookies(of: try await rounds.trust.client(name))
            return browser
        }
    }
}
