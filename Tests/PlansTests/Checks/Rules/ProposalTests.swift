import Kernel
import PlanRules
import Testing
import ToolRules

/// What a new check begins with.
@Suite struct ProposalTests {
    typealias S = PlanSample

    private func written(_ review: CheckRhythm, _ priority: Priority) -> WrittenPlan {
        let proForma = ProForma(
            id: S.id(), key: ProFormaKey("sample")!, version: ProFormaVersion("2026-1")!, kind: .department,
            name: "Sample", purpose: "To try things.", audience: "Anybody.", review: review)
        return S.written(.draft, proForma, priorities: [priority])
    }

    private func proposal(_ review: CheckRhythm, today: String = "2026-11-16") throws -> CheckProposal {
        // From 23 November to 12 February.
        let action = S.action(owner: made(3))
        return try written(review, S.priority(actions: [action])).proposing(
            for: .action(action.id), on: day(today), in: S.calendar)
    }

    @Test func anActionIsLookedAtByItsOwnerOverItsDaysFromOneStepAfterItBegan() throws {
        let fortnightly = try proposal(.fortnightly)
        #expect(fortnightly.rhythm == .fortnightly && fortnightly.seat == made(3))
        #expect(fortnightly.first == day("2026-12-07") && fortnightly.last == day("2027-02-12"))
        #expect(try proposal(.weekly).first == day("2026-11-30"))
        #expect(try proposal(.halfTermly).first == day("2026-11-23"), "near its end anyway")
    }

    @Test func whatRunsAlreadyIsLookedAtFromNowOnAndNeverAfterItsEnd() throws {
        #expect(try proposal(.fortnightly, today: "2026-12-07").first == day("2027-01-04"))
        let atItsEnd = try proposal(.fortnightly, today: "2027-02-11")
        #expect(atItsEnd.first == day("2027-02-11") && atItsEnd.last == day("2027-02-12"))
        let over = try proposal(.fortnightly, today: "2027-03-01")
        #expect(over.first == over.last && over.last == day("2027-02-12"))
    }

    @Test func anOutcomeIsLookedAtUntilItIsToBeSoByNobodyInParticular() throws {
        let outcome = Outcome(
            id: S.id(), horizon: .short, words: "Books are open", by: day("2027-02-12"), criteria: [], version: 1)
        let written = written(.termly, S.priority(outcomes: [outcome]))
        let proposal = try written.proposing(for: .outcome(outcome.id), on: day("2026-11-16"), in: S.calendar)
        #expect(proposal.seat == nil && proposal.first == day("2026-11-23") && proposal.last == day("2027-02-12"))
        #expect(throws: Refusal.notFound) {
            try written.proposing(for: .action(S.id()), on: day("2026-11-16"), in: S.calendar)
        }
    }
}
