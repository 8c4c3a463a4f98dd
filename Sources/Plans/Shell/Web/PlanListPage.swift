import Kernel
import Markup
import PlanRules
import Site

/// The plans that this person may see, by school and department.
struct PlanListPage: Sendable {
    let list: PlanList
    let wanted: PlansWanted
    /// How each plan stands, where that is known.
    var health: [PlanID: HTML] = [:]

    var page: Page {
        Page(
            "Plans", section: .plans, isWide: true,
            body: """
                \(.when(list.mayWrite, buttonRow(linkButton("Begin a plan", to: PlanLinks.new, .primary))))\
                <p class="quiet-links"><a href="\(CheckLinks.missed)">Missed checks</a> \
                <a href="\(ProFormaLinks.library)">Pro-formas</a></p>\
                \(filter)\(chips)\(list.lines.isEmpty ? nothing : table)\
                \(pagination(page: wanted.page, of: pages) { number in
                    var next = wanted
                    next.page = number
                    return PlanLinks.list(next)
                })
                """)
    }

    private var pages: Int { (list.count + PlansWanted.pageSize - 1) / PlansWanted.pageSize }

    private var isNarrowed: Bool { wanted != PlansWanted() }

    private var nothing: HTML {
        if isNarrowed {
            return emptyState(
                "No plan matches.", firstStep: "<a href=\"\(PlanLinks.list)\">Show all that run</a>")
        }
        return emptyState(
            "Plans stand here: the few things that are to change, how one will know, and who looks when.",
            firstStep: list.mayWrite
                ? "<a href=\"\(PlanLinks.new)\">Begin one</a>, or pick weak statements on the page of an agreed evaluation"
                : .nothing)
    }

    private var table: HTML {
        let columns = [Column("Plan"), Column("Place"), Column("Kind"), Column("Stage"), Column("Until")]
        let hasHealth = !health.isEmpty
        return dataTable(
            "Plans", columns + (hasHealth ? [Column("How it stands")] : []),
            list.lines.map { row($0) + (hasHealth ? [health[$0.id] ?? "–"] : []) }, isCaptionHidden: true,
            layout: .stacking)
    }

    private func row(_ line: PlanLine) -> [HTML] {
        let isOver = line.ends < list.today && line.state.isAtWork
        let count = line.priorities == 1 ? "1 priority" : "\(line.priorities) priorities"
        return [
            "<a href=\"\(PlanLinks.plan(line.id))\">\(line.title)</a> <span class=\"soft\">\(count)</span>",
            "\(line.names.whole)", "\(line.kind.name)", stateTag(line.state),
            "\(line.ends.long) \(.when(isOver, tag("Time is over", .attention)))",
        ]
    }

    private var filter: HTML {
        let schools: HTML = .when(
            list.schools.count > 1,
            selectField(
                FormField("school", "School"), choices: list.schools.map { Choice($0.id.text, $0.name) },
                chosen: wanted.school?.text, nobody: "All"))
        return getForm(
            PlanLinks.list,
            """
            \(schools)\
            \(selectField(
                FormField("kind", "Kind"), choices: PlanKind.allCases.map { Choice($0.rawValue, $0.name) },
                chosen: wanted.kind?.rawValue, nobody: "All"))\
            \(selectField(
                FormField("state", "Stage"), choices: PlanState.allCases.map { Choice($0.rawValue, $0.name) },
                chosen: wanted.state?.rawValue, nobody: "All that are not over"))\
            \(checkbox(FormField("mine", "Only mine"), isOn: wanted.isMine))\(button("Show"))
            """)
    }

    private var chips: HTML {
        var chips: [Chip] = []
        let add = { (words: String?, change: (inout PlansWanted) -> Void) in
            guard let words else { return }
            var rest = wanted
            rest.page = 1
            change(&rest)
            chips.append(Chip(words, without: PlanLinks.list(rest)))
        }
        add(wanted.school.map { id in list.schools.first { $0.id == id }?.name ?? "One school" }) { $0.school = nil }
        add(wanted.kind?.name) { $0.kind = nil }
        add(wanted.state?.name) { $0.state = nil }
        add(wanted.isMine ? "Mine" : nil) { $0.isMine = false }
        return filterChips("Only", chips)
    }
}

func planListRoutes(_ routes: inout Routes) {
    routes.get(PlanLinks.list, .signedIn) { visit in
        var wanted = PlansWanted()
        wanted.kind = visit.query("kind").flatMap { PlanKind(rawValue: $0) }
        wanted.state = visit.query("state").flatMap { PlanState(rawValue: $0) }
        wanted.school = visit.query("school").flatMap { SchoolID($0) }
        wanted.isMine = visit.query("mine") != nil
        wanted.page = visit.page
        let list = try await listPlans(wanted, for: visit.actor, in: visit.database)
        let health = try await readHealth(of: list.lines.map(\.id), in: visit.database)
        return .page(PlanListPage(list: list, wanted: wanted, health: health.mapValues { healthTag($0.level) }).page)
    }
}

extension PlanLinks {
    static func list(_ wanted: PlansWanted) -> String {
        let pairs = [
            wanted.school.map { "school=\($0)" }, wanted.kind.map { "kind=\($0.rawValue)" },
            wanted.state.map { "state=\($0.rawValue)" }, wanted.isMine ? "mine=yes" : nil,
            wanted.page > 1 ? "page=\(wanted.page)" : nil,
        ].compactMap { $0 }
        return pairs.isEmpty ? list : list + "?" + pairs.joined(separator: "&")
    }
}
