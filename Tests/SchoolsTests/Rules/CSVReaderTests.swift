import Testing

@testable import SchoolRules

@Suite struct CSVReaderTests {
    private func rows(_ text: String, size: Int = 3) throws -> [[String]] {
        try records(text, size: size).map(\.values)
    }

    private func records(_ text: String, size: Int = 3) throws -> [(line: Int, values: [String])] {
        var reader = CSVReader()
        var found: [(Int, [String])] = []
        let keep = { (record: CSVRecord) in found.append((record.line, (0..<record.count).map(record.text))) }
        try FilePieces.of(text, size: size).each { try reader.read($0, keep) }
        try reader.finish(keep)
        return found
    }

    @Test func commasAndLineBreaksInQuotationMarksBelongToTheField() throws {
        #expect(try rows("a,\"b, c\",\"d\r\ne\"\r\nf,g,h\r\n") == [["a", "b, c", "d\r\ne"], ["f", "g", "h"]])
    }

    @Test(arguments: 1...12) func theSizeOfThePiecesDoesNotMatter(size: Int) throws {
        let text = "\u{feff}a,\"b\"\"c\",\"\"\r\n\"d\r\n\",,é\r\n\r\nlast"
        #expect(try rows(text, size: size) == [["a", "b\"c", ""], ["d\r\n", "", "é"], ["last"]])
    }

    @Test func rowsEndWithEitherKindOfLineEnd() throws {
        let expected = [["a", "b"], ["c", ""]]
        for end in ["\r\n", "\n", "\r"] { #expect(try rows("a,b\(end)c,\(end)") == expected) }
        #expect(try rows("a,b\nc,") == expected)
    }

    @Test func everyRowKnowsTheLineOnWhichItBegins() throws {
        let lines = try records("a\r\n\"b\r\nb\r\nb\"\r\n\r\nc\r\n").map(\.line)
        #expect(lines == [1, 2, 6])
    }

    @Test func aQuotationMarkInsideAFieldIsAnOrdinaryCharacter() throws {
        #expect(try rows("The \"Old\" School,x\n\"a\"b,c\n") == [["The \"Old\" School", "x"], ["ab", "c"]])
    }

    @Test func aQuotationThatNeverEndsIsRefusedWithItsLine() {
        #expect(sentence { _ = try rows("a\nb,\"c\nd\n") } == "The quotation mark opened on line 2 is never closed.")
        let endless = "a\n\"" + String(repeating: "x\n", count: CSVReader.longestRow)
        #expect(sentence { _ = try rows(endless, size: 65_536) }.hasSuffix("line 2 is never closed."))
    }

    @Test(
        arguments: [
            ([0x50, 0x4b, 0x03, 0x04, 0x14], "zip archive"), ([0xff, 0xfe, 0x55, 0x00], "UTF-16"),
            ([0x1f, 0x8b, 0x08, 0x00], "compressed"),
        ] as [([UInt8], String)])
    func whatIsNoCSVIsRefusedInWordsThatHelp(bytes: [UInt8], word: String) {
        let said = sentence {
            var reader = CSVReader()
            try FilePieces.of(bytes, size: 1).each { try reader.read($0) { _ in } }
        }
        #expect(said.contains(word))
    }
}
