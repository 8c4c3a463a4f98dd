import Kernel
import Markup
import PlanRules
import Site

/// Looks that nobody did in time: they stay here until they are done or what they look at ends.
struct MissedChecksPage: Sendable {
    let missed: MissedChecks

    var page: Page {
        Page(
            "Missed checks", section: .plans, crumbs: [Page.Crumb("Plans", "/plans")], isWide: true,
            body: missed.schools.isEmpty ? nothing : "\(lede(sentence))\(filter)\(chips)\(health)\(table)\(pages)")
    }

    private var nothing: HTML {
        emptyState("Checks that nobody did in time stand here until they are done. There are none at present.")
    }

    private var sentence: String {
        missed.count == 1
            ? "1 check was not done in time."
            : "\(missed.count) checks were not done in time. The longest overdue stand first."
    }

    private var filter: HTML {
        let schools = missed.schools.filter { $0.id != nil }
        guard schools.count > 1 else { return .nothing }
        let choices = schools.map { Choice($0.id?.text ?? "", "\($0.name) (\($0.count))") }
        return getForm(
            CheckLinks.missed,
            """
            \(selectField(FormField("school", "School"), choices: choices, chosen: missed.chosen?.text,
                nobody: "All schools"))\(button("Show"))
            """)
    }

    private var chips: HTML {
        let chosen = missed.schools.first { $0.id == missed.chosen && missed.chosen != nil }
        return filterChips("Only", chosen.map { [Chip($0.name, without: CheckLinks.missed)] } ?? [])
    }

    /// The way back to the school that is looked at.
    private var health: HTML {
        let schools = missed.schools.filter { missed.chosen == nil || $0.id == missed.chosen }
        guard schools.count == 1, let school = schools.first, let id = school.id, missed.seesHealth.contains(id) else {
            return .nothing
        }
        return "<p><a href=\"\(CheckLinks.health(id))\">How the plans of \(school.name) stand</a></p>"
    }

    private var table: HTML {
        missed.lines.isEmpty
            ? emptyState(
                "There is nothing on this page.",
                firstStep: "<a href=\"\(CheckLinks.missed)\">Show all missed checks</a>")
            : missedTable(missed.lines, today: missed.today)
    }

    private var pages: HTML {
        pagination(page: missed.page, of: missed.pages) { CheckLinks.missed(at: missed.chosen, page: $0) }
    }
}
