import Kernel
import Testing

@Suite struct TextLimits {
    /// What a person counts as one.
    static let characters = ["a", "é", "e\u{301}", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👩🏽‍❤️‍💋‍👨🏿", "🇬🇧", "שׁ", "ฐิ"]

    @Test(arguments: characters) func charactersAreCountedAsPeopleCountThem(_ one: String) {
        #expect(TextLimit.refusal(of: String(repeating: one, count: 20), most: 20) == nil)
        #expect(
            TextLimit.refusal(of: String(repeating: one, count: 21), most: 20)
                == "Keep this within 20 characters; it has 21.")
    }

    @Test func aCharacterWithoutEndIsRefused() {
        let marked = "e" + String(repeating: "\u{301}", count: 200)
        #expect(marked.count == 1)
        #expect(TextLimit.refusal(of: marked, most: 20)?.contains("more marks than can be kept") == true)
        #expect(TextLimit.refusal(of: String(marked.unicodeScalars.prefix(200)), most: 20) == nil)
    }

    @Test func largeNumbersCanBeRead() {
        let sentence = TextLimit.refusal(of: String(repeating: "a", count: 1_000_001), most: 10_000)
        #expect(sentence == "Keep this within 10,000 characters; it has 1,000,001.")
    }

    @Test func theSentenceStandsAtItsField() {
        #expect(throws: Refusal.invalid("title", "Keep this within 2 characters; it has 3.")) {
            try "abc".within(2, at: "title")
        }
        var errors = FieldErrors()
        errors.limit("title", "ab", to: 2)
        #expect(errors.isEmpty)
    }
}
