import Kernel
import Markup
import PlanRules
import Plans
import Site
import Testing

@Suite struct PlanPaperTests {
    func html(_ name: String) throws -> String {
        try #require(planPaperSamples.first { $0.name == name }, "there is no sample “\(name)”").html().text
    }

    @Test func theWholePlanHoldsEverything() throws {
        let page = try html("The whole plan, as usual")
        for words in [
            "Why this, and why now", "The half-termly tracking sheet.", "Drawn from",
            "Everybody writes before anybody speaks.",
            "What was looked at", "Missed", "What will be looked at", "What stands in the way",
        ] { #expect(page.contains(words), "\(words)") }
    }

    @Test func uncheckedIsNeverGreen() throws {
        let page = try html("On a page, as usual")
        #expect(page.contains("Working in parts") && page.contains("not looked at yet, 1 missed"))
    }

    @Test func whatDoesNotFitOnThePageIsCounted() throws {
        let usual = PaperSample.full.document
        let part = try #require(usual.priorities.first)
        let seven = PlanDocument.PriorityPart(
            number: 1, title: part.title, why: part.why, stops: part.stops, sources: [], answers: "", outcomes: [],
            actions: part.actions + part.actions, ended: nil)
        let document = PlanDocument(
            title: usual.title, place: usual.place, trust: usual.trust, proForma: usual.proForma, state: usual.state,
            starts: usual.starts, ends: usual.ends, day: usual.day,
            priorities: Array(repeating: seven, count: 8), blockages: [])
        let page = planOnAPage(document).text
        #expect(page.contains("And 3 more.") && page.contains("And 2 more priorities in the whole plan."))
    }

    @Test func hostileWordsStayWords() throws {
        for sample in planPaperSamples where sample.name.contains("hostile") {
            let page = sample.html().text
            #expect(page.contains("&lt;script&gt;") && !page.contains("<script>") && !page.contains("\u{0}"))
        }
    }

    @Test func anEmptyPlanHasNoEmptyParts() throws {
        let page = try html("The whole plan, with nothing in it yet")
        #expect(!page.contains("Impact checks") && !page.contains("<table") && page.contains("Department plan"))
    }

    @Test(arguments: [
        ("a\r\nb", "a\nb"), ("a\u{0}\u{1}\u{B}b", "a\nb"), ("a\u{2028}b\u{2029}c\r\u{B}d", "a\nb\nc\n\nd"),
        ("\u{FFFE}\u{7F}x", "x"), ("👩‍👩‍👧‍👦 שלום", "👩‍👩‍👧‍👦 שלום"),
        ("a\tb", "a\tb"), ("\u{200F}x\u{85}y", "\u{200F}x\ny"),
    ])
    func whatNoFileCanCarryIsLeftOut(typed: String, kept: String) {
        #expect(typed.printable == kept)
    }
}
