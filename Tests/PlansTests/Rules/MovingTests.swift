import Kernel
import PlanRules
import Testing

@Suite struct TheStepsOfAPlan {
    typealias S = PlanSample

    func write(_ written: WrittenPlan) throws -> MayWritePlan { try MayWritePlan(S.headOfEnglish, written.plan) }
    func approve(_ written: WrittenPlan) throws -> MayApprovePlan {
        try MayApprovePlan(S.deputy, written.plan, submittedBy: nil)
    }

    @Test func aDraftIsSubmittedOnceEveryPriorityHasSomethingToDo() throws {
        let empty = S.written()
        #expect(conflict { try empty.submitting(by: write(empty)) } != nil)
        let idle = S.written(priorities: [S.priority("Reading", actions: [S.action(ended: S.ending())])])
        #expect(conflict { try idle.submitting(by: write(idle)) }?.hasPrefix("“Reading” has no action yet.") == true)
        let ready = S.written(priorities: [S.priority(actions: [S.action()]), S.priority(ended: S.ending())])
        #expect(try ready.submitting(by: write(ready)).to == .submitted)
    }

    @Test func aPlanThatHoldsMoreThanItMayIsNotSubmitted() throws {
        let two = S.priority(actions: [S.action(), S.action()])
        let few = S.proForma(.rapid, limits: ProForma.Limits(priorities: 2, actions: 3, weeks: nil))
        let full = S.written(
            .draft, few, priorities: [two, S.priority(actions: [S.action(), S.action(ended: S.ending())])])
        #expect(try full.submitting(by: write(full)).to == .submitted)
        let refused = { (priorities: [Priority]) in
            let more = S.written(.draft, few, priorities: priorities)
            return conflict { try more.submitting(by: write(more)) }
        }
        #expect(refused([two, two]) == few.actionsSentence)
        let one = S.priority(actions: [S.action()])
        #expect(refused([one, one, one]) == few.prioritiesSentence)
    }

    @Test func whatTheProFormaRequiresIsThereBeforeSomebodyApprovesIt() throws {
        let asks = [ProFormaField.stops: FieldAsk("What stops", need: .required)]
        let drawn = S.written(
            .draft, S.proForma(asks: asks), priorities: [S.priority("Reading", actions: [S.action()])])
        #expect(
            conflict { try drawn.submitting(by: write(drawn)) } == "“Reading” says nothing yet under “What stops”.")
    }

    @Test(arguments: PlanState.allCases) func eachStepIsTakenFromItsOwnStateAlone(state: PlanState) throws {
        let plan = S.written(state, priorities: [S.priority(actions: [S.action()])])
        func works(_ step: () throws -> PlanMoved) -> Bool { (try? step()) != nil }
        #expect(works { try plan.submitting(by: write(plan)) } == (state == .draft))
        #expect(works { try plan.withdrawing(by: write(plan)) } == (state == .submitted))
        #expect(works { try plan.discarding(by: write(plan)) } == (state == .draft))
        #expect(works { try plan.bringingBack(other: nil, by: write(plan)) } == (state == .discarded))
        #expect(works { try plan.bringingBack(other: S.id(), by: write(plan)) } == false)
        #expect(works { try plan.approving(by: approve(plan)) } == (state == .submitted))
        #expect(works { try plan.sendingBack("Shorter", by: approve(plan)) } == (state == .submitted))
        #expect(works { try plan.puttingLive(by: write(plan)) } == (state == .approved))
        #expect(works { try plan.maintaining("It holds", by: write(plan)) } == (state == .live))
        let mayEnd: Set<PlanState> = [.approved, .live, .maintained]
        #expect(works { try plan.archiving("Done", by: write(plan)) } == mayEnd.contains(state))
        let superseding = (try? plan.plan.superseding(as: S.id(), proForma: S.id(), by: write(plan))) != nil
        #expect(superseding == mayEnd.contains(state))
    }

    @Test func sendingBackAndArchivingWantWords() throws {
        let submitted = S.written(.submitted)
        #expect(try refused { try submitted.sendingBack("", by: approve(submitted)) }.keys.sorted() == ["words"])
        let live = S.written(.live)
        #expect(try refused { try live.archiving("", by: write(live)) }.keys.sorted() == ["words"])
        // While no criterion is met.
        #expect(try refused { try live.maintaining("", by: write(live)) }.keys.sorted() == ["words"])
    }

    @Test func aRevisionIsADraftOfTheSamePlan() throws {
        let live = S.plan(.live)
        let drafted = try live.superseding(as: S.id(), proForma: S.id(), by: MayWritePlan(S.head, live))
        #expect(drafted.supersedes == live.id && drafted.plan.state == .draft && drafted.plan.place == live.place)
    }

    @Test func dutiesGoFromASeatThatHasSomeToOneThatMayBeChosen() throws {
        let (old, new): (SeatID, SeatID) = (S.id(), S.id())
        let live = S.written(.live)
        let over = try live.handingOver(from: old, to: new, duties: [old], seats: [new], by: write(live))
        #expect(over.from == old && over.to == new)
        let errors = try refused {
            try live.handingOver(from: new, to: old, duties: [old], seats: [new], by: write(live))
        }
        #expect(errors.keys.sorted() == ["from", "to"])
        let archived = S.written(.archived)
        #expect(
            conflict { try archived.handingOver(from: old, to: new, duties: [old], seats: [new], by: write(archived)) }
                != nil)
    }
}
