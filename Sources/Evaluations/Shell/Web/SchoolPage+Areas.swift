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

    /// The list, open ones first, a page at a time.
    var evaluations: HTML {
        let open = seen.evaluations.filter { $0.stage != .finished }
        let agreed = seen.evaluations.filter { $0.stage == .finished }
        let lists: HTML =
            seen.evaluations.isEmpty
            ? emptyState("Evaluations stand here: one tool, one place, one window of the year.")
            : .when(!open.isEmpty, underWay(open)) + .when(!agreed.isEmpty, settled(agreed))
        return """
            <h2 id="evaluations">Evaluations</h2>\(chips)\(lists)\
            \(pagination(page: wanted.page, of: pages) { page in
                MapLinks.school(seen.school.id, EvaluationsWanted(department: wanted.department, page: page)) + "#evaluations"
            })
            """
    }

    /// "Our side" is the reader's own; those who judge for neither side have no such column.
    private func underWay(_ list: [SchoolEvaluation]) -> HTML {
        let hasSide = list.contains { $0.progress != nil }
        return dataTable(
            "Under way", places + [Column("Stage")] + (hasSide ? [Column("Our side")] : []),
            list.map { one in
                let progress: HTML =
                    one.progress.map { progressBar("Judged or left", done: $0.done, of: one.statements) }
                    ?? "<span class=\"soft\">In the joint room</span>"
                return place(one) + [tag(one.stage.name)] + (hasSide ? [progress] : [])
            }, layout: .stacking)
    }

    private func settled(_ list: [SchoolEvaluation]) -> HTML {
        dataTable(
            "Agreed", places + [Column("Agreed")],
            list.map { one in place(one) + [one.agreedOn.map { ageText($0, on: seen.today) } ?? .nothing] },
            layout: .stacking)
    }

    private var places: [Column] { [Column("Tool"), Column("Place"), Column("Window")] }

    private func place(_ one: SchoolEvaluation) -> [HTML] {
        let isLate = one.window.last < seen.today && one.stage != .finished
        return [
            "<a href=\"\(EvaluationLinks.sheet(one.id))\">\(one.toolName)</a>",
            HTML(one.departmentName ?? "Whole school"),
            "<div>\(one.window.name) \(.when(isLate, tag("Window over", .attention)))</div>",
        ]
    }

    private var pages: Int {
        (seen.evaluationCount + EvaluationsWanted.pageSize - 1) / EvaluationsWanted.pageSize
    }

    private var chips: HTML {
        guard let department = seen.departments.first(where: { $0.id == wanted.department }) else { return .nothing }
        return filterChips(
            "Only", [Chip(department.name, without: EvaluationLinks.school(seen.school.id) + "#evaluations")])
    }
}
