import Kernel
import PlanRules
import Testing

@Suite struct PlanningTests {
    private let school = SchoolID(bytes: [UInt8](repeating: 7, count: 16))
    private let seat: SeatID = made(3)

    private func plan(_ state: PlanState = .draft) -> Plan {
        Plan(
            id: made(1), kind: .department, place: .school(school), title: "Reading", starts: day("2026-11-02"),
            ends: day("2027-07-22"), state: state, version: 1)
    }

    private func permit(_ plan: Plan) throws -> MayWritePlan {
        let actor = Actor(person: made(1), name: "Kim", posts: [HeldPost(.headteacher, at: .school(school))])
        return try MayWritePlan(actor, plan)
    }

    private func planned(_ input: CheckPlanInput, _ state: PlanState = .draft) throws -> CheckPlanned {
        let plan = plan(state)
        return try plan.planning(
            input, for: .action(made(5)), as: made(6), seats: [seat], in: try Years.calendar(), by: permit(plan))
    }

    private func input(
        looked: String = "Books of six pupils", seat: SeatID? = made(3), rhythm: CheckRhythm? = .fortnightly,
        first: String? = "2026-11-09", last: String? = "2027-02-12", days: [Day] = []
    ) -> CheckPlanInput {
        CheckPlanInput(
            looked: looked, how: "", seat: seat, rhythm: rhythm, first: first.map { day($0) },
            last: last.map { day($0) },
            days: days, version: 0)
    }

    @Test func aSeriesIsPlannedForADraft() throws {
        #expect(try planned(input()).check.first == day("2026-11-09"))
        let named = try planned(input(rhythm: .dates, days: days("2027-01-12", "2026-11-24", "2026-11-24"))).check
        #expect(named.days == days("2026-11-24", "2027-01-12"))
        #expect(named.first == day("2026-11-24") && named.last == day("2027-01-12"))
    }

    @Test func whatIsMissingOrOutsideThePlanIsSaidAtItsField() throws {
        let table: [(CheckPlanInput, String)] = [
            (input(looked: ""), "looked"), (input(seat: nil), "seat"), (input(seat: made(9)), "seat"),
            (input(rhythm: nil), "rhythm"), (input(first: nil), "first"), (input(last: nil), "last"),
            (input(first: "2026-10-01"), "first"), (input(last: "2027-08-01"), "last"),
            (input(first: "2026-11-23", last: "2026-11-09"), "last"), (input(rhythm: .dates), "days"),
            (input(rhythm: .dates, days: days("2026-12-25")), "days"),
            (input(rhythm: .dates, days: days("2026-10-05")), "days"),
            (input(first: "2026-12-21", last: "2026-12-31"), "first"),
        ]
        for (input, field) in table {
            let refusal = #expect(throws: Refusal.self) { try planned(input) }
            guard case .invalid(let errors) = refusal else {
                Issue.record("\(field): \(String(describing: refusal))")
                continue
            }
            #expect(errors.all.map(\.field).contains(field))
        }
    }

    @Test func aNamedDayInAHolidayIsRefusedWithTheNextSchoolDay() throws {
        let refusal = #expect(throws: Refusal.self) {
            try planned(input(rhythm: .dates, days: days("2026-12-25")))
        }
        #expect(
            refusal?.sentence
                == "Friday 25 December is in the Christmas holiday. The next school day is Monday 4 January.")
    }

    @Test func whatCouldNotBeReadIsSaidTogetherWithEverythingElse() throws {
        let misread = FieldErrors([("first", "“soon” is not a date.")])
        let typed = CheckPlanInput(
            looked: "", how: "", seat: nil, rhythm: .weekly, first: nil, last: nil, days: [], version: 0,
            misread: misread)
        let refusal = #expect(throws: Refusal.self) { try planned(typed) }
        guard case .invalid(let errors) = refusal else { return }
        #expect(errors.all.map(\.field) == ["looked", "seat", "first", "last"])
        #expect(errors.sentence(for: "first") == "“soon” is not a date.")
        let named = CheckPlanInput(
            looked: "Books", how: "", seat: seat, rhythm: .dates, first: nil, last: nil, days: [], version: 0,
            misread: FieldErrors([("day-1", "“soon” is not a date.")]))
        #expect(throws: Refusal.invalid("day-1", "“soon” is not a date.")) { try planned(named) }
    }

    @Test func onceThePlanIsNoDraftItsWordsAreSealed() throws {
        for state in PlanState.allCases where state != .draft {
            let refusal = #expect(throws: Refusal.self) { try planned(input(), state) }
            #expect(refusal?.sentence.contains("sealed") == true)
            let plan = plan(state)
            #expect(throws: Refusal.self) { try plan.removing(made(6), isRemoved: true, by: permit(plan)) }
        }
    }

    @Test func aSealedSeriesEndsWithAReason() throws {
        let check = try planned(input()).check
        let (live, draft) = (plan(.live), plan())
        let ending = { (plan: Plan, reason: String) in
            try plan.ending(check, because: reason, version: 0, on: day("2026-11-24"), by: self.permit(plan))
        }
        #expect(try ending(live, "Met").ending == Ending(day: day("2026-11-24"), reason: "Met"))
        #expect(throws: Refusal.invalid("reason", "Say why nobody needs to look any more.")) { try ending(live, "") }
        #expect(throws: Refusal.self) { try ending(draft, "Met") }
        for state in [PlanState.submitted, .archived, .superseded] {
            let refusal = #expect(throws: Refusal.self) { try ending(plan(state), "Met") }
            #expect(refusal?.sentence == "Only checks of a plan at work are ended.")
        }
    }

    @Test func readersDoNotPlanAndStrangersSeeNothing() throws {
        let governor = Actor(person: made(2), name: "Dee", posts: [HeldPost(.governor, at: .school(school))])
        let stranger = Actor(person: made(2), name: "Sam", posts: [HeldPost(.headteacher, at: .school(made(8)))])
        #expect(throws: Refusal.notFound) { try MayWritePlan(governor, plan()) }
        #expect(throws: Refusal.notFound) { try MayWritePlan(stranger, plan(.live)) }
        let refusal = #expect(throws: Refusal.self) { try MayWritePlan(governor, plan(.live)) }
        #expect(refusal != .notFound)
    }
}
