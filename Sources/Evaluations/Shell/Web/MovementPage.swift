import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// How the statements of a tool moved at one place: this round against the one before, and every round as a column.
struct MovementPage: Sendable {
    let seen: SeenMovement
    /// Nil shows every statement.
    var only: Movement.Kind?
    var plans: [ItemID: [PlanAlongside]] = [:]

    var page: Page {
        Page(
            "Movement: \(seen.toolName), \(seen.placeName)", section: .schools,
            crumbs: [
                Page.Crumb("Schools", "/schools"),
                Page.Crumb(seen.head.schoolName, EvaluationLinks.school(seen.head.school)),
                Page.Crumb(seen.area, MapLinks.area(seen.head.school, seen.area)),
            ], isWide: true, body: "\(notYet)\(seen.table.map(body) ?? nothing)")
    }

    private var nothing: HTML {
        emptyState(
            "Movement shows from the second agreed round on. Nothing is agreed here yet.",
            firstStep: "<a href=\"\(EvaluationLinks.sheet(seen.id))\">Go to the evaluation</a>")
    }

    private var notYet: HTML {
        .when(
            !seen.isFinished && seen.table != nil,
            notice("The round of \(seen.head.window.name) is not agreed yet, so it does not show here."))
    }

    private func body(_ table: MovementTable) -> HTML {
        guard table.rounds.count > 1 else {
            return emptyState(
                "\(table.rounds[0].window.name) was the first agreed round. Movement shows with the second.",
                firstStep: "<a href=\"\(EvaluationLinks.sheet(table.rounds[0].evaluation))\">Go to what was agreed</a>")
        }
        return "\(MovementSentence(table: table, evaluation: seen.id).html)\(chart(table))\(chips)\(statements(table))"
    }

    private var chips: HTML {
        filterChips(
            "Only", only.map { [Chip($0.chip, without: EvaluationLinks.movement(seen.id))] } ?? [])
    }

    /// By aspect, because thirty lines between four levels hide each other. What moved most is marked.
    private func chart(_ table: MovementTable) -> HTML {
        let aspects = table.aspects
        guard !aspects.isEmpty else { return .nothing }
        let most = aspects.compactMap(\.step).max() ?? 0
        return SlopeChart(
            title: "Each aspect: the average level of its judged statements",
            rounds: table.rounds.map(\.window.name),
            levels: LevelMark.scale(table.tool.version.scale.levels.map(\.name)),
            lines: aspects.map { SlopeChart.Line($0.name, $0.averages, isMarked: most > 0.05 && $0.step == most) }
        ).html
    }

    private func statements(_ table: MovementTable) -> HTML {
        let rows = table.rows.filter { only == nil || $0.movement.kind == only }
        let columns = [Column("Statement")] + table.rounds.map { Column($0.window.name) } + [Column("Movement")]
        return dataTable(
            "Statements", columns + (hasPlans(rows) ? [Column("Plans")] : []),
            rows.map { cells($0, table, withPlans: hasPlans(rows)) }, isCaptionHidden: true, layout: .stacking,
            empty: emptyState("No statement is of this kind."))
    }

    private func hasPlans(_ rows: [MovementTable.Row]) -> Bool {
        rows.contains { $0.ancestry.contains { plans[$0] != nil } }
    }

    private func cells(_ row: MovementTable.Row, _ table: MovementTable, withPlans: Bool) -> [HTML] {
        let name: HTML = """
            <a class="soft" href="\(EvaluationLinks.statement(row.evaluation, row.item.id))">\
            <span class="vh">Statement </span>\(row.item.item.number)</a> \(row.item.item.text)
            """
        let points = zip(row.points, table.rounds).map { point, round in cell(point, round) }
        return [name] + points + [moved(row.movement)] + (withPlans ? [alongside(row, table)] : [])
    }

    private func cell(_ point: MovementTable.Point?, _ round: Round) -> HTML {
        guard let point else { return "<span class=\"soft\">Not asked</span>" }
        let levels = LevelMark.scale(round.words)
        let since: HTML = .when(point.likeness == .close, "<span class=\"soft\">reworded since</span>")
        return "<div class=\"row\">\(point.verdicts.html { levelBadge(standing($0, levels)) })\(since)</div>"
    }

    private func moved(_ movement: Movement) -> HTML {
        switch movement {
        case .up: tag(movement.words, .good)
        case .down: tag(movement.words, .attention)
        case .same, .new, .retired: tag(movement.words)
        case .notJudged, .incomparable: "<span class=\"soft\">\(movement.words)</span>"
        }
    }

    /// A plan that was begun after the newest round has moved nothing yet, and says so.
    private func alongside(_ row: MovementTable.Row, _ table: MovementTable) -> HTML {
        var seen: Set<String> = []
        let found = row.ancestry.flatMap { plans[$0] ?? [] }.filter { seen.insert($0.address).inserted }
        let newest = table.rounds.last?.window.first
        return found.sorted { ($0.title, $0.address) < ($1.title, $1.address) }.html { plan in
            let since = newest.map { plan.starts > $0 } ?? false
            return """
                <div><a href="\(plan.address)">\(plan.title)</a> \
                \(since ? "<span class=\"soft\">begun since</span>" : tag(plan.health, plan.tone))</div>
                """
        }
    }
}

extension SeenMovement {
    fileprivate var placeName: String {
        head.departmentName.map { "\($0) at \(head.schoolName)" } ?? head.schoolName
    }
}

extension MovementTable.AspectLine {
    /// How far it moved between the last two rounds.
    fileprivate var step: Double? {
        guard let now = averages.last ?? nil, let then = averages.dropLast().last ?? nil else { return nil }
        return abs(now - then)
    }
}
