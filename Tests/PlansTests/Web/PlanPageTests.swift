import Database
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// Whole exchanges: what is typed, what is refused and what stands on the page.
@Suite struct PlanPages {
    @Test func aDraftIsThrownAwayAndBroughtBackOnItsOwnPage() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.filledDraft()
            let browser = try await trust.client("Amir Hussain")
            #expect(try await browser.get("/plans/\(plan)").body.contains("Throw this draft away"))
            #expect(
                try await browser.press("/plans/\(plan)/disposal", on: "/plans/\(plan)").location == "/plans/\(plan)")
            let gone = try await browser.get("/plans/\(plan)").body
            #expect(gone.contains("This draft was thrown away.") && gone.contains("Bring it back"))
            #expect(try await browser.get("/plans").body.contains("/plans/\(plan)") == false)
            #expect(try await browser.get("/plans?state=discarded").body.contains("/plans/\(plan)"))
            _ = try await browser.post("/plans/\(plan)/disposal/end")
            #expect(try await browser.get("/plans/\(plan)").body.contains("Submit for approval"))
            _ = try await browser.press("/plans/\(plan)/submission", on: "/plans/\(plan)")
            #expect(try await browser.get("/plans/\(plan)").body.contains("Take it back to change it"))
            _ = try await browser.press("/plans/\(plan)/withdrawal", on: "/plans/\(plan)")
            #expect(try await browser.get("/plans/\(plan)").body.contains("Submit for approval"))
        }
    }

    @Test func anApprovalAndMaintenanceAreUndoneOnThePlansPage() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.filledDraft()
            try await submitPlan(plan, by: trust.headOfEnglish, in: trust.database)
            let (approver, writer) = (try await trust.client("Kate Brennan"), try await trust.client("Amir Hussain"))
            func page(_ browser: TestClient) async throws -> String { try await browser.get("/plans/\(plan)").body }
            #expect(try await page(approver).contains("Take the approval back") == false)
            _ = try await approver.press("/plans/\(plan)/approval", on: "/plans/\(plan)")
            #expect(try await page(approver).contains("Take the approval back"))
            #expect(try await page(writer).contains("Take the approval back") == false)
            _ = try await approver.press("/plans/\(plan)/approval/end", on: "/plans/\(plan)")
            let waiting = try await page(approver)
            #expect(waiting.contains("Approve the plan") && waiting.contains("Submitted by Amir Hussain"))
            _ = try await approver.press("/plans/\(plan)/approval", on: "/plans/\(plan)")
            _ = try await writer.press("/plans/\(plan)/start", on: "/plans/\(plan)")
            #expect(try await page(writer).contains("Work at it again") == false)
            _ = try await writer.press(
                "/plans/\(plan)/maintenance", on: "/plans/\(plan)", ["words": "Every lesson opens so"])
            #expect(try await page(writer).contains("Work at it again"))
            _ = try await writer.press("/plans/\(plan)/maintenance/end", on: "/plans/\(plan)")
            #expect(try await page(writer).contains("Its outcomes are met: put it to maintenance"))
        }
    }

    @Test(arguments: Engine.available) func aPlanIsBegunFromStatementsPickedOnTheSheet(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let judged = try await trust.agreedEvaluation()
            let items = Array(judged.items.prefix(2))
            let browser = try await trust.client("Amir Hussain")
            let begin = try await browser.get(PlanLinks.newPlan(from: judged.id, items))
            #expect(begin.status == .ok && begin.body.contains("From these statements"))
            #expect(begin.body.contains("value=\"\(items[0])\" checked") || begin.body.contains("\(items[0])"))
            let proForma = try await trust.proForma(.department)
            let answer = try await browser.post(
                "/plans",
                [
                    "place": "\(trust.academy).\(trust.english.department!)", "pro-forma": proForma.id.text,
                    "title": "English", "when": "other", "from": try await trust.schoolDay(trust.testDay).description,
                    "to": try await trust.schoolDay(trust.testDay + 150).description, "evaluation": judged.id.text,
                    "item": items[0].text, "grouping": "each",
                ])
            #expect(answer.status == .seeOther)
            let page = try await browser.get(try #require(answer.location)).body
            #expect(page.contains("Drawn from what was judged") && page.contains("<b>2</b> Emerging"))
            #expect(page.contains("/evaluations/\(judged.id)#s-\(items[0])"))
            #expect(page.contains("Draft</span>"))
        }
    }

    @Test func moreStatementsThanPrioritiesAreRefusedKindlyWithEverythingKept() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let judged = try await trust.agreedEvaluation()
            let browser = try await trust.client("Amir Hussain")
            _ = try await browser.get(PlanLinks.newPlan(from: judged.id, judged.items))
            let proForma = try await trust.proForma(.department)
            // A form that names a field several times is sent as browsers do: pair by pair.
            let day = try await trust.schoolDay(trust.testDay)
            let refused = try await browser.post(
                "/plans",
                [
                    "place": "\(trust.academy).\(trust.english.department!)", "pro-forma": proForma.id.text,
                    "title": "Kept title", "when": "other", "from": day.description, "to": "not a day",
                    "evaluation": judged.id.text, "item": judged.items[0].text,
                ])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("Kept title") && refused.body.contains("value=\"not a day\""))
            #expect(refused.body.contains("is not a date"))
        }
    }

    @Test func aDayInAHolidayIsOfferedTheNextSchoolDayInOnePress() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.filledDraft()
            let action = try await trust.written(plan).actions[0]
            let browser = try await trust.client("Amir Hussain")
            let address = "/plans/\(plan)/actions/\(action.id)"
            _ = try await browser.get(address)
            let calendar = try await trust.database.read { try $0.calendar(at: trust.english) }
            let holiday = try #require((1...150).map { action.starts + $0 }.first { calendar.isSilent($0) == true })
            let next = try #require(calendar.nextSchoolDay(after: holiday))
            var fields = [
                "what": "Kept words", "aspects": "A", "seen": "B", "how": "C", "support": "D",
                "owner": action.owner.text, "from": action.starts.description, "to": holiday.description,
                "days": "2.5", "money": "£1,250.50", "version": "1",
            ]
            let refused = try await browser.post(address, fields)
            #expect(refused.status == .unprocessableContent && refused.body.contains("Kept words"))
            #expect(refused.body.contains(next.asNextSchoolDay))
            #expect(refused.body.contains("name=\"take-to\" value=\"\(next)\">Take \(next.weekdayAndDay)</button>"))
            fields["take-to"] = next.description
            let taken = try await browser.post(address, fields)
            #expect(taken.status == .seeOther)
            let saved = try await trust.written(plan).actions[0]
            #expect(saved.ends == next && saved.cost == Cost(halfDays: 5, pence: 125_050))
        }
    }

    @Test func everyFieldOfARefusedActionKeepsWhatWasTyped() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.draft()
            let priority = try await trust.addPriority(to: plan)
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get("/plans/\(plan)/priorities/\(priority)/actions/new")
            let typed = [
                "what": "<b>Read</b>", "aspects": "one", "seen": "two", "how": "three", "support": "four",
                "from": "next week", "to": "soon", "days": "many", "money": "lots",
            ]
            let refused = try await browser.post("/plans/\(plan)/priorities/\(priority)/actions", typed)
            #expect(refused.status == .unprocessableContent && refused.body.contains("&lt;b&gt;Read&lt;/b&gt;"))
            for words in ["one", "two", "three", "four"] { #expect(refused.body.contains("\n\(words)</textarea>")) }
            for words in ["next week", "soon", "many", "lots"] { #expect(refused.body.contains("value=\"\(words)\"")) }
            for field in ["from", "to", "days", "money"] { #expect(refused.body.contains("id=\"\(field)-error\"")) }
        }
    }

    @Test func twoEditorsGetBothTextsOnOnePage() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.filledDraft()
            let priority = try await trust.written(plan).priorities[0]
            let (one, two) = (try await trust.client("James Oyelaran"), try await trust.client("Amir Hussain"))
            let address = "/plans/\(plan)/priorities/\(priority.id)"
            for browser in [one, two] { _ = try await browser.get(address) }
            let fields = { (title: String, version: Int) in
                ["title": title, "why": "Because", "stops": "That", "version": "\(version)"]
            }
            #expect(try await one.post(address, fields("The head's words", 1)).status == .seeOther)
            let merge = try await two.post(address, fields("Amir's words", 1))
            #expect(merge.status == .conflict && merge.body.contains("Two people changed this"))
            #expect(merge.body.contains("The head&#39;s words") || merge.body.contains("The head’s words"))
            #expect(merge.body.contains("Amir&#39;s words</textarea>") || merge.body.contains("words</textarea>"))
            #expect(merge.body.contains("name=\"version\" value=\"2\""))
            #expect(try await two.post(address, fields("From both", 2)).status == .seeOther)
        }
    }

    @Test func removingShowsANoticeWithUndoAndNoQuestion() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.filledDraft()
            let part = PlanPart.action(try await trust.written(plan).actions[0].id)
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get("/plans/\(plan)")
            let removed = try await browser.post("/plans/\(plan)/removals", ["part": part.text])
            let page = try await browser.get(try #require(removed.location)).body
            #expect(page.contains("The action was removed.") && page.contains(">Undo</button>"))
            #expect(!page.contains("Read aloud every day"))
            #expect(try await browser.post("/plans/\(plan)/removals/end", ["part": part.text]).status == .seeOther)
            #expect(try await browser.get("/plans/\(plan)").body.contains("Read aloud every day"))
        }
    }

    @Test func aReaderSeesAPlanWithoutASingleWayToChangeIt() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.livePlan()
            let page = try await trust.client("David Unwin").get("/plans/\(plan)").body
            #expect(page.contains("Read aloud every day") && page.contains("2.5 days and £1,250.50"))
            #expect(!page.contains("action=\"/plans/") && !page.contains("/history") && !page.contains("hand-over"))
        }
    }

    @Test func everyLinkOfAPlansPageLeadsSomewhere() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            for plan in [try await trust.filledDraft(), try await trust.livePlan(), try await trust.livePlan(.rapid)] {
                let browser = try await trust.client("James Oyelaran")
                let page = try await browser.get("/plans/\(plan)").body
                let links = page.matches(of: /href="(\/[^"#]*)/).map { String($0.1).replacing("&amp;", with: "&") }
                for link in Set(links) where !link.hasPrefix("/assets") {
                    let answer = try await browser.get(link)
                    #expect(answer.status == .ok || answer.status == .seeOther, "\(plan) links to \(link)")
                }
            }
        }
    }

    @Test func approvingAndSendingBackKeepTheWords() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.filledDraft()
            try await submitPlan(plan, by: trust.head, in: trust.database)
            let deputy = try await trust.client("Kate Brennan")
            let page = try await deputy.get("/plans/\(plan)").body
            #expect(page.contains("Approve the plan") && page.contains("Send it back"))
            #expect(
                try await deputy.press("/plans/\(plan)/return", on: "/plans/\(plan)", ["words": ""]).status
                    == .unprocessableContent)
            #expect(
                try await deputy.press("/plans/\(plan)/return", on: "/plans/\(plan)", ["words": "Shorter, please"])
                    .status == .seeOther)
            let back = try await trust.client("Amir Hussain").get("/plans/\(plan)").body
            #expect(back.contains("Sent back by Kate Brennan") && back.contains("Shorter, please"))
        }
    }
}
