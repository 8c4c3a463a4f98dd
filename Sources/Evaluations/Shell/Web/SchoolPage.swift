import EvaluationRules
import Kernel
import Markup
import SchoolRules
import Site

/// A school: what it is, how its areas stand, and what was and is being judged there.
struct SchoolPage: Sendable {
    let seen: SeenSchool

    var page: Page {
        Page(
            seen.school.name, section: .schools, crumbs: [Page.Crumb("Schools", "/schools")], isWide: true,
            body: """
                \(gone)\(summaryList(facts + leaders))\(opening)\
                \(.when(seen.seesWhole, areas))\(.when(seen.seesWhole || !seen.departments.isEmpty, departments))\(evaluations)
                """)
    }

    private var school: School { seen.school }

    /// Its past stays readable.
    private var gone: HTML {
        switch school.standing {
        case .member: .nothing
        case .left(let day): notice("\(school.name) left the trust. The register said so on \(day.long).")
        case .closed(let day): notice("\(school.name) is closed\(day.map { ", since \($0.long)" } ?? "").")
        }
    }

    private var facts: [SummaryRow] {
        let placing = seen.placing.map { placing -> HTML in
            """
            \(schoolCategory(placing.category.name, concern: placing.category.concern)) \
            <span class="soft">\(ageText(placing.since, on: seen.today, saying: "decided"))</span>
            """
        }
        return [
            SummaryRow("Phase", HTML(school.facts.kind)),
            SummaryRow("URN", HTML(school.urn)),
            SummaryRow("Local authority", HTML(school.facts.authority)),
            SummaryRow(
                "Category", placing ?? "<span class=\"soft\">Not decided yet</span>",
                change: seen.seesWhole ? ("See why", MapLinks.category(school.id)) : nil),
        ]
    }

    private var leaders: [SummaryRow] {
        Dictionary(grouping: seen.leaders, by: \.role).sorted { $0.key.rawValue < $1.key.rawValue }.map {
            role, people in
            SummaryRow(role.name, HTML(people.map(\.name).joined(separator: ", ")))
        }
    }

    private var opening: HTML {
        let place = Place.school(school.id)
        let open = linkButton("Open an evaluation", to: EvaluationLinks.opening(at: place), .primary)
        let calendar = linkButton("Terms and days", to: MapLinks.calendar(school.id), .link)
        let whole: HTML = """
            \(linkButton("How its plans stand", to: MapLinks.planHealth(school.id), .link))\
            \(linkButton("Plans", to: MapLinks.plans(school.id), .link))\
            \(linkButton("Line meetings", to: MapLinks.meetings(school.id), .link))
            """
        return buttonRow(
            "\(.when(seen.mayOpen.contains(place), open))\(.when(seen.seesWhole, whole))\(calendar)")
    }

    private var departments: HTML {
        let mayOpen = seen.mayOpen.contains { $0.department != nil }
        let columns = [Column("Department"), Column("Under way"), Column("Last agreed")]
        let all: HTML = "<p><a href=\"\(MapLinks.departments(school.id))\">See and keep the list of departments</a></p>"
        return """
            <h2>Departments</h2>\
            \(dataTable(
                "Departments", columns + (mayOpen ? [Column("Next")] : []),
                seen.departments.map { department($0) + (mayOpen ? [next($0)] : []) }, isCaptionHidden: true,
                layout: .stacking, empty: emptyState("Departments stand here, each with its evaluations.")))\
            \(.when(seen.seesWhole, all))
            """
    }

    private func department(_ department: SchoolDepartment) -> [HTML] {
        let own = seen.evaluations.filter { $0.place.department == department.id }
        let open = own.filter { $0.stage != .finished }.count
        let address = MapLinks.evaluations(school.id, EvaluationsWanted(department: department.id))
        return [
            "<a href=\"\(address)\">\(department.name)</a>", open == 0 ? "none" : "\(open)",
            own.compactMap(\.agreedOn).max().map { ageText($0, on: seen.today) } ?? "never",
        ]
    }

    private func next(_ department: SchoolDepartment) -> HTML {
        let address = EvaluationLinks.opening(at: .department(department.id, of: school.id))
        return "<a href=\"\(address)\">Open an evaluation<span class=\"vh\"> of \(department.name)</span></a>"
    }
}
