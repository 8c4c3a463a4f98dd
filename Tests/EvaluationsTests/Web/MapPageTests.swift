import App
import Database
import EvaluationRules
import Foundation
import HTTPTypes
import Kernel
import TestKit
import Testing

@testable import Evaluations

/// The trust's map, asked for as a browser does.
@Suite struct MapPages {
    @Test(arguments: Engine.available)
    func theMapShowsLevelSpreadAgeAndWhatIsOpenAndLinksToTheArea(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, [.level(2), .level(2), .level(3), .left])
            _ = try await trust.open(trust.english)
            let page = try await trust.page("/heat-map", for: "Daniel Whitcombe")
            #expect(page.contains("href=\"/schools/\(trust.academy)/areas/curriculum\"><b>2</b> Emerging"))
            #expect(page.contains("2 Emerging, 1 Secure, 1 left until next time"))
            #expect(
                page.contains(">agreed today</time>")
                    && page.contains(" judged, 1 left until next time, 1 under way</small>"))
            #expect(page.contains("<td class=\"tone-unknown\" data-label=\"Inclusion\">"))
        }
    }

    @Test(arguments: Engine.available)
    func whatIsOpenAndNotAgreedSaysSo(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            _ = try await trust.open(trust.school)
            let page = try await trust.page("/heat-map", for: "James Oyelaran")
            #expect(page.contains("<i>Not agreed yet</i><small>1 under way</small>"))
        }
    }

    @Test(arguments: Engine.available)
    func thoseWithADepartmentAloneGetNoRow(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let page = try await trust.page("/heat-map", for: "Amir Hussain")
            #expect(page.contains("a row for each school") && !page.contains("<table"))
            #expect(try await trust.client(nil).get("/heat-map").status == .seeOther)
        }
    }

    @Test(arguments: Engine.available)
    func filtersStandInTheAddressAndComeOffAsChips(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let page = try await trust.page(
                "/heat-map?phase=secondary&category=concern&sort=curriculum", for: "Daniel Whitcombe")
            #expect(page.contains(">Hartley High School</a>") && !page.contains(">Willowbrook Academy</a>"))
            #expect(page.contains("href=\"/heat-map?category=concern&amp;sort=curriculum\""))
            #expect(page.contains("href=\"/heat-map?phase=secondary&amp;sort=curriculum\""))
            #expect(page.contains("<option value=\"concern\" selected>Cause for concern</option>"))
            #expect(page.contains("<input type=\"hidden\" name=\"sort\" value=\"curriculum\">"))
        }
    }

    @Test(arguments: Engine.available)
    func anAreaSortsTheRowsBothWaysWithTheUnknownLast(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (low, high) = (trust.trust.schools[6], trust.academy)
            try await trust.agreeAsDirector(at: low, .level(1))
            try await trust.agreeAsDirector(at: high, .level(4))
            func order(_ query: String) async throws -> [String] {
                let page = try await trust.page("/heat-map?\(query)", for: "Daniel Whitcombe")
                return page.components(separatedBy: "<th scope=\"row\"><a href=\"/schools/").dropFirst().map {
                    String($0.prefix(25))
                }
            }
            #expect(try await Array(order("sort=curriculum").prefix(2)) == [low.text, high.text])
            #expect(try await Array(order("sort=curriculum&order=highest").prefix(2)) == [high.text, low.text])
            let page = try await trust.page("/heat-map?sort=curriculum", for: "Daniel Whitcombe")
            #expect(
                page.contains(
                    "aria-sort=\"ascending\"><a href=\"/heat-map?sort=curriculum&amp;order=highest\">"))
        }
    }

    @Test(arguments: Engine.available)
    func theTagOfTheMapChangesWithWhatTheReaderSeesOfItAndWithNothingElse(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (all, other) = (try await trust.client("Daniel Whitcombe"), try await trust.client("Helen Marsh"))
            func tag(_ browser: TestClient) async throws -> String {
                try #require(try await browser.get("/heat-map").headers[.eTag])
            }
            let (before, others) = (try await tag(all), try await tag(other))
            #expect(try await all.get("/heat-map", headers: [.ifNoneMatch: before]).status == .notModified)
            try await trust.finish(trust.school, [.level(2)])
            #expect(try await tag(all) != before)
            #expect(try await tag(other) == others)
        }
    }
}

extension Willowbrook {
    /// A page that `name` gets.
    func page(_ path: String, for name: String) async throws -> String {
        let answer = try await client(name).get(path)
        #expect(answer.status == .ok)
        return answer.body
    }

    /// The school's head and the director judge the first statement alike and sign.
    func agreeAsDirector(at school: SchoolID, _ level: Verdict) async throws {
        let head = actor(school == academy ? "James Oyelaran" : "Fiona Grant")
        let id = try await open("curriculum-intent", at: .school(school), by: director)
        for side in [head, director] {
            try await judge(id, [level], by: side)
            try await declareReady(true, id, by: side, in: database)
        }
        try await revealJudgements(of: id, by: head, in: database)
        for side in [head, director] { _ = try await signEvaluation(id, by: side, in: database) }
    }
}
