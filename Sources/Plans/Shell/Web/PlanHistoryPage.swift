import Kernel
import Markup
import PlanRules
import Site
import Trail

/// Everything that happened to a plan, newest first.
struct PlanHistoryPage: Sendable {
    let opened: OpenedPlan
    let entries: [TrailEntry]

    var page: Page {
        Page(
            "History of \(opened.plan.title)", section: .plans, crumbs: planCrumbs(opened), isWide: true,
            body: dataTable(
                "What happened", [Column("When"), Column("Who"), Column("What"), Column("Before"), Column("After")],
                entries.map(row), isCaptionHidden: true, layout: .stacking))
    }

    private func row(_ entry: TrailEntry) -> [HTML] {
        [
            "\(entry.at.day.short), \(entry.at.clock)", "\(entry.who)", "\(words(entry.verb))", "\(entry.before)",
            "\(entry.after)",
        ]
    }

    /// `action-brought-back` reads `Action brought back`.
    private func words(_ verb: String) -> String {
        let spaced = verb.replacing("-", with: " ")
        return spaced.prefix(1).uppercased() + spaced.dropFirst()
    }
}
