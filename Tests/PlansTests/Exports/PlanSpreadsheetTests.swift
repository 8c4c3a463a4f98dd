import Foundation
import PlanRules
import Plans
import Testing

@Suite struct PlanSpreadsheetTests {
    func unpacked(_ sample: PaperSample) async throws -> Unpacked {
        try await Unpacked(planSpreadsheet(sample.document))
    }

    @Test func hasASheetForEachKindOfThing() async throws {
        let book = try await unpacked(.usual).file("xl/workbook.xml")
        let names = book.matches(of: /<sheet name="([A-Za-z]+)"/).map { String($0.1) }
        #expect(names == ["Priorities", "Outcomes", "Actions", "Checks", "Blockages"])
    }

    @Test func keepsTheHeadingsInSightAndUnderThePlansOwnLabels() async throws {
        let book = try await unpacked(.usual)
        for number in 1...5 {
            let sheet = book.file("xl/worksheets/sheet\(number).xml")
            #expect(
                sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
            #expect(sheet.contains("<autoFilter ref=\"A1:"))
        }
        let words = book.file("xl/sharedStrings.xml")
        for label in ["Why this, and why now", "What we will see when it works", "What stops so that this can start"] {
            #expect(words.contains(label))
        }
    }

    @Test func daysAreDaysAndMoneyIsMoney() async throws {
        let book = try await unpacked(.usual)
        let actions = book.file("xl/worksheets/sheet3.xml")
        // 4 November 2026 in days since the end of 1899; 7 half days; 125,050 pence.
        for value in ["<v>46330</v>", "<v>3.5</v>", "<v>1250.5</v>"] { #expect(actions.contains(value), "\(value)") }
        let styles = book.file("xl/styles.xml")
        #expect(styles.contains("d mmm yyyy") && styles.contains("£#,##0.00"))
    }

    @Test func textNeverBecomesAFormula() async throws {
        let book = try await unpacked(.hostile)
        for (name, text) in book.files where name.hasPrefix("xl/worksheets/") {
            #expect(!text.contains("<f>"), "\(name)")
        }
        #expect(book.file("xl/sharedStrings.xml").contains("=HYPERLINK("))
        #expect(book.file("xl/styles.xml").contains("numFmtId=\"49\""), "what looks like a formula is marked as text")
    }

    @Test func hostileWordsSurviveAsTheyWereTyped() async throws {
        let words = try await unpacked(.hostile).file("xl/sharedStrings.xml")
        #expect(words.contains("&lt;script&gt;") && words.contains("שלום עולם 👩‍👩‍👧‍👦 &amp; ]]&gt;"))
        #expect(words.contains("_x005F_x0041_"), "or readers would show the letter A")
        #expect(
            !words.contains("_x0001_") && !words.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
        )
    }

    @Test func aTextThatNoCellHoldsIsCutAndSaysSo() async throws {
        let document = PaperSample.usual.document
        let long = String(repeating: "👩‍👩‍👧‍👦 long ", count: 10_000)
        let plan = PlanDocument(
            title: long, place: long, trust: "T", proForma: document.proForma, state: "", starts: document.starts,
            ends: document.ends, day: document.day,
            priorities: [
                .init(
                    number: 1, title: "Long", why: long, stops: String(repeating: "x", count: 10_000), sources: [],
                    answers: "", outcomes: [], actions: [], ended: nil)
            ], blockages: [])
        let words = try await Unpacked(planSpreadsheet(plan)).file("xl/sharedStrings.xml")
        let texts = words.matches(of: /<t[^>]*>([^<]*)<\/t>/).map { String($0.1) }
        #expect(texts.allSatisfy { $0.utf16.count <= 32_767 })
        #expect(texts.contains { $0.hasSuffix("… (shortened)") })
        #expect(texts.contains(String(repeating: "x", count: 10_000)), "what fits is whole")
    }

    @Test func anEmptyPlanIsAFileThatOpens() async throws {
        #expect(try await unpacked(.empty).file("xl/worksheets/sheet3.xml").contains("<sheetData>"))
    }

    @Test func leavesOutWhatThePlanIsNotAskedFor() async throws {
        let usual = PaperSample.usual.document
        let asks: [ProFormaField: FieldAsk] = [.how: FieldAsk("How", need: .notAsked)]
        let plan = PlanDocument(
            title: usual.title, place: usual.place, trust: usual.trust, proForma: usualProForma(asks: asks),
            state: usual.state, starts: usual.starts, ends: usual.ends, day: usual.day, priorities: usual.priorities,
            blockages: [])
        let words = try await Unpacked(planSpreadsheet(plan)).file("xl/sharedStrings.xml")
        #expect(!words.contains("Year 8 first.") && words.contains("An hour to write questions together."))
    }
}
