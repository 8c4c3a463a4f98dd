import Kernel
import PlanRules
import Testing

@Suite struct ProFormaLimitsTests {
    @Test func takesThreePrioritiesAndKindlyRefusesAFourth() throws {
        let proForma = usualProForma()
        try proForma.checkRoom(priorities: 3)
        #expect(proForma.allows(priorities: 3) && !proForma.allows(priorities: 4))
        #expect(
            throws: Refusal.conflict("This plan holds three priorities at most. Which of the others can wait?")
        ) { try proForma.checkRoom(priorities: 4) }
    }

    @Test func speaksOfOnePriorityAsOfOne() {
        #expect(
            usualProForma(.init(priorities: 1)).prioritiesSentence
                == "This plan holds one priority. Could the others wait, or have a plan of their own?")
    }

    @Test func takesFiveActionsAndAsksWhichOfSixWouldBeMissedLeast() throws {
        let proForma = usualProForma(.init(actions: 5))
        try proForma.checkRoom(actions: 5)
        #expect(
            throws: Refusal.conflict("This plan holds five actions at most. Which of them would be missed least?")
        ) { try proForma.checkRoom(actions: 6) }
        #expect(usualProForma(.init(actions: 1)).actionsSentence?.hasPrefix("This plan holds one action.") == true)
    }

    @Test func whatIsPickedAtOnceIsCountedInTheRefusal() throws {
        try usualProForma().checkRoom(picked: 3, besides: 0)
        #expect(
            throws: Refusal.conflict("This plan holds three priorities at most. Which of these five can wait?")
        ) { try usualProForma().checkRoom(picked: 5, besides: 0) }
        #expect(
            throws: Refusal.conflict(
                "This plan holds three priorities at most and has two already. Which of these two can wait?")
        ) { try usualProForma().checkRoom(picked: 2, besides: 2) }
        #expect(throws: Refusal.conflict("This plan holds one priority and has one already. Which of them can wait?")) {
            try usualProForma(.init(priorities: 1)).checkRoom(picked: 1, besides: 1)
        }
    }

    @Test func takesAnyNumberOfActionsWhereNothingIsSaid() throws {
        try usualProForma().checkRoom(actions: 1000)
        #expect(usualProForma().actionsSentence == nil)
    }

    @Test func saysHowLongItRuns() {
        #expect(usualProForma(.init(weeks: 6)).weeksSentence == "This plan runs for six school weeks.")
        #expect(usualProForma(.init(weeks: 1)).weeksSentence == "This plan runs for one school week.")
        #expect(usualProForma(.init(weeks: 12)).weeksSentence == "This plan runs for 12 school weeks.")
        #expect(usualProForma().weeksSentence == nil)
    }

    @Test func namesRequiredFieldsThatAreEmptyInTheOrderOfTheForm() {
        let proForma = usualProForma(asks: [
            .seen: FieldAsk("What we will see", need: .required), .how: FieldAsk("How", need: .notAsked),
        ])
        let missing = proForma.missing(ProFormaField.ofAction) { $0 != .owner }
        #expect(missing.all.map(\.field) == ["what", "seen", "from", "to"])
        #expect(missing.sentence(for: "seen") == "Fill in “What we will see”.")
        #expect(proForma.missing(ProFormaField.ofAction) { _ in false }.isEmpty)
    }
}
