import Kernel
import Markup
import PlanRules
import Site

/// Somebody else recorded the same look first: both texts stand side by side, and nothing is lost.
struct CheckMergePage: Sendable {
    let seen: SeenCheck
    let form: CheckForm
    let token: String

    var page: Page {
        let planned = seen.check.planned
        return Page(
            "Two people recorded this", section: .plans,
            crumbs: [
                Page.Crumb("Plans", "/plans"), Page.Crumb(planned.plan.title, PlanLinks.plan(planned.plan.id)),
            ], isWide: true,
            body: """
                \(lede("While you were writing, somebody else recorded what was found. What is recorded stays; what you wrote is kept here, so that you can give it to them."))\
                <h2>\(planned.check.looked)</h2><div class="sides">\(theirs)\(mine)</div>\
                <p><a href="\(CheckLinks.check(seen.check.look.check.id))">Go to what is recorded</a></p>
                """)
    }

    private var theirs: HTML {
        guard let result = seen.check.look.check.result, let recorded = seen.check.recorded else { return .nothing }
        let answer: HTML = result.response.map { words($0.kind, $0.words) } ?? .nothing
        return """
            <div><h3>Recorded by \(recorded.name)</h3><p>\(result.rating.html)</p>\(paragraphs(result.finding))\
            \(answer)\(correcting(result, recorded))</div>
            """
    }

    private var mine: HTML {
        let rating: HTML = Rating(rawValue: form.rating).map { "<p>\($0.html)</p>" } ?? .nothing
        let answer: HTML = ResponseKind(rawValue: form.response).map { words($0, form.words) } ?? .nothing
        return """
            <div class="typed"><h3>What you wrote</h3>\(rating)\(paragraphs(form.finding))\(answer)\
            \(.when(!form.note.isEmpty, paragraphs(form.note)))</div>
            """
    }

    private func words(_ kind: ResponseKind, _ words: String) -> HTML {
        "<p><b>\(kind.name)</b>\(.when(!words.isEmpty, ": \(words)"))</p>"
    }

    /// Whoever recorded it in another window may put the new words in the place of the old.
    private func correcting(_ result: CheckResult, _ recorded: CheckAtHand.Recorded) -> HTML {
        guard seen.mayCorrect else { return .nothing }
        var mine = form
        mine.version = String(recorded.version)
        mine.isCorrection = true
        let fields = CheckFields(form: mine)
        return postForm(
            CheckLinks.result(seen.check.look.check.id), token: token,
            """
            \(fields.hidden)\(fields.finding(rows: 3))\(fields.rating)\(fields.response)\
            \(buttonRow(button("Save this instead")))
            """)
    }
}
