import App
import Database
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// What is read on the page of a revision, by whoever writes, approves and reads it.
@Suite struct RevisionPages {
    @Test func whoWritesOneSeesFirstThatNothingDiffersAndThenWhatDoes() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let old = try await trust.livePlan()
            let browser = try await trust.client("Amir Hussain")
            _ = try await browser.get("/plans/\(old)")
            let address = try #require(try await browser.post("/plans/\(old)/revision").location)
            let fresh = try await browser.get(address).body
            let since = "the plan in force since \(trust.testDay.long)</a>"
            #expect(fresh.contains("Nothing differs yet from <a href=\"/plans/\(old)\">\(since)"))
            #expect(fresh.contains("Revises <a href=\"/plans/\(old)\">\(since)."))
            #expect(!fresh.contains("<del>"))
            let new = try #require(PlanID(String(address.split(separator: "/")[1])))
            let action = try await trust.written(new).actions[0]
            try await reviseAction(
                action.id, trust.actionInput("Read <twice>", in: new, owner: trust.head, version: 1), of: new,
                by: trust.head, in: trust.database)
            let page = try await browser.get(address).body
            #expect(page.contains("as both stand today: 1 changed."))
            #expect(page.contains("<del><span class=\"vh\">Before: </span>Read aloud every day</del>"))
            #expect(page.contains("<ins><span class=\"vh\">Now: </span>Read &lt;twice&gt;</ins>"))
            #expect(page.contains("Before: </span>Amir Hussain, middle leader</del>"))
            #expect(page.contains("Now: </span>James Oyelaran, headteacher</ins>"))
            #expect(!page.contains("Before: </span>An hour together"), "what is the same is not repeated")
        }
    }

    @Test func whoApprovesSeesItBeforeTheButtonAndNoPaperHasIt() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let new = try await trust.reworded(trust.livePlan())
            try await submitPlan(new, by: trust.head, in: trust.database)
            let deputy = try await trust.client("Kate Brennan")
            let page = try await deputy.get("/plans/\(new)").body
            let difference = try #require(page.firstRange(of: "What is different"))
            let approval = try #require(page.firstRange(of: "Approve the plan"))
            #expect(difference.lowerBound < approval.lowerBound)
            #expect(page.contains("Before: </span>Pupils read more</del>"))
            #expect(page.contains("<div class=\"screen-only\"><section id=\"difference\">"))
            for paper in ["print", "page"] {
                let printed = try await deputy.get("/plans/\(new)/\(paper)").body
                #expect(printed.contains("Pupils read at home") && !printed.contains("Pupils read more"))
            }
        }
    }

    @Test func manyDifferencesAreFoldedUnderTheirPriority() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let new = try await trust.reworded(trust.livePlan())
            let browser = try await trust.client("James Oyelaran")
            let folded = "differences</summary>"
            #expect(try await browser.get("/plans/\(new)").body.contains(folded) == false)
            let priority = try await trust.written(new).priorities[0].id
            for number in 1...13 { _ = try await trust.addAction("Step \(number)", to: priority, of: new) }
            let page = try await browser.get("/plans/\(new)").body
            #expect(page.contains("14 \(folded)") && page.contains("1 changed, 13 added."))
        }
    }

    @Test func whoWorksBelowReadsWhatTheLivePlanChangedAndStillNotWhatWasFound() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let old = try await trust.filledDraft(.school)
            let action = try await trust.written(old).actions[0]
            let check = CheckPlanInput(
                looked: "Reading aloud in three lessons", how: "Ten minutes each", seat: trust.deputy.seats.first,
                rhythm: .fortnightly, first: action.starts, last: action.starts + 20, days: [], version: 0)
            _ = try await planCheck(check, for: .action(action.id), of: old, by: trust.head, in: trust.database)
            try await trust.putLive(old)
            let begun = trust.testDay
            let line = try await trust.database.read { tx in
                try tx.checksDue(for: trust.deputy.seats, through: tx.today + 30)[0]
            }
            trust.trust.clock.set(to: line.look.due)
            _ = try await recordImpactCheck(
                CheckInput(
                    finding: "Two rooms of six", rating: .amber, response: .adapt, words: "Mondays instead", version: 1),
                of: line.id, by: trust.deputy, in: trust.database)
            let new = try await trust.reworded(old)
            let below = try await trust.client("Amir Hussain")
            #expect(try await below.get("/plans/\(new)").status == .notFound)
            try await trust.putLive(new)
            let page = try await below.get("/plans/\(new)").body
            #expect(page.contains("What this revision changed"))
            #expect(page.contains("Before: </span>Pupils read more</del>"))
            #expect(page.contains("the plan in force from \(begun.long) to \(line.look.due.long)</a>"))
            #expect(!page.contains("Two rooms of six") && !page.contains("Mondays instead"))
            #expect(try await below.get("/plans/\(old)").body.contains("In its place came"))
        }
    }
}

extension Willowbrook {
    /// A revision in which the first priority is called otherwise.
    fileprivate func reworded(_ plan: PlanID) async throws -> PlanID {
        let new = try await revisePlan(plan, by: head, in: database)
        let priority = try await written(new).priorities[0]
        try await revisePriority(
            priority.id,
            PriorityInput(
                title: "Pupils read at home", why: priority.why, stops: priority.stops, version: priority.version),
            of: new, by: head, in: database)
        return new
    }
}
