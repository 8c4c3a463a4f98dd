import Markup
import Testing

/// Every way out of a place that we know of, and some that only look like one.
private let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"x",
    "x onclick=alert(1)", "-->", "--><b>", "]]>", "&lt;b&gt;", "&#60;b&#62;", "</textarea><b>", "</title><script>", "`",
    "a\u{0}b", "a\nb\tc", "\u{2028}", "=", "/", "//evil.example", "\\\\evil.example", "javascript:alert(1)", "é–“”", "",
]

@Suite struct HTMLTests {
    @Test(arguments: attacks)
    func noStringLeavesItsPlace(_ attack: String) {
        let places: [(String) -> HTML] = [
            { "<p>\($0)</p>" }, { "<p title=\"\($0)\">x</p>" }, { "<p title='\($0)'>x</p>" },
            { "<p title=\($0)>x</p>" },
            { "<p title = \"\($0)\" lang=\"en\">x</p>" }, { "<a href=\"\($0)\">x</a>" }, { "<a href='\($0)'>x</a>" },
            { "<a href=\($0)>x</a>" }, { "<a href=\"/s/\($0)\">x</a>" }, { "<a href=\"/s?a=\($0)&amp;b=\($0)\">x</a>" },
            { "<textarea>\n\($0)</textarea>" }, { "<title>\($0)</title>" }, { "<p\(.attribute("title", $0))>x</p>" },
            { "<p title=\"a=\($0)\">x</p>" }, { "<p title=\"it's \($0) 'there'\" lang=en>x</p>" },
            { "<!-- \($0) --><p>x</p>" }, { "<p data-a=\"\($0)\"data-b=\"\($0)\">x</p>" },
            { "<p class=a title=\($0)>x</p>" },
        ]
        for place in places {
            #expect(MarkupSkeleton(place(attack).text) == MarkupSkeleton(place("a").text), "\(place(attack).text)")
        }
    }

    @Test(arguments: attacks.filter { !$0.contains("\0") })
    func quotedValuesSayWhatWasTyped(_ typed: String) {
        let element: HTML = "<input value=\"\(typed)\" title=\(typed)>"
        #expect(MarkupSkeleton(element.text).values == [typed, typed])
    }

    @Test func textIsEscapedOnce() {
        let inner: HTML = "<b>\("<&>")</b>"
        let ampersand = "&"
        let whole: HTML = "<p>\(inner)\(HTML(ampersand))</p>"
        #expect(whole.text == "<p><b>&lt;&amp;&gt;</b>&amp;</p>")
    }

    @Test func onlyMarkupOfOurOwnStandsAsItIs() {
        let runtime = "<i>x</i>"
        #expect(HTML(runtime).text == "&lt;i&gt;x&lt;/i&gt;")
        #expect(("<i>x</i>" as HTML).text == "<i>x</i>")
    }

    @Test func aNameCannotBecomeAnotherAttribute() {
        let element: HTML = "<p \("x onclick=alert(1)")>x</p>"
        #expect(element.text == "<p xonclickalert1>x</p>")
        let heading: HTML = "<h\(2)>x</h\(2)>"
        #expect(heading.text == "<h2>x</h2>")
    }

    @Test func aPieceOfATagIsQuotedToo() {
        let piece: HTML = " title=\("x onclick=alert(1)")"
        #expect(piece.text == " title=\"x onclick=alert(1)\"")
        let address: HTML = " href=\"\("javascript:alert(1)")\""
        #expect(address.text == " href=\"#\"")
    }

    @Test func wordsAroundAnEqualsSignStayWords() {
        let sentence: HTML = "<p>a = \("b")</p>"
        #expect(sentence.text == "<p>a = b</p>")
    }

    @Test func attributesWithoutAValueAreAbsent() {
        #expect(HTML.attribute("id", nil).isEmpty)
        #expect(HTML.attribute("id", "a\"b").text == " id=\"a&quot;b\"")
        #expect(HTML.when(false, "<b>").isEmpty)
    }

    @Test func listsAreJoinedWithoutSeams() {
        #expect(["a", "<"].html { "<li>\($0)</li>" }.text == "<li>a</li><li>&lt;</li>")
    }
}
