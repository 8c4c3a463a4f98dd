import NoticeRules
import Testing

struct NoticeChoiceTests {
    @Test func thoseWhoChoseNothingGetTheirLetterOnMonday() { #expect(NoticeChoice.standard.weekday == 1) }
}
