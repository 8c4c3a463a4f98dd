import Jobs
import Kernel
import Markup
import Site

/// The work that runs by itself, for the operator: what failed and why, what runs, what waits.
struct JobsPage: Sendable {
    let view: JobsView
    let token: String
    var notice: String?

    var page: Page {
        let counts = view.counts
        return Page(
            "Work that runs by itself", section: .administration,
            crumbs: [Page.Crumb("People", PeopleLinks.people)], notice: notice, isWide: true,
            body: """
                \(lede("\(counts.failed) failed, \(counts.running) running, \(counts.waiting) waiting."))\(table)\
                \(.when(counts.total > view.lines.count, "<p>The first \(view.lines.count) are shown.</p>"))
                """)
    }

    private var table: HTML {
        dataTable(
            "Jobs", [Column("Kind"), Column("State"), .number("Tries"), Column("What went wrong"), Column("Again")],
            view.lines.map { line in
                ["\(line.kind)", state(line), "\(line.tries)", "\(line.lastError)", again(line)]
            }, isCaptionHidden: true, layout: .stacking, empty: emptyState("Nothing waits, and nothing went wrong."))
    }

    private func state(_ line: JobLine) -> HTML {
        switch line.state {
        case .failed(let moment): "\(tag("Failed", .problem)) \(moment.day.short), \(moment.clock)"
        case .running: tag("Running", .good)
        case .waiting(let moment):
            moment <= view.moment ? "Due now" : "Due \(moment.day.short), \(moment.clock)"
        }
    }

    private func again(_ line: JobLine) -> HTML {
        guard case .failed = line.state else { return .nothing }
        return postButton("Try again", to: PeopleLinks.tryAgain(line.id), token: token)
    }
}

extension JobCounts {
    fileprivate var total: Int { waiting + running + failed }
}
