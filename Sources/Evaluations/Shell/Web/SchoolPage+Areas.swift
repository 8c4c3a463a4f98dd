import EvaluationRules
import Kernel
import Markup
import SchoolRules
import Site

extension SchoolPage {
    /// Every area that tools judge, with what is agreed and what is under way.
    var areas: HTML {
        let totals = Dictionary(uniqueKeysWithValues: seen.totals.map { ($0.area, $0) })
        let names = Set(totals.keys).union(seen.words.areas).sorted()
        return """
            <h2>Areas</h2>\
            \(dataTable(
                "Areas", [Column("Area"), Column("Level"), Column("Spread"), Column("Agreed"), Column("Under way")],
                names.map { area($0, totals[$0]) }, isCaptionHidden: true, layout: .stacking,
                empty: emptyState("Areas stand here once a tool is installed.")))
            """
    }

    private func area(_ name: String, _ total: SchoolAreaTotal?) -> [HTML] {
        let level = total?.level(seen.words)
        let agreed = total?.agreed
        return [
            "<a href=\"\(MapLinks.area(seen.school.id, name))\">\(name)</a>",
            levelBadge(level.map(Standing.level) ?? .notJudged),
            agreed == nil ? "Nothing agreed yet" : total.map { SpreadBar($0.spread(seen.words)).html } ?? .nothing,
            agreed.map { agreedAge($0, on: seen.today) } ?? "never",
            HTML(total?.openWords ?? "none"),
        ]
    }

    /// What stands, and the way to everything before it.
    var evaluations: HTML {
        let before = seen.openFromBefore
        let all = MapLinks.evaluations(seen.school.id, EvaluationsWanted())
        guard !seen.evaluations.isEmpty || before > 0 else {
            return """
                <h2>Evaluations</h2>\
                \(emptyState("Evaluations stand here: one tool, one place, one window of the year."))
                """
        }
        return """
            <h2>Evaluations</h2>\(evaluationTables(seen.evaluations, on: seen.today))\
            \(.when(before > 0, "<p>\(before) from earlier windows still open.</p>"))\
            <p><a href="\(all)">All evaluations, with those of earlier windows</a></p>
            """
    }
}
