import Kernel
import Testing

@Suite struct WrittenNumber {
    @Test(arguments: [("0", 0), ("7", 7), ("007", 7), ("1000000000", 1_000_000_000)])
    func digitsAreANumber(text: String, number: Int) {
        #expect(Int(written: text) == number)
    }

    @Test(arguments: [
        "", " ", "-1", "+1", "1.0", "1,000", "1e3", "0x10", "½", "٣", "९", "1000000001", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "0000000000001", String(repeating: "9", count: 100_000),
    ])
    func nothingElseIs(text: String) {
        #expect(Int(written: text) == nil)
    }

    @Test func aRangeOfItsOwnIsHeld() {
        #expect(Int(written: "12", 1...12) == 12)
        #expect(Int(written: "13", 1...12) == nil)
        #expect(Int(written: "2000000000", 0...Int.max) == nil)
    }
}
