import Kernel
import Markup
import Site
import Testing

@Suite struct ComponentTests {
    private let errors = FieldErrors([("reason", "Say why."), ("level", "Choose a level.")])

    @Test func aRefusedFieldSaysWhyBesideItselfAndKeepsTheText() {
        let text = textArea(FormField("reason", "Why", hint: "In a sentence.", errors: errors), value: "\n<b>").text
        #expect(text.contains("aria-describedby=\"reason-hint reason-error\" aria-invalid=\"true\""))
        #expect(text.contains("<p class=\"error\" id=\"reason-error\"><span class=\"vh\">Error: </span>Say why.</p>"))
        #expect(text.contains(">\n\n&lt;b&gt;</textarea>"))
    }

    @Test func aFieldWithoutFaultSaysNothingOfErrors() {
        let text = textField(FormField("name", "Name", errors: errors), value: "A").text
        #expect(!text.contains("aria-invalid"))
        #expect(!text.contains("class=\"error\""))
    }

    @Test func aPasswordIsNeverSentBack() {
        #expect(!textField(FormField("p", "Password"), value: "secret", kind: .password).text.contains("secret"))
    }

    @Test func aLevelIsChosenByItsDigitAndSendsItsValue() {
        let levels = LevelMark.scale(["Not yet", "Secure"])
        let numbered = levelChoice(FormField("level", "Level"), levels: levels, chosen: 2).text
        #expect(numbered.contains("value=\"2\" data-key=\"2\" checked"))
        #expect(numbered.matches(of: /\schecked/).count == 1)
        let toned = tonedChoice(
            FormField("rating", "How well?"),
            choices: [(Choice("red", "Not yet"), .red), (Choice("green", "Works"), .green)],
            chosen: "green"
        ).text
        #expect(toned.contains("class=\"level red\"") && toned.contains("value=\"green\" checked><span>Works</span>"))
    }

    @Test func aFormCarriesItsTokenAndTheVersionThatWasRead() {
        let text = postForm("/x", token: "t1", marks: .autosave, version: 3, button("Save")).text
        #expect(text.contains("<form method=\"post\" action=\"/x\" novalidate autocomplete=\"off\" data-autosave>"))
        #expect(text.contains("<input type=\"hidden\" name=\"form-token\" value=\"t1\">"))
        #expect(text.contains("<input type=\"hidden\" name=\"version\" value=\"3\">"))
    }

    @Test func aFormThatCarriesAFileSaysSo() {
        #expect(postForm("/x", token: "t", marks: .upload, "").text.contains("enctype=\"multipart/form-data\""))
    }

    @Test func aChosenAnswerStaysChosen() {
        let choices = [Choice("a", "A"), Choice("b", "B", hint: "Often.")]
        #expect(selectField(FormField("s", "S"), choices: choices, chosen: "b").text.contains("value=\"b\" selected"))
        #expect(
            radioGroup(FormField("r", "R"), choices: choices, chosen: "b").text.contains(
                "value=\"b\" aria-describedby=\"r-2-hint\" checked"))
        let several = checkboxGroup(FormField("c", "C"), choices: choices, chosen: ["a", "b"]).text
        #expect(several.matches(of: /\schecked/).count == 2)
    }

    @Test func standingsAreToldApartInWords() {
        let level = LevelMark(3, of: 4, "Secure")
        #expect(levelBadge(.level(level)).text == "<span class=\"badge tone-5\"><b>3</b> Secure</span>")
        #expect(levelBadge(.notJudged).text.contains("Not judged"))
        #expect(levelBadge(.left).text.contains("Left until next time"))
    }

    @Test func anAgeCarriesItsDay() {
        let today = Day("2026-11-21")!
        #expect(
            ageText(today - 22, on: today, saying: "seen").text
                == "<time datetime=\"2026-10-30\" title=\"30 October 2026\">seen 3 weeks ago</time>")
    }

    @Test func whatWasSavedOnAnotherDaySaysWhichDay() {
        let moment = Instant("2026-11-17T09:31")!
        #expect(savedAt(moment) == "Saved 09:31")
        #expect(savedAt(moment, on: moment.day) == "Saved 09:31")
        #expect(savedAt(moment, on: moment.day + 4) == "Saved 17 November 2026, 09:31")
    }

    @Test func everyCategoryHasAShapeOfItsOwn() {
        #expect(Set(CategoryShape.allCases.map { categoryTag("x", $0) }).count == CategoryShape.allCases.count)
    }

    @Test func aListOfOnePageIsNotDividedIntoPages() {
        #expect(pagination(page: 1, of: 1) { "?page=\($0)" }.isEmpty)
        let first = pagination(page: 1, of: 3) { "?page=\($0)" }.text
        #expect(first.contains("rel=\"next\" href=\"?page=2\""))
        #expect(!first.contains("rel=\"prev\""))
    }

    @Test func aTableWithoutRowsSaysWhatBelongsThere() {
        let empty = emptyState("No schools yet.")
        #expect(dataTable("Schools", [Column("School")], [], empty: empty) == empty)
        #expect(dataTable("Schools", [Column("School")], [["A"]], empty: empty) != empty)
    }

    @Test func aStackedRowRepeatsItsHeadings() {
        let text = dataTable("Schools", [Column("School"), .number("Pupils")], [["A", "12"]], layout: .stacking).text
        #expect(text.contains("<th scope=\"row\">A</th><td class=\"n\" data-label=\"Pupils\">12</td>"))
    }

    @Test func theKeysPageNamesEveryPlaceThisReaderCanGoTo() {
        let reader = Reader(
            trustName: "T", person: "P", links: [Reader.Link(.tools, "Tools", "/tools")], formToken: "t", path: "/")
        let text = keysPage(for: reader).body.text
        #expect(text.contains("<kbd>g</kbd> then <kbd>o</kbd></dt><dd>Go to Tools"))
        #expect(!text.contains("Go to Schools"))
    }
}
