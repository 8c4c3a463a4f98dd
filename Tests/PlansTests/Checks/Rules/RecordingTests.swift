import Kernel
import PlanRules
import Testing

@Suite struct RecordingTests {
    private let school = SchoolID(bytes: [UInt8](repeating: 7, count: 16))
    private let seat: SeatID = made(3)
    private let today = day("2026-11-24")

    private var checker: Actor {
        Actor(person: made(1), name: "Amir", posts: [HeldPost(.staff, at: .school(school), in: seat)])
    }

    private func permit(_ actor: Actor? = nil) throws -> MayRecordCheck {
        try MayRecordCheck(actor ?? checker, at: .school(school), seat: seat)
    }

    private func look(
        due: String = "2026-11-23", until: String = "2026-11-27", result: CheckResult? = nil, calledOff: Day? = nil,
        isOpen: Bool = true, waiting: [Day] = [], done: [Day] = []
    ) -> LookAtHand {
        LookAtHand(
            check: ImpactCheck(id: made(4), plan: made(5), due: day(due), until: day(until), result: result),
            state: .live, calledOff: calledOff, isOpen: isOpen, version: 1, waiting: waiting, done: done)
    }

    private func record(
        _ input: CheckInput, _ look: LookAtHand? = nil, on today: Day? = nil
    ) throws -> CheckRecorded {
        try (look ?? self.look()).recording(
            input, on: today ?? self.today, in: try Years.calendar(), by: permit())
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let input: CheckInput
        let field: String
    }

    static let refused = [
        Refused(
            testDescription: "no finding", input: CheckInput(finding: "", rating: .green, response: nil, version: 1),
            field: "finding"),
        Refused(
            testDescription: "no rating", input: CheckInput(finding: "Seen", rating: nil, response: nil, version: 1),
            field: "rating"),
        Refused(
            testDescription: "amber without response",
            input: CheckInput(finding: "Seen", rating: .amber, response: nil, version: 1), field: "response"),
        Refused(
            testDescription: "red without response",
            input: CheckInput(finding: "Seen", rating: .red, response: nil, version: 1), field: "response"),
        Refused(
            testDescription: "adapt without what",
            input: CheckInput(finding: "Seen", rating: .amber, response: .adapt, version: 1), field: "words"),
        Refused(
            testDescription: "stop without why",
            input: CheckInput(finding: "Seen", rating: .red, response: .stop, version: 1), field: "words"),
        Refused(
            testDescription: "too early without a day",
            input: CheckInput(finding: "Seen", rating: .amber, response: .tooEarly, version: 1), field: "next"),
        Refused(
            testDescription: "too early until today",
            input: CheckInput(
                finding: "Seen", rating: .amber, response: .tooEarly, nextLook: day("2026-11-24"), version: 1),
            field: "next"),
        Refused(
            testDescription: "too early until Christmas",
            input: CheckInput(
                finding: "Seen", rating: .amber, response: .tooEarly, nextLook: day("2026-12-25"), version: 1),
            field: "next"),
        Refused(
            testDescription: "too long a finding",
            input: CheckInput(
                finding: String(repeating: "x", count: 4_001), rating: .green, response: nil, version: 1),
            field: "finding"),
    ]

    @Test(arguments: refused) func whatCannotBeTakenIsSaidAtItsField(row: Refused) throws {
        let refusal = #expect(throws: Refusal.self) { try record(row.input) }
        guard case .invalid(let errors) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(errors.all.map(\.field) == [row.field])
    }

    @Test func aDayInAHolidayIsOfferedTheNextSchoolDay() throws {
        let input = CheckInput(
            finding: "Seen", rating: .amber, response: .tooEarly, nextLook: day("2026-12-25"), version: 1)
        let refusal = #expect(throws: Refusal.self) { try record(input) }
        #expect(refusal?.sentence.contains("Monday 4 January") == true)
    }

    @Test func greenNeedsNoResponse() throws {
        let kept = try record(CheckInput(finding: "Every start is calm.", rating: .green, response: nil, version: 1))
        #expect(kept.result == CheckResult(day: today, finding: "Every start is calm.", rating: .green, response: nil))
        #expect(kept.next == nil)
    }

    @Test func tooEarlyAsksForOneMoreLookUnlessTheSeriesHasOneThatDay() throws {
        let next = day("2026-12-03")
        let input = CheckInput(finding: "Begun", rating: .amber, response: .tooEarly, nextLook: next, version: 1)
        #expect(try record(input).next == Look(due: next, until: day("2026-12-10")))
        #expect(try record(input, look(waiting: [next])).next == nil)
    }

    @Test func tooEarlyDoesNotAskForADayThatWasLookedAtAlready() throws {
        let next = day("2026-12-03")
        let input = CheckInput(finding: "Begun", rating: .amber, response: .tooEarly, nextLook: next, version: 1)
        for taken in [look(done: [next]), look(due: "2026-12-03", until: "2026-12-10")] {
            let refusal = #expect(throws: Refusal.self) { try record(input, taken, on: day("2026-11-27")) }
            guard case .invalid(let errors) = refusal else {
                Issue.record("\(String(describing: refusal))")
                continue
            }
            #expect(errors.all.map(\.field) == ["next"] && refusal?.sentence.contains("3 December 2026") == true)
        }
    }

    @Test func aLookThatSomebodyRecordedOrThatWasCalledOffIsNotRecorded() throws {
        let input = CheckInput(finding: "Seen", rating: .green, response: nil, version: 1)
        let result = CheckResult(day: today, finding: "Theirs", rating: .green, response: nil)
        #expect(throws: Refusal.stale) { try record(input, look(result: result)) }
        for gone in [look(calledOff: today), look(isOpen: false)] {
            let refusal = #expect(throws: Refusal.self) { try record(input, gone) }
            #expect(refusal?.sentence.contains("called off") == true)
        }
    }

    @Test func aLookOpensAWeekOfSchoolBeforeItIsDue() throws {
        let input = CheckInput(finding: "Seen", rating: .green, response: nil, version: 1)
        let early = look(due: "2026-12-01", until: "2026-12-08")
        _ = try record(input, early, on: day("2026-11-23"))
        let refusal = #expect(throws: Refusal.self) { try record(input, early, on: day("2026-11-20")) }
        #expect(refusal?.sentence.contains("23 November 2026") == true)
    }

    @Test(arguments: [
        ("2026-11-27", nil), ("2026-11-30", "done a day late"), ("2026-12-02", "done 3 days late"),
        ("2027-01-04", "done 16 days late"),
    ])
    func lateIsSaidInSchoolDays(done: String, words: String?) throws {
        let result = CheckResult(day: day(done), finding: "Seen", rating: .green, response: nil)
        let check = look(result: result).check
        #expect(check.lateness(in: try Years.calendar()) == words)
        #expect(check.standing(on: day(done)) == (words == nil ? .done : .doneLate))
    }

    @Test func onTheSameDayWhoRecordedItCorrectsItAndNobodyElse() throws {
        let before = CheckResult(day: today, finding: "Seen", rating: .green, response: nil)
        let input = CheckInput(finding: "Seen in four rooms", rating: .green, response: nil, version: 1)
        let recorded = look(result: before)
        let calendar = try Years.calendar()
        let correct = { (input: CheckInput, recorder: PersonID, today: Day) in
            try recorded.correcting(
                input, recorder: recorder, version: 1, on: today, in: calendar, by: self.permit())
        }
        #expect(try correct(input, checker.person, today).result.finding == "Seen in four rooms")
        #expect(throws: Refusal.self) { try correct(input, checker.person, today + 1) }
        #expect(throws: Refusal.self) { try correct(input, made(9), today) }
        let old = CheckInput(finding: "Seen", rating: .green, response: nil, version: 0)
        #expect(throws: Refusal.stale) { try correct(old, checker.person, today) }
    }

    @Test func whoRecords() throws {
        let at: (Role, Place) -> Actor = { Actor(person: made(2), name: "Kim", posts: [HeldPost($0, at: $1)]) }
        for role in [Role.headteacher, .seniorLeader, .executiveHead, .liaison] {
            _ = try permit(at(role, .school(school)))
        }
        _ = try permit(at(.directorOfEducation, .trust))
        for reader in [at(.governor, .school(school)), at(.trustee, .trust), at(.middleLeader, .school(school))] {
            let refusal = #expect(throws: Refusal.self) { try permit(reader) }
            guard case .forbidden = refusal else {
                Issue.record("\(String(describing: refusal))")
                continue
            }
        }
        #expect(throws: Refusal.notFound) { try permit(at(.headteacher, .school(made(8)))) }
    }
}
