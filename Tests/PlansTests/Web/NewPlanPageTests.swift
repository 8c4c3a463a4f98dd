import App
import Database
import EvaluationRules
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// The page that begins a plan: what it offers to whom, and what it says before it refuses.
@Suite struct NewPlanPages {
    @Test func whoPlansForADepartmentAloneIsOfferedWhatADepartmentCanHave() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let page = try await trust.client("Amir Hussain").get(PlanLinks.new).body
            let own = try await trust.proForma(.department).id.text
            let kind = try #require(page.split(separator: "value=\"\(own)\"", maxSplits: 1).dropFirst().first)
            #expect(kind.prefix { $0 != ">" }.hasSuffix(" checked"))
            #expect(!page.contains("value=\"\(try await trust.proForma(.school).id)\""))
            #expect(page.contains("<input type=\"hidden\" name=\"place\"") && !page.contains("<select id=\"place\""))
            let head = try await trust.client("James Oyelaran").get(PlanLinks.new).body
            #expect(head.contains("<select id=\"place\""))
            #expect(head.contains("value=\"\(try await trust.proForma(.school).id)\""))
        }
    }

    @Test(arguments: Engine.available)
    func aPlanIsBegunFromWhatWasAgreedLastAtThePlace(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let browser = try await trust.client("Amir Hussain")
            #expect(
                try await browser.get(PlanLinks.new).body.contains("<a href=\"/evaluations\">agreed evaluation</a>"))
            let judged = try await trust.agreedEvaluation()
            let page = try await browser.get(PlanLinks.new).body
            let link =
                "<a href=\"/evaluations/\(judged.id)#weakest\">Curriculum intent</a>, agreed \(trust.testDay.long)"
            #expect(page.contains(link))
            let picking = try await browser.get(PlanLinks.newPlan(from: judged.id, [judged.items[0]])).body
            #expect(!picking.contains("A plan can begin from what was judged"))
            let elsewhere = try await trust.client("James Oyelaran").get(PlanLinks.new).body
            #expect(!elsewhere.contains(judged.id.text), "no place is asked for yet")
        }
    }

    @Test func whoPicksNoStatementIsAskedAgainWhereTheyStand() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let judged = try await trust.agreedEvaluation()
            let browser = try await trust.client("Amir Hussain")
            let answer = try await browser.get(PlanLinks.newPlan(from: judged.id, []))
            #expect(answer.location == "/evaluations/\(judged.id)?picked=none#weakest")
            let sheet = try await browser.get("/evaluations/\(judged.id)?picked=none").body
            #expect(sheet.contains("<a href=\"#weak-0\">Pick at least one statement.</a>"))
            #expect(sheet.contains("id=\"weak-0-error\"") && sheet.contains("three at most, as a rule"))
            let quiet = try await browser.get("/evaluations/\(judged.id)").body
            #expect(!quiet.contains("Pick at least one statement."))
        }
    }

    @Test func aNameTooLongForTheOnePriorityIsRefusedAtItsFieldAndKept() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let judged = try await trust.agreedEvaluation()
            let browser = try await trust.client("Amir Hussain")
            _ = try await browser.get(PlanLinks.newPlan(from: judged.id, judged.items))
            let name = String(repeating: "Order of texts, ", count: 20) + "and why"
            let refused = try await browser.post(
                "/plans",
                [
                    "place": "\(trust.academy).\(trust.english.department!)",
                    "pro-forma": try await trust.proForma(.department).id.text, "title": "English", "when": "other",
                    "from": try await trust.schoolDay(trust.testDay).description,
                    "to": try await trust.schoolDay(trust.testDay + 150).description, "evaluation": judged.id.text,
                    "item": judged.items[0].text, "grouping": "all", "together": name,
                ])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("id=\"together-error\"") && refused.body.contains(name))
        }
    }

    @Test func morePicksThanThePlanHoldsAreSaidBeforeTheyAreRefused() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let judged = try await trust.agreedEvaluation()
            let browser = try await trust.client("Amir Hussain")
            let page = try await browser.get(PlanLinks.newPlan(from: judged.id, judged.items)).body
            #expect(page.contains("holds at most 3 priorities. Untick some, or make one priority of all of them."))
            let three = try await browser.get(PlanLinks.newPlan(from: judged.id, Array(judged.items.prefix(3)))).body
            #expect(!three.contains("Untick some"))
            let refusal = await #expect(throws: Refusal.self) {
                try await trust.draft(picked: PickedStatements(judged.id, judged.items))
            }
            #expect(
                refusal == .conflict("This plan holds three priorities at most. Which of these four can wait?"))
        }
    }

    @Test func everythingThatIsMissingIsSaidAtOnce() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get(PlanLinks.new)
            let refused = try await browser.post("/plans", ["title": ""])
            #expect(refused.status == .unprocessableContent)
            for field in ["place", "pro-forma", "title", "when"] {
                #expect(refused.body.contains("id=\"\(field)-error\""), "\(field)")
            }
        }
    }

    @Test func aPlansOwnPageIsNotThePrintedOne() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.filledDraft()
            let browser = try await trust.client("Amir Hussain")
            #expect(!(try await browser.get("/plans/\(plan)").body.contains("data-print")))
            for paper in ["print", "page"] {
                #expect(try await browser.get("/plans/\(plan)/\(paper)").body.contains("data-print"))
            }
        }
    }
}
