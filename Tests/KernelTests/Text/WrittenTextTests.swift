import Kernel
import Markup
import Testing

@Suite struct WrittenTexts {
    @Test(arguments: ["\r\n", "\r", "\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"])
    func everyEndOfALineIsOne(_ end: String) {
        #expect("one\(end)two".printable == "one\ntwo")
        #expect("one\(end)\(end)two".printable == "one\n\ntwo")
    }

    @Test func whatNothingCanHoldIsLeftOut() throws {
        let noncharacter = Character(try #require(Unicode.Scalar(UInt32(0xfdd0))))
        #expect("a\u{0}b\u{1}\u{7f}\u{9f}c\u{fffe}\(noncharacter)\u{10ffff}d\te".printable == "abcd\te")
        for kept in ["👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\u{301} é", "שלום \u{202e}abc\u{202c} \u{200f}", "\u{a0}–“”\u{ad}\u{fffd}"] {
            #expect(kept.printable.unicodeScalars.elementsEqual(kept.unicodeScalars))
        }
    }

    @Test func aPieceOfPlainTextNeverTurnsWhatFollows() {
        for sign in "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".unicodeScalars {
            #expect("a\(sign)b".isolated == "ab")
        }
        #expect("Amir".isolated == "Amir")
        #expect("\u{202e}אמיר".isolated == "\u{2068}אמיר\u{2069}")
    }

    @Test func theFirstLetterSaysTheDirection() {
        #expect("“12” – שלום Amir".isRightToLeft && "مرحبا".isRightToLeft)
        #expect(!"Amir שלום".isRightToLeft && !"12".isRightToLeft && !"".isRightToLeft)
        #expect("Amir שלום".holdsRightToLeft && !"Amir 👩‍👩‍👧‍👦 é ٣".holdsRightToLeft)
    }

    @Test func onAPageWordsOfAnotherDirectionKeepToThemselves() {
        let (hebrew, mixed, override) = ("שלום <b>", "Amir שלום", "\u{202e}abc\u{2066}")
        #expect(("<li>1. \(hebrew)</li>" as HTML).text == "<li>1. <span dir=\"rtl\">שלום &lt;b&gt;</span></li>")
        #expect(("<li>\(mixed)</li>" as HTML).text == "<li><span dir=\"ltr\">Amir שלום</span></li>")
        #expect(("<p>\(override)</p>" as HTML).text == "<p>abc</p>")
        #expect(HTML(override).text == "abc" && HTML("é–“”👩‍👩‍👧‍👦").text == "é–“”👩‍👩‍👧‍👦")
    }

    /// No tag can stand in these, and what was typed is there to be changed.
    @Test func fieldsTitlesAndDrawingsHoldTextAlone() {
        let words = "\u{202e}שלום"
        #expect(("<textarea dir=\"auto\">\n\(words)</textarea>" as HTML).text.contains("\n\(words)</textarea>"))
        #expect(("<input value=\"\(words)\">" as HTML).text.contains("\"\(words)\""))
        for tag in ["title", "option", "desc", "text"] {
            let page: HTML =
                switch tag {
                case "title": "<title>\(words) – Oak</title>"
                case "option": "<option value=\"\("a")\" selected>\(words)</option>"
                case "desc": "<svg><desc>\(words)</desc></svg>"
                default: "<svg><text x=\"1\">\(words)</text></svg>"
                }
            #expect(page.text.contains("\u{2068}שלום\u{2069}") && !page.text.contains("<span"), "\(tag)")
        }
    }

    @Test func linesOfEveryKindAreBrokenOnAPage() {
        let words = "one\u{b}two\u{2028}three\rfour"
        #expect(("<p>\(words)</p>" as HTML).text == "<p>one\ntwo\nthree\nfour</p>")
    }

    /// Every sign is looked at for whether it wants care: what the quick look passes over needed none.
    @Test func theQuickLookMissesNothing() {
        for value in UInt32(0x20)...0x1_ffff where value != 0x22 && !(0x26...0x27).contains(value) {
            guard value != 0x3c, value != 0x3e, let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            let words = text.printable.unturned
            let direction = words.isRightToLeft ? "<span dir=\"rtl\">\(words)</span>" : words
            let wanted = words.holdsRightToLeft ? direction : words
            if !HTML(text).text.unicodeScalars.elementsEqual(wanted.unicodeScalars) {
                Issue.record("U+\(String(value, radix: 16))")
            }
        }
    }
}
