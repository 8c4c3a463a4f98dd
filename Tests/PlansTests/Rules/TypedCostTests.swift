import Kernel
import PlanRules
import Testing

@Suite struct TypedCosts {
    @Test(
        arguments: [
            ("", 0), ("2", 4), ("2.5", 5), ("2,5", 5), (".5", 1), ("0.5", 1), ("½", 1), ("2½", 5), ("half", 1),
            ("half a day", nil), ("1 day", 2), ("12 days", 24), ("2.0", 4), ("2.25", nil), ("two", nil), ("-1", nil),
            ("2.5.5", nil), ("1e3", nil), (".", nil),
        ] as [(String, Int?)])
    func daysAreReadInHalves(typed: String, halves: Int?) throws {
        #expect((try? TypedCost.halfDays(typed)) == halves)
    }

    @Test(
        arguments: [
            ("", 0), ("£1,250.50", 125_050), ("1250", 125_000), ("1,250", 125_000), ("£ 12.5", 1_250), ("0.07", 7),
            ("1,234,567.89", 123_456_789), ("12,50", nil), ("1,2500", nil), ("12.345", nil), ("£", nil), ("€12", nil),
            ("-5", nil), (",250", nil), ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func moneyIsReadInPence(typed: String, pence: Int?) throws {
        #expect((try? TypedCost.pence(typed)) == pence)
    }

    @Test func whatCannotBeReadIsRefusedAtItsField() throws {
        #expect(try refused { try TypedCost.halfDays("some") }.keys.sorted() == ["days"])
        #expect(try refused { try TypedCost.pence("lots") }.keys.sorted() == ["money"])
    }

    @Test(arguments: [
        (0, 0, "nothing"), (1, 0, "half a day"), (2, 0, "1 day"), (5, 125_050, "2.5 days and £1,250.50"),
        (0, 100_000_000, "£1,000,000"), (4, 5, "2 days and £0.05"),
    ])
    func aCostIsSaidInWords(halves: Int, pence: Int, words: String) {
        #expect(Cost(halfDays: halves, pence: pence).spoken == words)
    }

    @Test(arguments: [(5, 125_050), (1, 7), (0, 0), (40, 123_456_789)])
    func whatIsShownInAFormIsReadBackTheSame(halves: Int, pence: Int) throws {
        let cost = Cost(halfDays: halves, pence: pence)
        #expect(try TypedCost.halfDays(cost.daysTyped) == halves)
        #expect(try TypedCost.pence(cost.moneyTyped) == pence)
    }
}
