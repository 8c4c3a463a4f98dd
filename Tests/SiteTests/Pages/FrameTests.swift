import Kernel
import Markup
import Site
import Testing

private let links = [
    Reader.Link(.today, "Today", "/"), Reader.Link(.schools, "Schools", "/schools"),
    Reader.Link(.evaluate, "Evaluate", "/evaluations"), Reader.Link(.tools, "Tools", "/tools"),
    Reader.Link(.calendar, "Calendar", "/calendar"),
]
private let assets = AssetAddresses(
    style: "/a/termwise.css", onePage: "/a/one-page.css", script: "/a/termwise.js", icon: "/a/icon.svg")

private func document(_ page: Page, links: [Reader.Link] = links, person: String? = "Priya Natarajan") -> String {
    let reader = Reader(trustName: "Willowbrook", person: person, links: links, formToken: "token-1", path: "/")
    return frame(page, for: reader, assets: assets).text
}

@Suite struct FrameTests {
    @Test func aPageSaysWhereItIs() {
        let crumbs = [Page.Crumb("Willowbrook", "/"), Page.Crumb("Ashgrove", "/schools/1")]
        let text = document(Page("Calendar", crumbs: crumbs, body: "<p>x</p>"))
        #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
        #expect(text.contains("<title>Calendar – Willowbrook</title>"))
        #expect(text.contains("<li><a href=\"/schools/1\">Ashgrove</a></li><li aria-current=\"page\">Calendar</li>"))
        #expect(text.matches(of: /<h1/).count == 1)
    }

    @Test func everythingComesFromItsOwnFile() {
        let text = document(Page("Today", body: "<p>x</p>"))
        #expect(text.matches(of: /<script/).count == 1)
        #expect(text.contains("<script type=\"module\" src=\"/a/termwise.js\"></script>"))
        #expect(text.contains("<link rel=\"stylesheet\" href=\"/a/termwise.css\">"))
    }

    @Test func theRailHoldsOnlyWhatThisReaderUses() {
        let text = document(Page("Schools", section: .schools, body: "<p>x</p>"), links: Array(links.prefix(2)))
        #expect(text.matches(of: /href="\/schools" aria-current="page"/).count == 2)
        #expect(!text.contains("/evaluations"))
        #expect(!text.contains("More"))
    }

    @Test func theRailKeepsItsOrderWhoeverAddsToIt() throws {
        let text = document(Page("Schools", body: "<p>x</p>"), links: links.reversed())
        let rail = try #require(text.firstMatch(of: /<nav class="rail".*<\/nav>/)).output
        let keys = rail.matches(of: /data-go="([a-z])"/).map { String($0.1) }
        #expect(keys == ["t", "s", "e", "o", "c"])
    }

    @Test func thePhonesBarKeepsFourAndFoldsTheRest() throws {
        let text = document(Page("Calendar", section: .calendar, body: "<p>x</p>"))
        let bar = try #require(text.firstMatch(of: /<nav class="bar".*<\/nav>/)).output
        let parts = bar.split(separator: "<details")
        #expect(parts.count == 2)
        #expect(parts[0].matches(of: /<a href/).count == 4)
        #expect(parts[1].contains("<summary class=\"here\">"))
        #expect(parts[1].contains("href=\"/calendar\" aria-current=\"page\""))
    }

    @Test func nobodySignedInHasNoRailAndNothingToEnd() {
        let text = document(Page("Sign in", body: "<p>x</p>"), links: [], person: nil)
        #expect(!text.contains("<nav class=\"rail\""))
        #expect(!text.contains("<nav class=\"bar\""))
        #expect(!text.contains(FrameAddress.signOut))
    }

    @Test func whoIsSignedInCanEndItWithAToken() {
        let text = document(Page("Today", body: "<p>x</p>"))
        #expect(text.contains("Signed in as <a href=\"/me\">Priya Natarajan</a>"))
        #expect(text.contains("<form method=\"post\" action=\"/sign-out\""))
        #expect(text.contains("<input type=\"hidden\" name=\"form-token\" value=\"token-1\">"))
    }

    @Test func whatCouldNotBeTakenStandsAboveEverything() throws {
        let errors = FieldErrors([("name", "Enter a name.")])
        let text = document(Page("New school", errors: errors, body: "<p>x</p>"))
        #expect(text.contains("<title>Error: New school"))
        let problem = try #require(text.firstRange(of: "There is a problem"))
        let heading = try #require(text.firstRange(of: "<h1>"))
        #expect(problem.lowerBound < heading.lowerBound)
        #expect(text.contains("<a href=\"#name\">Enter a name.</a>"))
    }

    @Test func aNameCannotBreakTheDocument() {
        let hostile = "</title><script>alert(1)</script>"
        let crumb = Page.Crumb(hostile, "javascript:alert(1)")
        let text = document(Page(hostile, crumbs: [crumb], notice: hostile, body: "<p>x</p>"), person: hostile)
        #expect(text.matches(of: /<script/).count == 1)
        #expect(!text.contains("javascript:"))
    }

    @Test func everySectionHasAKeyOfItsOwn() {
        #expect(Set(Page.Section.allCases.map(\.key)).count == Page.Section.allCases.count)
    }
}
