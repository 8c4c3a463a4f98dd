import Kernel
import Markup
import PlanRules
import Site

/// One outcome on the plan's page, with its criteria and how each stands.
struct OutcomeBlock: Sendable {
    let page: PlanPage
    let outcome: Outcome
    let isOpen: Bool

    private var plan: PlanID { page.plan.id }

    var html: HTML {
        let ask = page.proForma.horizons.first { $0.horizon == outcome.horizon }
        let by = outcome.by.map { "by \($0.long)" } ?? ask?.by ?? ""
        return """
            <div class="outcome" id="o-\(outcome.id.text)"><h4>\(ask?.label ?? outcome.horizon.name) \
            <span class="soft">\(by)</span></h4>\(paragraphs(outcome.words))\(criteria)\(changes)\
            \(page.additions.checks(.outcome(outcome.id)))</div>
            """
    }

    private var criteria: HTML {
        guard !outcome.criteria.isEmpty else { return .nothing }
        return "<ul class=\"criteria\">\(outcome.criteria.html(line))</ul>"
    }

    private func line(_ criterion: Criterion) -> HTML {
        let said: HTML =
            criterion.judged.map { day in
                let why: HTML = .when(!criterion.why.isEmpty, "\(criterion.why) ")
                return "<br><span class=\"soft\">\(why)\(ageText(day, on: page.seen.today, saying: "said"))</span>"
            } ?? .nothing
        return "<li>\(criterionTag(criterion)) \(criterion.words)\(said)\(links(criterion))</li>"
    }

    private func links(_ criterion: Criterion) -> HTML {
        let change: HTML = .when(isOpen, "<a href=\"\(PlanLinks.criterion(plan, criterion.id))\">Change</a>")
        let status: HTML = .when(
            page.takesNews && !isOpen,
            "<a href=\"\(PlanLinks.status(plan, criterion.id))\">Say how it stands</a>")
        return .when(!change.isEmpty || !status.isEmpty, " <span class=\"quiet-links\">\(change)\(status)</span>")
    }

    private var changes: HTML {
        .when(
            isOpen,
            """
            <p class="quiet-links"><a href="\(PlanLinks.outcome(plan, outcome.id))">Change<span class="vh"> this \
            outcome</span></a> <a href="\(PlanLinks.newCriterion(plan, outcome.id))">Add a criterion</a></p>
            """)
    }
}

func criterionTag(_ criterion: Criterion) -> HTML {
    guard criterion.judged != nil else { return tag(criterion.standing) }
    switch criterion.status {
    case .notYet: return tag(criterion.standing, .attention)
    case .met: return tag(criterion.standing, .good)
    case .partly, .cannotBeJudged: return tag(criterion.standing)
    }
}
