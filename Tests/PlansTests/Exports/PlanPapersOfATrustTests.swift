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
