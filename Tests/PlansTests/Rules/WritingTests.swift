import Kernel
import PlanRules
import Testing

@Suite struct WritingAPlan {
    typealias S = PlanSample

    func permit(_ written: WrittenPlan) throws -> MayWritePlan { try MayWritePlan(S.headOfEnglish, written.plan) }

    func input(
        owner: SeatID?, supporter: SeatID? = nil, from: String = "2026-11-23", to: String = "2027-02-12",
        what: String = "Read aloud"
    ) -> ActionInput {
        ActionInput(
            ActionText(what: what), owner: owner, supporter: supporter, from: Day(from), to: Day(to))
    }

    @Test func aPlanHoldsAsManyPrioritiesAsItsProFormaSaysAndEndedOnesDoNotCount() throws {
        let full = S.written(priorities: [S.priority(), S.priority(), S.priority()])
        let sentence = conflict { try full.adding(PriorityInput(title: "Fourth"), as: S.id(), by: permit(full)) }
        #expect(sentence == "This plan holds three priorities at most. Which of the others can wait?")
        let room = S.written(priorities: [S.priority(), S.priority(), S.priority(ended: S.ending())])
        let saved = try room.adding(PriorityInput(title: "Third"), as: S.id(), by: permit(room))
        #expect(saved.saving == .added && saved.input.title == "Third")
    }

    @Test func whatTheProFormaRequiresIsAskedForAtItsField() throws {
        let written = S.written(.draft, S.proForma(asks: [.why: FieldAsk("Why this one", need: .required)]))
        let errors = try refused {
            try written.adding(PriorityInput(title: ""), as: S.id(), by: permit(written))
        }
        #expect(errors["title"] == "Say in a sentence what is to change.")
        #expect(errors["why"] == "Fill in “Why this one”.")
    }

    @Test func whatCouldNotBeReadIsSaidInOneRoundWithTheRestInTheOrderOfThePage() throws {
        let priority = S.priority()
        let written = S.written(priorities: [priority])
        let misread = FieldErrors([("to", "“soon” is not a date."), ("days", "“many” is not a number of days.")])
        let typed = ActionInput(
            ActionText(what: ""), owner: nil, from: S.day("2027-04-08"), to: nil, misread: misread)
        let refusal = #expect(throws: Refusal.self) {
            try written.adding(typed, as: S.id(), to: priority.id, seats: [], in: S.calendar, by: permit(written))
        }
        guard case .invalid(let errors) = refusal else { return }
        #expect(errors.all.map(\.field) == ["what", "owner", "from", "to", "days"])
        #expect(errors.sentence(for: "to") == "“soon” is not a date.", "and not that it is missing")
    }

    @Test func anOutcomeHasNoCriterionTwice() throws {
        let outcome = S.outcome([S.criterion()])
        let priority = S.priority(outcomes: [outcome])
        let written = S.written(priorities: [priority])
        let permit = try permit(written)
        let again = try refused {
            try written.adding(criterion: "three  of Three.", as: S.id(), to: outcome.id, by: permit)
        }
        #expect(again == ["criterion": "This outcome has that criterion already."])
        let own = outcome.criteria[0].id
        #expect(try written.revising(own, words: "Three of three.", version: 1, by: permit).words == "Three of three.")
        let input = OutcomeInput(horizon: .short, words: "Books are open")
        let twice = try refused {
            try written.adding(
                input, criteria: ["Four of five", "Two", "four of five"], as: S.id(), to: priority.id, in: S.calendar,
                by: permit)
        }
        #expect(twice == ["criteria": "“four of five” is there twice."])
        let lines = (0...Bounds.lines).map { "Line \($0)" }
        #expect(
            try refused {
                try written.adding(
                    input, criteria: lines, as: S.id(), to: priority.id, in: S.calendar, by: permit)
            } == ["criteria": "At most 100 lines can be taken; there are 101."])
        _ = try written.adding(
            input, criteria: Array(lines.dropLast()), as: S.id(), to: priority.id, in: S.calendar, by: permit)
    }

    @Test(arguments: PlanState.allCases.filter { $0 != .draft })
    func onlyADraftsWordsChange(state: PlanState) throws {
        let priority = S.priority(outcomes: [S.outcome([S.criterion()])])
        let written = S.written(state, priorities: [priority])
        let permit = try permit(written)
        let seat: SeatID = S.id()
        #expect(conflict { try written.adding(PriorityInput(title: "More"), as: S.id(), by: permit) } != nil)
        #expect(conflict { try written.revising(priority.id, PriorityInput(title: "Other"), by: permit) } != nil)
        #expect(
            conflict {
                try written.adding(
                    input(owner: seat), as: S.id(), to: priority.id, seats: [seat], in: S.calendar, by: permit)
            } != nil)
        #expect(conflict { try written.moving(priority.id, earlier: true, by: permit) } != nil)
        #expect(
            conflict {
                try written.revising(PlanInput(title: "New", from: nil, to: nil), in: S.calendar, by: permit)
            } != nil)
    }

    @Test func prioritiesChangePlacesAndStayAtTheEnds() throws {
        let (first, second) = (S.priority("A"), S.priority("B"))
        let written = S.written(priorities: [first, second])
        #expect(try written.moving(second.id, earlier: true, by: permit(written)).order == [second.id, first.id])
        #expect(try written.moving(first.id, earlier: true, by: permit(written)).order == [first.id, second.id])
    }

    @Test func anActionWantsAnOwnerFromTheListAndDaysInThePlan() throws {
        let priority = S.priority()
        let written = S.written(priorities: [priority])
        let seat: SeatID = S.id()
        let add = { (input: ActionInput) in
            try written.adding(
                input, as: S.id(), to: priority.id, seats: [seat], in: S.calendar, by: permit(written))
        }
        #expect(try refused { try add(input(owner: S.id())) }.keys.sorted() == ["owner"])
        #expect(try refused { try add(input(owner: seat, supporter: seat)) }.keys.sorted() == ["supporter"])
        #expect(try refused { try add(input(owner: seat, to: "2027-04-08")) }["to"]?.contains("12 April") == true)
        #expect(try refused { try add(input(owner: seat, from: "2027-02-01", to: "2027-01-29")) }["to"] != nil)
        #expect(try refused { try add(input(owner: seat, from: "2026-11-02")) }.keys.sorted() == ["from"])
        #expect(try add(input(owner: seat)).owner == seat)
    }

    @Test func anOwnerWhosePostEndedMayStayUntilSomebodyHandsOver() throws {
        let action = S.action()
        let written = S.written(priorities: [S.priority(actions: [action])])
        let saved = try written.revising(
            action.id, input(owner: action.owner), seats: [], in: S.calendar, by: permit(written))
        #expect(saved.saving == .revised(version: 0) && saved.owner == action.owner)
    }

    @Test func aRapidPlanHoldsFiveActions() throws {
        let rapid = S.proForma(.rapid, limits: ProForma.Limits(priorities: 1, actions: 5, weeks: 6))
        let priority = S.priority(actions: (0..<5).map { _ in S.action() })
        let written = S.written(.draft, rapid, priorities: [priority])
        let seat: SeatID = S.id()
        let sentence = conflict {
            try written.adding(
                input(owner: seat), as: S.id(), to: priority.id, seats: [seat], in: S.calendar, by: permit(written))
        }
        #expect(sentence == "This plan holds five actions at most. Which of them would be missed least?")
    }

    @Test func howACriterionStandsIsSaidWhileThePlanIsAtWork() throws {
        let criterion = S.criterion()
        let plan = { (state: PlanState) in
            S.written(state, priorities: [S.priority(outcomes: [S.outcome([criterion])])])
        }
        for state in [PlanState.draft, .approved, .live, .maintained] {
            let written = plan(state)
            let input = CriterionStatusInput(status: .partly, version: 1)
            #expect(try written.judging(criterion.id, input, by: permit(written)).status == .partly)
        }
        for state in [PlanState.submitted, .archived, .superseded] {
            let written = plan(state)
            let input = CriterionStatusInput(status: .met, version: 1)
            #expect(conflict { try written.judging(criterion.id, input, by: permit(written)) } != nil)
        }
        let live = plan(.live)
        let noReason = CriterionStatusInput(status: .cannotBeJudged, version: 1)
        #expect(try refused { try live.judging(criterion.id, noReason, by: permit(live)) }.keys.sorted() == ["why"])
        let nothing = CriterionStatusInput(status: nil, version: 1)
        #expect(try refused { try live.judging(criterion.id, nothing, by: permit(live)) }.keys.sorted() == ["status"])
    }

    @Test func newDaysMustHoldTheActionsThatAreThere() throws {
        let written = S.written(priorities: [S.priority(actions: [S.action()])])
        let input = PlanInput(title: "Reading", from: S.day("2026-11-23"), to: S.day("2027-01-15"), version: 1)
        let errors = try refused { try written.revising(input, in: S.calendar, by: permit(written)) }
        #expect(errors["to"]?.hasPrefix("“Read aloud” runs from 23 November 2026 to 12 February 2027.") == true)
    }

    @Test func tooLongTextsAreRefusedWithTheirLength() throws {
        let written = S.written()
        let errors = try refused {
            try written.adding(
                PriorityInput(title: String(repeating: "a", count: 301)), as: S.id(), by: permit(written))
        }
        #expect(errors["title"] == "Keep this within 300 characters; it has 301.")
    }
}
