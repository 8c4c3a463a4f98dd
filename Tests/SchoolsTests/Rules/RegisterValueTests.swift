import Kernel
import Testing

@testable import SchoolRules

@Suite struct RegisterValueTests {
    @Test(
        arguments: [
            ("420", 420), ("420.0", 420), ("1,050", 1050), ("0", 0), ("", nil), ("SUPP", nil), ("1.00063E+11", nil),
            ("4.5", nil), ("-3", nil), (".", nil),
        ] as [(String, Int?)])
    func numbersSurviveASpreadsheet(text: String, number: Int?) {
        #expect(RegisterValue.number(text) == number)
    }

    @Test func codesGetTheirZerosBack() {
        #expect(RegisterValue.code("2", width: 3) == "002")
        #expect(RegisterValue.code("201.0", width: 3) == "201")
        #expect(RegisterValue.code("0", width: 3) == "000")
        #expect(RegisterValue.code("52", width: 4) == "0052")
        #expect(RegisterValue.code("", width: 4) == "")
        #expect(RegisterValue.code("CE10", width: 2) == "CE10")
    }

    @Test(
        arguments: [
            ("137666", "137666"), ("100000.0", "100000"), ("400978", "400978"), ("20003", nil), ("099999", nil),
            ("1000000", nil), ("", nil),
        ] as [(String, String?)])
    func aURNHasSixDigits(text: String, urn: String?) { #expect(RegisterValue.urn(text) == urn) }

    @Test(arguments: [("10053217.0", "10053217"), ("7551959", nil), ("1.00063E+11", nil)] as [(String, String?)])
    func aUKPRNHasEightDigits(text: String, ukprn: String?) { #expect(RegisterValue.ukprn(text) == ukprn) }

    @Test(arguments: [
        "01-09-2015", "01/09/2015", "2015-09-01", "1/9/2015", "01-09-2015 00:00:00", "2015-09-01T00:00:00",
    ])
    func datesComeWithDashesSlashesOrAsISO(text: String) {
        #expect(RegisterValue.day(text) == .day(Day(2015, 9, 1)!))
    }

    @Test func aPlaceholderIsNoDateAndAnImpossibleOneIsWrong() {
        #expect(RegisterValue.day("01-01-1900") == .none)
        #expect(RegisterValue.day("") == .none)
        for text in ["31-11-2025", "NA", "01-09-15", "12-2015"] { #expect(RegisterValue.day(text) == .wrong) }
    }

    @Test func oneNameInThreeEncodingsIsOneName() {
        let expected = "St Thomas à Becket’s"
        let windows = expected.unicodeScalars.map { $0 == "’" ? UInt8(0x92) : UInt8($0.value) }
        #expect(RegisterText.decode(windows[...]) == expected)
        #expect(RegisterText.decode(Array(expected.utf8)[...]) == expected)
        #expect(RegisterText.decode(Array("St Thomas à Becket\u{92}s".utf8)[...]) == expected)
    }

    @Test func everyByteOfWindows1252HasALetter() {
        let all = RegisterText.decode(Array(0x80...0x9f)[...])
        #expect(all.unicodeScalars.count == 32)
        #expect(all.hasPrefix("€") && all.hasSuffix("žŸ"))
        #expect(all.unicodeScalars.filter { $0 == "\u{fffd}" }.count == 5)
    }
}
