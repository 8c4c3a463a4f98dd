import Kernel
import Markup
package import PlanRules
package import Site
import ToolRules

/// Printed plans: as they usually are, with nothing in them, and with more than a page can hold. The whole of the longest
/// would be a book.
package let planPaperSamples: [Sample] =
    PaperSample.allCases.filter { $0 != .full }.map { sample in
        Sample("Plans on paper", "The whole plan, \(sample.rawValue)") { PlanView(sample.document).html }
    }
    + PaperSample.allCases.map { sample in
        Sample("Plans on paper", "On a page, \(sample.rawValue)") { planOnAPage(sample.document) }
    }

/// Invented plans, for the gallery and for tests of what is made from a plan.
package enum PaperSample: String, CaseIterable, Sendable {
    case usual = "as usual"
    case empty = "with nothing in it yet"
    /// Three priorities of four actions, every text as long as a form takes.
    case full = "with long words everywhere"
    case hostile = "with hostile words"

    package var document: PlanDocument {
        switch self {
        case .usual: SamplePlan(priorities: 2, actions: 2, words: { $0 }).document
        case .empty: SamplePlan(priorities: 0, actions: 0, words: { $0 }).document
        case .full:
            SamplePlan(priorities: 3, actions: 4) { words in String(repeating: words + " ", count: 40) }.document
        case .hostile: SamplePlan(priorities: 1, actions: 1) { _ in Self.hostileWords }.document
        }
    }

    /// A formula, markup, controls, right-to-left text, an emoji of several parts, what a spreadsheet takes for an
    /// escaped letter, and a word without end.
    package static let hostileWords =
        "=HYPERLINK(\"http://x.example\")<script>alert(1)</script><img src=\"/etc/passwd\">\u{0}\u{1}\u{B}\u{FFFE} _x0041_ "
        + "שלום עולם 👩‍👩‍👧‍👦 & ]]> \r\n- \\ {{x}} $x$ " + String(repeating: "long", count: 200)
}

private struct SamplePlan {
    let priorities: Int
    let actions: Int
    /// What becomes of every text that somebody types.
    let words: (String) -> String

    var document: PlanDocument {
        PlanDocument(
            title: words("English: reasons in writing"), place: words("English, Willowbrook Academy"),
            trust: "Willowbrook Learning Trust", proForma: proForma, state: "Live since 4 November 2026",
            starts: day(0), ends: day(250), day: day(18),
            priorities: (0..<priorities).map { priority($0 + 1) }, blockages: priorities == 0 ? [] : [blockage])
    }

    private var proForma: ProForma {
        ProForma(
            id: ProFormaID(bytes: Array(repeating: 2, count: 16)), key: ProFormaKey("department-plan")!,
            version: ProFormaVersion("2026-1")!, kind: .department, name: "Department plan",
            purpose: "Turns what was judged into a few changes.", audience: "The head of department.")
    }

    private func priority(_ number: Int) -> PlanDocument.PriorityPart {
        PlanDocument.PriorityPart(
            number: number, title: words("Pupils give reasons for what they write"),
            why: words(
                "Two of three classes we read gave claims without reasons, and the same pupils lose marks for it."),
            stops: words("The half-termly tracking sheet."),
            sources: [words("Teaching and learning 3.2: emerging, agreed on 12 October 2026")],
            answers: number == 1 ? words("Every pupil can argue a point") : "",
            outcomes: [
                outcome(.short, "Every lesson has one question that wants a because.", .met),
                outcome(.long, "A stranger can tell from any book why the pupil thinks so.", .notYet),
            ],
            actions: (0..<actions).map { action("\(number).\($0 + 1)", missed: $0 == 1) },
            ended: nil)
    }

    private func outcome(_ horizon: Horizon, _ text: String, _ status: CriterionStatus) -> PlanDocument.OutcomePart {
        PlanDocument.OutcomePart(
            horizon: horizon, words: words(text), by: day(90),
            criteria: [
                Criterion(
                    id: CriterionID(bytes: Array(repeating: 5, count: 16)), words: words("Eight of ten books show it."),
                    status: status, why: "", judged: status == .met ? day(10) : nil, version: 1)
            ], checks: [])
    }

    private func action(_ number: String, missed: Bool) -> PlanDocument.ActionPart {
        PlanDocument.ActionPart(
            number: number, what: words("Ask one “because” question in every lesson of Year 8"),
            aspects: words("Everybody writes before anybody speaks."),
            seen: words("Books of the third row hold a reason."), how: words("Year 8 first.\nThen Year 9."),
            support: words("An hour to write questions together."), owner: words("Head of English: Amir Hussain"),
            supporter: words("Deputy headteacher: Kate Brennan"), starts: day(0), ends: day(60),
            cost: Cost(halfDays: 7, pence: 125_050), ended: nil, checks: checks(missed: missed))
    }

    private func checks(missed: Bool) -> [PlanDocument.CheckPart] {
        let result = CheckResult(
            day: day(15), finding: words("Four of six books, all from one class."), rating: .amber,
            response: .adapt(words("Begin with the second class.")))
        return [
            check(due: 14, missed ? .missed : .done, missed ? nil : result), check(due: 28, .coming, nil),
        ]
    }

    private func check(due: Int, _ standing: CheckStanding, _ result: CheckResult?) -> PlanDocument.CheckPart {
        PlanDocument.CheckPart(
            looked: words("Six books from two classes."), how: words("Open the last page but one."),
            by: words("Deputy headteacher: Kate Brennan"), due: day(due), standing: standing, result: result)
    }

    private var blockage: PlanDocument.BlockagePart {
        PlanDocument.BlockagePart(
            words: words("No room for the department to plan in on Mondays."),
            remover: words("Headteacher: James Oyelaran"), by: day(20), removed: nil)
    }

    /// After 4 November 2026.
    private func day(_ days: Int) -> Day { Day(number: 20_761 + days) }
}
