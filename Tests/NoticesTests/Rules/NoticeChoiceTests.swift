import Kernel
import NoticeRules
import Testing

@Suite struct NoticeChoiceTests {
    private let actor = Actor(person: PersonID("00000000000000000000000ad")!, name: "Ada", posts: [])

    private func chosen(_ weekday: String, _ scope: String = "everything", version: Int = 0) throws -> NoticeChosen {
        try NoticeChoice.standard.choosing(
            NoticeInput(weekday: weekday, scope: scope, version: version), by: actor)
    }

    @Test func thoseWhoChoseNothingGetTheirLetterOnMonday() { #expect(NoticeChoice.standard.weekday == 1) }

    @Test func aChoiceIsOnesOwnAndCountsOn() throws {
        let change = try chosen("3", "own")
        #expect(change.person == actor.person)
        #expect(change.after == NoticeChoice(weekday: 3, scope: .own, version: 1))
        #expect(try chosen("0").after.weekday == nil)
    }

    @Test func whatIsNoDayAndNoScopeIsRefusedAtItsField() throws {
        for weekday in ["", "6", "-1", "Monday", "1.0"] {
            #expect(throws: Refusal.invalid("weekday", "Choose a day of the week, or no letter.")) {
                try chosen(weekday)
            }
        }
        #expect(throws: Refusal.invalid("scope", "Choose what the letter tells.")) { try chosen("1", "mine") }
    }

    @Test func aChoiceMadeElsewhereMeanwhileIsNotOverwritten() {
        #expect(throws: Refusal.stale) { try chosen("2", version: 4) }
    }

    @Test func theLetterComesOnTheDayOrTheNextOnWhichStaffCome() throws {
        let calendar = try LivedCalendarTests.calendar()
        let (thursday, friday) = (Day(2026, 11, 5)!, Day(2026, 11, 6)!)
        let choice = NoticeChoice(weekday: 4)
        #expect(!choice.isFor(thursday - 1, in: calendar))
        #expect(!choice.isFor(thursday, in: calendar), "the school is a polling station")
        #expect(choice.isFor(friday, in: calendar))
        #expect(!choice.isFor(friday + 1, in: calendar))
    }

    @Test func inAHolidayNoDayIsForALetterAndWithoutACalendarWeekdaysAre() throws {
        let calendar = try LivedCalendarTests.calendar()
        let choice = NoticeChoice.standard
        #expect((0..<7).allSatisfy { !choice.isFor(Day(2026, 12, 21)! + $0, in: calendar) })
        #expect((0..<7).filter { choice.isFor(Day(2026, 12, 21)! + $0, in: .unknown) } == [0, 1, 2, 3, 4])
        #expect(!NoticeChoice(weekday: nil).isFor(Day(2026, 11, 16)!, in: calendar))
    }

    @Test func whoWantsTheOwnAloneIsToldOfNoMeetingApprovalOrJudgement() {
        let own = NoticeChoice(weekday: 1, scope: .own)
        #expect(Waiting.Kind.allCases.filter(own.tells) == [.check, .promise, .blockage])
        #expect(Waiting.Kind.allCases.allSatisfy(NoticeChoice.standard.tells))
    }
}
