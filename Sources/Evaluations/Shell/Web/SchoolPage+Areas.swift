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
            agreed == nil ? .nothing : total.map { SpreadBar($0.spread(seen.words)).html } ?? .nothing,
            agreed.map { agreedAge($0, on: seen.today) } ?? .nothing,
            HTML(total?.openWords ?? ""),
        ]
    }

    /// The list, open ones first, a page at a time.
    var evaluations: HTML {
        """
        <h2 id="evaluations">Evaluations</h2>\(chips)\
        \(dataTable(
            "Evaluations", [Column("Tool"), Column("Place"), Column("Window"), Column("Stage"), Column("Our side")],
            seen.evaluations.map(row), isCaptionHidden: true, layout: .stacking,
            empty: emptyState("Evaluations stand here: one tool, one place, one window of the year.")))\
        \(pagination(page: wanted.page, of: pages) { page in
            MapLinks.school(seen.school.id, EvaluationsWanted(department: wanted.department, page: page)) + "#evaluations"
        })
        """
    }

    private var pages: Int {
        (seen.evaluationCount + EvaluationsWanted.pageSize - 1) / EvaluationsWanted.pageSize
    }

    private var chips: HTML {
        guard let department = seen.departments.first(where: { $0.id == wanted.department }) else { return .nothing }
        return filterChips(
            "Only", [Chip(department.name, without: EvaluationLinks.school(seen.school.id) + "#evaluations")])
    }

    private func row(_ one: SchoolEvaluation) -> [HTML] {
        let isLate = one.window.last < seen.today && one.stage != .finished
        return [
            "<a href=\"\(EvaluationLinks.sheet(one.id))\">\(one.toolName)</a>",
            HTML(one.departmentName ?? "Whole school"),
            "\(one.window.name) \(.when(isLate, tag("Window over", .attention)))",
            stage(one),
            one.progress.map { progressBar("Judged or left", done: $0.done, of: one.statements) } ?? .nothing,
        ]
    }

    private func stage(_ one: SchoolEvaluation) -> HTML {
        guard let day = one.agreedOn else { return tag(one.stage.name) }
        return "\(tag(one.stage.name, .good)) <span class=\"soft\">\(ageText(day, on: seen.today))</span>"
    }
}
