import Database
import EvaluationRules
import HTTPTypes
import Kernel
import Markup
import Site
import TestKit
import Testing

@testable import Evaluations

@Suite struct SchoolPages {
    @Test(arguments: Engine.available)
    func aHeadSeesFactsAreasDepartmentsAndEvaluationsAndMayOpenOne(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.finish(trust.school, [.level(2), .level(3)])
            let page = try await trust.page("/schools/\(trust.academy)", for: "James Oyelaran")
            #expect(page.contains("<dd>900105</dd>") && page.contains("Secure") && page.contains("Aisha Karim"))
            #expect(page.contains("href=\"/schools/\(trust.academy)/areas/curriculum\">Curriculum</a>"))
            #expect(page.contains("href=\"/evaluations/\(id)\">Curriculum intent</a>"))
            #expect(page.contains("href=\"/evaluations/new?school=\(trust.academy)\">Open an evaluation</a>"))
            #expect(page.contains("<h2>Areas</h2>") && page.contains("<h2>Departments</h2>"))
        }
    }

    @Test(arguments: Engine.available)
    func aReaderMayNotOpenAndAStrangerFindsNothing(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let address = "/schools/\(trust.academy)"
            let page = try await trust.page(address, for: "David Unwin")
            #expect(!page.contains("Open an evaluation"))
            for path in [address, address + "/areas/curriculum", "/schools/no-id"] {
                let answer = try await trust.client("Helen Marsh").get(path)
                #expect(answer.status == .notFound)
            }
        }
    }

    @Test(arguments: Engine.available)
    func aHeadOfDepartmentSeesFactsAndTheOwnDepartment(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let whole = try await trust.finish(trust.school, [.level(2)])
            let own = try await trust.open(trust.english)
            let page = try await trust.page("/schools/\(trust.academy)", for: "Amir Hussain")
            #expect(page.contains("<dd>900105</dd>") && page.contains("/evaluations/\(own)"))
            #expect(!page.contains("<h2>Areas</h2>") && !page.contains(whole.text) && !page.contains("Mathematics"))
        }
    }

    @Test(arguments: Engine.available)
    func anAreaSaysOfEachStatementWhatWasAgreedAndWhatMovedIt(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.open(trust.school)
            try await trust.judge(id, [.level(1), .left], by: trust.head)
            try await trust.judge(id, [.level(3), .left], by: trust.liaison)
            for side in [trust.head, trust.liaison] { try await declareReady(true, id, by: side, in: trust.database) }
            try await revealJudgements(of: id, by: trust.head, in: trust.database)
            let items = try await readEvaluation(id, for: trust.head, in: trust.database).items
            try await trust.agree(id, items[0], .level(2), by: trust.liaison)
            for side in [trust.head, trust.liaison] { _ = try await signEvaluation(id, by: side, in: trust.database) }
            let page = try await trust.page("/schools/\(trust.academy)/areas/curriculum", for: "David Unwin")
            #expect(page.contains("Evidence seen together: Looked together"))
            #expect(page.contains("<b>2</b> Emerging") && page.contains("Left until next time"))
            #expect(page.contains("Not judged") && page.contains("\(items.count - 2) not judged"))
            #expect(page.contains("href=\"/evaluations/\(id)#s-\(items[0])\""))
        }
    }

    @Test(arguments: Engine.available)
    func everyLinkOfTheThreePagesLeadsSomewhere(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            try await trust.finish(trust.school, [.level(2)])
            _ = try await trust.open(trust.english)
            let browser = try await trust.client("James Oyelaran")
            for start in [
                "/heat-map", "/schools/\(trust.academy)", "/schools/\(trust.academy)?page=1",
                "/schools/\(trust.academy)/areas/curriculum",
            ] {
                let page = try await browser.get(start).body
                let links = page.matches(of: /href="(\/[^"#]*)/).map { String($0.1).replacing("&amp;", with: "&") }
                for link in Set(links) where !link.hasPrefix("/assets") {
                    let answer = try await browser.get(link)
                    #expect(answer.status == .ok || answer.status == .seeOther, "\(start) links to \(link)")
                }
            }
        }
    }

    @Test(arguments: mapSamples.indices) func everySampleDrawsAndNoneLetsMarkupThrough(index: Int) {
        let text = mapSamples[index].html().text
        #expect(!text.isEmpty && !text.contains("<script>"))
    }
}
