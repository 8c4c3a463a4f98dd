import Kernel
import PlanRules
import Testing

@Suite struct RemovingAndEnding {
    typealias S = PlanSample

    func permit(_ written: WrittenPlan) throws -> MayWritePlan { try MayWritePlan(S.headOfEnglish, written.plan) }

    @Test func whatNothingWasBuiltOnIsRemovedAndComesBack() throws {
        let priority = S.priority(actions: [S.action()], outcomes: [S.outcome([S.criterion()])])
        let written = S.written(priorities: [priority])
        let parts: [PlanPart] = [
            .priority(priority.id), .action(priority.actions[0].id), .outcome(priority.outcomes[0].id),
            .criterion(priority.outcomes[0].criteria[0].id),
        ]
        for part in parts {
            #expect(try !written.removing(part, by: permit(written)).isBack)
            #expect(try written.bringingBack(part, by: permit(written)).isBack)
            #expect(PlanPart(part.text) == part)
        }
    }

    @Test func aPriorityThatOthersAnswerIsEndedWithAReason() throws {
        let priority = S.priority()
        let written = S.written(priorities: [priority], answered: [priority.id])
        #expect(conflict { try written.removing(.priority(priority.id), by: permit(written)) } != nil)
        let ended = try written.ending(
            .priority(priority.id), because: "It is met", on: S.day("2026-12-01"), by: permit(written))
        #expect(ended.ending == Ending(day: S.day("2026-12-01"), reason: "It is met"))
    }

    @Test func partsOfALivePlanEndWithTheirActions() throws {
        let running = S.action()
        let priority = S.priority(actions: [running, S.action(ended: S.ending())])
        let live = S.written(.live, priorities: [priority])
        #expect(conflict { try live.removing(.action(running.id), by: permit(live)) } != nil)
        let ended = try live.ending(
            .priority(priority.id), because: "It is met", on: S.day("2026-12-01"), by: permit(live))
        #expect(ended.actions == [running.id])
        let none = try refused {
            try live.ending(.action(running.id), because: "", on: S.day("2026-12-01"), by: permit(live))
        }
        #expect(none.keys.sorted() == ["reason"])
    }

    @Test func nothingEndsTwiceAndADraftsPartsAreRemovedInstead() throws {
        let ended = S.priority(ended: S.ending())
        let live = S.written(.live, priorities: [ended])
        #expect(
            conflict {
                try live.ending(.priority(ended.id), because: "Again", on: S.day("2026-12-01"), by: permit(live))
            }
                == "This was ended already.")
        let priority = S.priority()
        let draft = S.written(priorities: [priority])
        #expect(
            conflict {
                try draft.ending(.priority(priority.id), because: "No", on: S.day("2026-12-01"), by: permit(draft))
            }
                == "Nothing was built on this yet: it can be removed.")
    }

    @Test func aPartOfAnotherPlanIsNotFound() throws {
        let written = S.written()
        for part in [
            PlanPart.priority(S.id()), .outcome(S.id()), .criterion(S.id()), .action(S.id()), .blockage(S.id()),
        ] {
            #expect(throws: Refusal.notFound) { try written.removing(part, by: permit(written)) }
        }
        #expect(PlanPart("plan.0") == nil && PlanPart("action.x") == nil && PlanPart("") == nil)
    }

    @Test func whatComesBackMustStillHaveRoom() throws {
        let full = S.written(priorities: [S.priority(), S.priority(), S.priority()])
        #expect(conflict { try full.bringingBack(.priority(S.id()), by: permit(full)) } != nil)
    }

    @Test func blockagesAreClearedOnceWithWords() throws {
        let (open, gone) = (S.blockage(), S.blockage(removed: S.ending()))
        let written = S.written(.live, S.proForma(.rapid, blockages: true), blockages: [open, gone])
        let permit = try MayClearBlockage(S.headOfEnglish, written.plan, remover: open.remover)
        let today = S.day("2026-11-25")
        let cleared = try written.clearing(open.id, words: "A room was found", version: 1, on: today, by: permit)
        #expect(cleared.day == today)
        #expect(
            try refused { try written.clearing(open.id, words: "", version: 1, on: today, by: permit) }["cleared"]
                != nil)
        #expect(conflict { try written.clearing(gone.id, words: "Twice", version: 1, on: today, by: permit) } != nil)
    }

    @Test func onlyAPlanThatListsBlockagesTakesOne() throws {
        let seat: SeatID = S.id()
        let input = BlockageInput(words: "No room", remover: seat, by: S.day("2026-12-01"))
        let plain = S.written()
        #expect(
            conflict { try plain.adding(input, as: S.id(), seats: [seat], in: S.calendar, by: permit(plain)) } != nil)
        let rapid = S.written(.live, S.proForma(.rapid, blockages: true))
        #expect(try rapid.adding(input, as: S.id(), seats: [seat], in: S.calendar, by: permit(rapid)).remover == seat)
        let empty = try refused {
            try rapid.adding(
                BlockageInput(words: "", remover: nil, by: nil), as: S.id(), seats: [seat], in: S.calendar,
                by: permit(rapid))
        }
        #expect(empty.keys.sorted() == ["by", "remover", "words"])
    }
}
