import Markup
import Testing

@Suite struct AddressTests {
    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:alert(1)",
        " javascript:alert(1)", "\njavascript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd",
        "blob:x", "//evil.example", "\\\\evil.example", "/\\evil.example", "javascript&colon;alert(1):x",
    ])
    func addressesThatLeaveOrRunBecomeNothing(_ address: String) {
        for element in [
            "<a href=\"\(address)\">x</a>", "<a href='\(address)'>x</a>", "<a href=\(address)>x</a>",
            "<form action=\"\(address)\">x</form>", "<img src=\"\(address)\">",
            "<button formaction=\"\(address)\">x</button>",
            "<a HREF = \"\(address)\">x</a>",
        ] as [HTML] {
            #expect(MarkupSkeleton(element.text).values == ["#"], "\(element)")
        }
    }

    @Test(arguments: [
        "/", "/schools/1?q=a&b=c#d", "schools", "?page=2", "#main", "https://www.gov.uk/", "http://localhost:8080/x",
        "mailto:head@ashgrove.example", "webcal://ashgrove.example/a.ics", "/a:b", "?t=09:30",
    ])
    func addressesOfThisSiteAndOfTheWebStay(_ address: String) {
        let element: HTML = "<a href=\"\(address)\">x</a>"
        #expect(MarkupSkeleton(element.text).values == [address])
    }

    @Test func harmlessPiecesCannotMakeASchemeOrAHost() {
        let scheme: HTML = "<a href=\"\("java")\("script:alert(1)")\">x</a>"
        #expect(MarkupSkeleton(scheme.text).values == ["java"])
        let host: HTML = "<a href=\"/\("/evil.example")\">x</a>"
        #expect(MarkupSkeleton(host.text).values == ["/"])
        let backslash: HTML = "<a href=\"/\("\\evil.example")\">x</a>"
        #expect(MarkupSkeleton(backslash.text).values == ["/"])
    }

    @Test func valuesOfAQueryAreEncoded() {
        let element: HTML = "<a href=\"/find?q=\("a&b=c d/é#?")&amp;page=\(2)\">x</a>"
        #expect(MarkupSkeleton(element.text).values == ["/find?q=a%26b%3Dc%20d%2F%C3%A9%23%3F&page=2"])
    }

    @Test func wordsThatOnlyLookLikeAnAddressStay() {
        let element: HTML = "<p title=\"\("javascript: the language")\">\("javascript: the language")</p>"
        #expect(element.text == "<p title=\"javascript: the language\">javascript: the language</p>")
    }
}
