import EvaluationRules
import Kernel
import Markup
import SchoolRules
import Site

/// Everything that was ever evaluated at a school or in one of its departments, open ones first, a page at a time.
struct SchoolHistoryPage: Sendable {
    let history: SchoolHistory
    let wanted: EvaluationsWanted

    var page: Page {
        let school = history.school
        return Page(
            "Evaluations at \(school.name)", section: .schools,
            crumbs: [Page.Crumb("Schools", "/schools"), Page.Crumb(school.name, EvaluationLinks.school(school.id))],
            isWide: true,
            body: """
                \(chips)\(history.evaluations.isEmpty ? nothing : evaluationTables(history.evaluations, on: history.today))\
                \(pagination(page: wanted.page, of: pages) { page in
                    MapLinks.evaluations(school.id, EvaluationsWanted(department: wanted.department, page: page))
                })
                """)
    }

    private var pages: Int { (history.count + EvaluationsWanted.pageSize - 1) / EvaluationsWanted.pageSize }

    private var nothing: HTML {
        let first = MapLinks.evaluations(history.school.id, EvaluationsWanted(department: wanted.department))
        return wanted.page == 1
            ? emptyState("Nothing was evaluated here yet.")
            : emptyState("The list ends before this page.", firstStep: "<a href=\"\(first)\">Go to its first page</a>")
    }

    private var chips: HTML {
        guard let department = history.departments.first(where: { $0.id == wanted.department }) else { return .nothing }
        let all = MapLinks.evaluations(history.school.id, EvaluationsWanted())
        return filterChips("Only", [Chip(department.name, without: all)])
    }
}

/// Evaluations of one school, those under way with the reader's own progress, then the agreed ones.
func evaluationTables(_ evaluations: [SchoolEvaluation], on today: Day) -> HTML {
    let open = evaluations.filter { $0.stage != .finished }
    let agreed = evaluations.filter { $0.stage == .finished }
    return .when(!open.isEmpty, underWay(open, on: today)) + .when(!agreed.isEmpty, settled(agreed, on: today))
}

private let places = [Column("Tool"), Column("Place"), Column("Window")]

/// "Our side" is the reader's own; readers, who have none, have no such column.
private func underWay(_ list: [SchoolEvaluation], on today: Day) -> HTML {
    let hasSide = list.contains { $0.progress != nil }
    return dataTable(
        "Under way", places + [Column("Stage")] + (hasSide ? [Column("Our side")] : []),
        list.map { one in
            let progress: HTML =
                one.progress.map { progressBar("Judged or left", done: $0.done, of: one.statements) }
                ?? (one.stage == .agreeing ? "In the joint room" : "Not ours")
            return place(one, on: today) + [tag(one.stage.name)] + (hasSide ? [progress] : [])
        }, layout: .stacking)
}

private func settled(_ list: [SchoolEvaluation], on today: Day) -> HTML {
    dataTable(
        "Agreed", places + [Column("Agreed"), Column("Movement")],
        list.map { one in
            place(one, on: today) + [one.agreedOn.map { ageText($0, on: today) } ?? .nothing, movement(one)]
        },
        layout: .stacking)
}

private func movement(_ one: SchoolEvaluation) -> HTML {
    """
    <a href="\(EvaluationLinks.movement(one.id))">What moved<span class="vh"> in \(one.toolName), \
    \(one.departmentName ?? "whole school")</span></a>
    """
}

private func place(_ one: SchoolEvaluation, on today: Day) -> [HTML] {
    let isLate = one.window.last < today && one.stage != .finished
    return [
        "<a href=\"\(EvaluationLinks.sheet(one.id))\">\(one.toolName)</a>",
        HTML(one.departmentName ?? "Whole school"),
        "<div>\(one.window.name) \(.when(isLate, tag("Window over", .attention)))</div>",
    ]
}
