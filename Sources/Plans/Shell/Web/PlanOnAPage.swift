import Kernel
package import Markup
package import PlanRules
import Site

/// What a page shows of a plan, without the page around it.
package func planOnAPage(_ document: PlanDocument) -> HTML {
    PlanOnAPage(document: document, links: PlanPaperLinks(plan: "/plans", crumbs: [])).html
}

/// The plan on one side of A4, for the wall of an office: what, why, how one will know, who, by when, and what the last
/// look found. Long words are cut by the style sheet, and what does not fit is counted; the whole plan has everything.
struct PlanOnAPage: Sendable {
    /// Of each priority.
    private static let shownActions = 5

    let document: PlanDocument
    let links: PlanPaperLinks

    var page: Page {
        var page = Page(
            "\(document.title), on a page", section: .plans, crumbs: links.crumbs, isWide: true,
            body: "\(screenOnly(links.ways(besides: links.onePage)))\(html)")
        page.isOnePage = true
        return page
    }

    var html: HTML {
        """
        <div class="one-page\(.when(isRoomy, " roomy"))"><p class="one-line">\(facts)</p><div class="one-columns">\
        \(going.prefix(6).html(priority))</div>\
        \(.when(going.count > 6, "<p class=\"one-line\">And \(going.count - 6) more priorities in the whole plan.</p>"))</div>
        """
    }

    private var going: [PlanDocument.PriorityPart] { document.priorities.filter { $0.ended == nil } }

    /// Whether there is room for larger type and for how one will know: what fits on the side in letters, by trial.
    private var isRoomy: Bool {
        let words = going.map { priority in
            let outcomes = priority.outcomes.map { $0.words.count + $0.criteria.map(\.words.count).reduce(0, +) }
            let actions = priority.actions.map { $0.what.count + $0.seen.count + 90 }
            return priority.why.count + priority.stops.count + (outcomes + actions).reduce(0, +)
        }
        return going.count <= 3 && (words.max() ?? 0) * going.count <= 3_600
    }

    private var facts: HTML {
        """
        \(document.proForma.name.printable), \(document.place.printable) · \(document.starts.long) to \
        \(document.ends.long) · \(document.state.printable)\(.when(!document.cost.isNothing, " · \(document.cost.spoken)")) · \
        as of \(document.day.long)
        """
    }

    private func priority(_ priority: PlanDocument.PriorityPart) -> HTML {
        """
        <section><h2>\(priority.number). \(priority.title.printable)</h2>\
        \(part(document.label(of: .why), priority.why))\
        <ul class="one-outcomes">\(priority.outcomes.html(outcome))</ul>\
        \(actions(priority.actions.filter { $0.ended == nil }))\
        \(part(document.label(of: .stops), priority.stops))</section>
        """
    }

    private func part(_ label: String, _ words: String) -> HTML {
        .when(!words.isEmpty, "<p class=\"one-text\"><b>\(label.printable):</b> \(words.printable)</p>")
    }

    private func outcome(_ outcome: PlanDocument.OutcomePart) -> HTML {
        let met = outcome.criteria.filter { $0.status == .met }.count
        let count: HTML = .when(!outcome.criteria.isEmpty, " (\(met) of \(outcome.criteria.count) met)")
        return """
            <li><div class="one-text"><b>\(document.label(of: outcome.horizon).printable)\(count):</b> \
            \(outcome.words.printable)</div>\(.when(isRoomy, outcome.criteria.html(criterion)))</li>
            """
    }

    private func criterion(_ criterion: Criterion) -> HTML {
        "<div class=\"one-line\"><b>\(criterion.standing):</b> \(criterion.words.printable)</div>"
    }

    private func actions(_ actions: [PlanDocument.ActionPart]) -> HTML {
        let rest = actions.count - Self.shownActions
        return """
            <ol class="one-actions">\(actions.prefix(Self.shownActions).html(action))</ol>\
            \(.when(rest > 0, "<p class=\"one-line\">And \(rest) more.</p>"))
            """
    }

    private func action(_ action: PlanDocument.ActionPart) -> HTML {
        """
        <li><div class="one-text"><b>\(action.number) \(action.what.printable)</b></div>\
        <div class="one-text">\(action.seen.printable)</div>\
        <div class="one-line">\(lastLook(action.checks)) · by \(action.ends.long) · \(action.owner.printable)</div></li>
        """
    }

    /// Unchecked is never green: what nobody has looked at says so.
    private func lastLook(_ checks: [PlanDocument.CheckPart]) -> HTML {
        let missed = checks.filter { $0.standing == .missed }.count
        let behind: HTML = .when(missed > 0, ", \(missed) missed")
        let done = checks.filter { $0.result != nil }.max { ($0.result?.day ?? $0.due) < ($1.result?.day ?? $1.due) }
        guard let result = done?.result else {
            return checks.isEmpty ? "no check planned" : "not looked at yet\(behind)"
        }
        return "<b>\(result.rating.name)</b> \(result.day.long)\(behind)"
    }
}
