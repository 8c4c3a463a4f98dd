import Markup
import PlanRules
import Site

/// One version of a pro-forma, to learn from before planning.
struct ProFormaPage: Sendable {
    let seen: SeenProForma
    /// Whether this reader may make the trust's edition.
    let mayKeep: Bool

    private var proForma: ProForma { seen.proForma }

    var page: Page {
        Page(
            proForma.name, section: .plans, crumbs: [Page.Crumb("Pro-formas", ProFormaLinks.library)],
            body: """
                \(lede(proForma.purpose))\(standing)\(summary)\(screenOnly(tools))\
                <h2>A priority</h2>\(asks(ProFormaField.ofPriority))\
                <h2>Its outcomes</h2>\(horizons)\
                <h2>An action</h2>\(asks(ProFormaField.ofAction))
                """)
    }

    /// A reader of an older version should not take it for what plans begin with.
    private var standing: HTML {
        guard seen.current != proForma.version else { return .nothing }
        return """
            <p class="notice">New plans begin with \
            <a href="\(ProFormaLinks.version(proForma.key, seen.current))">\(seen.current.description)</a>, and not with this.</p>
            """
    }

    private var summary: HTML {
        summaryList([
            SummaryRow("Kind of plan", HTML(proForma.kind.name)),
            SummaryRow("Written by", HTML(proForma.audience)),
            SummaryRow("Holds", HTML(limits)),
            SummaryRow(
                "Runs for",
                HTML(
                    proForma.weeks.map { $0 == 1 ? "1 school week" : "\($0) school weeks" }
                        ?? "As long as the plan says")),
            SummaryRow("Looked at", HTML(proForma.review.name)),
            SummaryRow("Blockages", proForma.hasBlockages ? "Listed, with who removes each by when" : "Not asked for"),
            SummaryRow("Version", "\(proForma.whose)\(others)"),
        ])
    }

    private var limits: String {
        let priorities = proForma.maxPriorities == 1 ? "1 priority" : "At most \(proForma.maxPriorities) priorities"
        return priorities + (proForma.maxActions.map { ", at most \($0) actions in all" } ?? "")
    }

    private var others: HTML {
        let others = seen.versions.filter { $0 != proForma.version }
        if others.isEmpty { return .nothing }
        return """
            ; others: \(others.enumerated().html { index, version in
                "\(.when(index > 0, ", "))<a href=\"\(ProFormaLinks.version(proForma.key, version))\">\(version.description)</a>"
            })
            """
    }

    private var tools: HTML {
        let edition: HTML =
            mayKeep
            ? linkButton("Make the trust's edition", to: ProFormaLinks.newEdition(proForma.key, proForma.version))
            : .nothing
        return """
            <p>\(edition) <a href="\(ProFormaLinks.file(proForma.key, proForma.version))" download>Download this \
            version as a file</a> \(printButton)</p>
            """
    }

    private func asks(_ fields: [ProFormaField]) -> HTML {
        let asked = fields.map(proForma.field).filter { $0.need != .notAsked }
        return summaryList(
            asked.map { ask in
                SummaryRow(ask.label, "\(.when(ask.need == .optional, "<em>Optional.</em> "))\(ask.hint)")
            })
    }

    private var horizons: HTML {
        summaryList(
            proForma.horizons.map { SummaryRow($0.label, "\($0.hint) <span class=\"soft\">(\($0.by))</span>") })
    }
}
