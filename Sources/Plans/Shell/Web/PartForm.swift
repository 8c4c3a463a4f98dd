import HTTPTypes
import Kernel
import Markup
import People
import PlanRules
import Site

/// One small form of a plan as it was typed, so that a refused one can be shown again with nothing lost.
protocol PartForm: Sendable {
    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML
    /// Label and text of each field, for the page on which two versions stand side by side.
    func lines(_ writing: PlanWriting) -> [(label: String, text: String)]
}

/// The page of one small form.
struct PartPage: Sendable {
    let title: String
    let writing: PlanWriting
    let action: String
    var form: any PartForm
    /// nil for a new part.
    var version: Int?
    var errors = FieldErrors()
    let token: String
    var button = "Save"
    /// The sentence that says what is asked for.
    var asking = ""
    /// Stands below the form, such as a button that removes the part.
    var below: HTML = .nothing

    var page: Page {
        Page(
            title, section: .plans, crumbs: planCrumbs(writing.opened), errors: errors,
            body: "\(.when(!asking.isEmpty, lede(asking)))\(filled(button))\(below)")
    }

    /// Somebody saved meanwhile: both texts side by side, nothing chosen for anybody.
    func merge(with kept: any PartForm, version: Int) -> Page {
        var mine = self
        mine.version = version
        return Page(
            "Two people changed this", section: .plans, crumbs: planCrumbs(writing.opened), isWide: true,
            body: """
                \(lede("While you were writing, somebody else saved this. Keep what is saved, or write one from both."))\
                <div class="sides"><div><h2>Saved</h2>\(summaryList(kept.lines(writing).map {
                    SummaryRow($0.label, paragraphs($0.text))
                }))<p><a href="\(PlanLinks.plan(writing.plan.id))">Keep what is saved</a></p></div>\
                <div><h2>What you wrote</h2>\(mine.filled("Save this instead"))</div></div>
                """)
    }

    private func filled(_ words: String) -> HTML {
        postForm(
            action, token: token, version: version, makes: version == nil,
            """
            \(.when(!errors.isEmpty, pressedByEnter(words)))\
            \(form.fields(writing, errors))\
            \(buttonRow("\(Site.button(words, .primary)) <a href=\"\(PlanLinks.plan(writing.plan.id))\">Back to the plan</a>"))
            """)
    }
}

/// Runs `work`; a refusal shows the form again with what was typed, a stale version the merge page.
///
/// - Parameters:
///   - field: at which a refusal of the whole is shown.
///   - kept: what is saved by now, for a part that was there before.
/// - Returns: the way to the address that `work` gives.
func save(
    _ page: PartPage, refusedAt field: String,
    kept: (PlanWriting) throws -> (any PartForm, version: Int)? = { _ in nil },
    reading: () async throws -> PlanWriting, _ work: () async throws -> String
) async throws -> Answer {
    var page = page
    do {
        return .seeOther(try await work())
    } catch Refusal.invalid(let errors) {
        page.errors = errors
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.conflict(let sentence) {
        page.errors = FieldErrors([(field, sentence)])
        return .page(page.page, status: .conflict)
    } catch Refusal.stale {
        guard let (saved, version) = try kept(try await reading()) else { throw Refusal.stale }
        return .page(page.merge(with: saved, version: version), status: .conflict)
    }
}

func planCrumbs(_ opened: OpenedPlan) -> [Page.Crumb] {
    [Page.Crumb("Plans", PlanLinks.list), Page.Crumb(opened.plan.title, PlanLinks.plan(opened.id))]
}
