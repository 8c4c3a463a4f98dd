import Database
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// The papers of a plan that was written, approved and put live through the verbs.
@Suite struct PlanPapersOfATrust {
    @Test(arguments: Engine.available) func aLivePlanGoesOntoPaperInItsOwnWords(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.livePlan()
            let written = try await trust.written(plan)
            let governor = try await trust.client("David Unwin")
            for address in ["/print", "/page"] {
                let page = try await governor.get(PlanLinks.plan(plan) + address)
                #expect(page.status == .ok)
                for priority in written.running { #expect(page.body.contains(priority.title), "\(address)") }
                #expect(page.body.contains(", approved by "))
            }
            let page = try await governor.get(PlanLinks.plan(plan)).body
            #expect(page.contains(PlanLinks.plan(plan) + "/plan.xlsx"))
        }
    }

    @Test(arguments: Engine.available) func whoApprovesReadsOnPaperWhatWillBeLookedAt(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            let action = try await trust.written(plan).actions[0]
            let check = CheckPlanInput(
                looked: "Reading aloud in three lessons", how: "Ten minutes each", seat: trust.deputy.seats.first,
                rhythm: .fortnightly, first: action.starts, last: action.ends, days: [], version: 0)
            _ = try await planCheck(check, for: .action(action.id), of: plan, by: trust.head, in: trust.database)
            try await submitPlan(plan, by: trust.head, in: trust.database)
            let approver = try await trust.client("Kate Brennan")
            let whole = try await approver.get(PlanLinks.plan(plan) + "/print").body
            #expect(whole.contains("Reading aloud in three lessons") && whole.contains(" more until "))
            let page = try await approver.get(PlanLinks.plan(plan) + "/page").body
            #expect(page.contains("not looked at yet") && !page.contains("no check planned"))
        }
    }

    @Test func theFilesHaveTheirKindAndAName() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = PlanLinks.plan(try await trust.livePlan())
            let head = try await trust.client("James Oyelaran")
            for (file, kind) in [("plan.xlsx", "spreadsheetml.sheet"), ("plan.docx", "wordprocessingml.document")] {
                let answer = try await head.get("\(plan)/\(file)")
                #expect(answer.status == .ok && answer.headers[.contentType]?.hasSuffix(kind) == true)
                let name = answer.headers[.contentDisposition] ?? ""
                #expect(name.contains(/attachment; filename="[a-z0-9-]+\.(xlsx|docx)"/), "\(name)")
                #expect(answer.body.hasPrefix("PK"))
            }
        }
    }

    @Test func aDraftIsNobodysElse() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let draft = PlanLinks.plan(try await trust.filledDraft())
            let governor = try await trust.client("David Unwin")
            for paper in ["print", "page", "plan.xlsx", "plan.docx"] {
                #expect(try await governor.get("\(draft)/\(paper)").status == .notFound)
            }
            #expect(try await trust.client("James Oyelaran").get(draft + "/print").status == .ok)
        }
    }
}
