import Kernel
import Markup
import PlanRules
import Site

/// How a school's plans stand: for its leaders and its liaison.
struct HealthPage: Sendable {
    let health: SchoolHealth

    var page: Page {
        Page(
            "How the plans of \(health.schoolName) stand", section: .plans,
            crumbs: [Page.Crumb("Schools", "/schools"), Page.Crumb(health.schoolName, "/schools/\(health.school)")],
            isWide: true, body: "\(lede(sentence))\(figures)\(plans)\(oldest)")
    }

    private var sentence: String {
        guard let window = health.window else { return "The calendar does not know this half term." }
        let figures = health.figures
        if figures.due + figures.waiting == 0 { return "No check fell due in \(window.name) yet." }
        let before = health.missed - figures.missed
        let older = before == 0 ? "" : " \(before) of earlier half terms \(before == 1 ? "is" : "are") still missed."
        if figures.due == 0 { return "No check came to its last day in \(window.name) yet.\(older)" }
        return
            "In \(window.name), of \(figures.due) \(figures.due == 1 ? "check" : "checks"): \(figures.onTime) done on "
            + "time, \(figures.late) late, \(figures.missed) missed.\(older)"
    }

    private var figures: HTML {
        let figures = health.figures
        if figures.due + figures.waiting == 0 { return .nothing }
        let answers = ResponseKind.allCases.compactMap { kind in
            figures.responses[kind].map { "\($0) × \(kind.name.lowercased())" }
        }
        return """
            \(.when(figures.due > 0, progressBar("Done on time", done: figures.onTime, of: figures.due)))\
            \(summaryList([
                SummaryRow("Done late", "\(figures.late)"), SummaryRow("Missed", missed),
                SummaryRow("Due now", "\(figures.waiting)"),
                SummaryRow("What followed", "\(answers.isEmpty ? "nothing yet" : answers.joined(separator: ", "))"),
            ]))
            """
    }

    private var missed: HTML {
        health.figures.missed == 0 ? "0" : tag("\(health.figures.missed)", .problem)
    }

    private var plans: HTML {
        """
        <h2>Plans</h2>\(dataTable(
            "Plans", [Column("Plan"), Column("For"), Column("Stands"), Column("Why")],
            health.plans.map { line in
                [
                    "<a href=\"\(PlanLinks.plan(line.plan))\">\(line.title)</a>", "\(line.placeName)",
                    healthTag(line.health.level), "\(line.health.sentence)",
                ]
            }, isCaptionHidden: true, layout: .stacking,
            empty: emptyState(
                "Plans that are approved or live stand here, with what was found when they were checked.",
                firstStep: "<a href=\"/plans\">Go to the plans</a>")))
        """
    }

    private var oldest: HTML {
        guard !health.oldest.isEmpty else { return .nothing }
        let all: HTML = .when(
            health.missed > health.oldest.count,
            "<p><a href=\"\(CheckLinks.missed(at: health.school))\">All \(health.missed) missed checks</a></p>")
        return "<h2>Longest unchecked</h2>\(missedTable(health.oldest, today: health.today))\(all)"
    }
}

/// How a plan stands, as a word with its colour; what was not checked has none.
func healthTag(_ level: PlanHealth.Level) -> HTML {
    switch level {
    case .red: tag(level.name, .red)
    case .amber: tag(level.name, .amber)
    case .green: tag(level.name, .green)
    case .missed: tag(level.name, .problem)
    case .unknown: "<span class=\"badge tone-unknown\">\(level.name)</span>"
    case .notLive: tag(level.name)
    }
}

/// Missed looks, each with its age and who was to look.
func missedTable(_ lines: [CheckLine], today: Day) -> HTML {
    dataTable(
        "Missed checks", [Column("What"), Column("Plan"), Column("Where"), Column("Who looks"), Column("Was due")],
        lines.map { line in
            [
                "<a href=\"\(CheckLinks.check(line.id))\">\(line.looked)</a>",
                "<a href=\"\(PlanLinks.plan(line.plan))\">\(line.planTitle)</a>", "\(line.placeName)",
                "\(line.holder ?? "nobody: hand over")", ageText(line.look.due, on: today),
            ]
        }, isCaptionHidden: true, layout: .stacking)
}
