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
                \(lede("\(counts.failed) failed, \(counts.running) running, \(counts.waiting) waiting."))\(rest)\(pause)\(table)\
                \(.when(counts.total > view.lines.count, "<p>The first \(view.lines.count) are shown.</p>"))
                """)
    }

    /// Says why no letter goes, what becomes of those that wait, and lets them go.
    private var rest: HTML {
        guard let rest = view.atRest else { return .nothing }
        let old: HTML =
            rest.oldest.map { oldest in
                let (letters, age) = (rest.waiting, oldest.day.age(on: view.moment.day))
                return letters == 1
                    ? "<p>One letter was asked for before that, \(age). It is dropped and not sent.</p>"
                    : "<p>\(letters) letters were asked for before that, the oldest \(age). They are dropped and not sent.</p>"
            } ?? .nothing
        return card(
            """
            <h2>Letters rest</h2><p>This database was restored from a backup on \(rest.since.day.long) at \
            \(rest.since.clock), and may be a copy. No letter goes out until you say so.</p>\(old)\
            <p>Let them go when this is the database that people use, and no other one writes to them. The weekly letter \
            of the week in which it was restored is left out. Invite again whoever still waits for an invitation.</p>\
            \(postButton("Let letters go", to: PeopleLinks.resumeLetters, token: token, .primary))
            """)
    }

    private var pause: HTML {
        view.pause.map { pause in
            """
            <p>The mail server says that it is too much. The weekly letters go on at \(pause.until.clock); invitations do not \
            wait for them. <span class="soft">\(pause.reason)</span></p>
            """
        } ?? .nothing
    }

    /// Whether it goes when letters do.
    private func isDropped(_ line: JobLine) -> Bool {
        line.turn.isLetter && view.atRest.map { line.asked <= $0.since } == true
    }

    private var table: HTML {
        dataTable(
            "Jobs",
            [
                Column("Kind"), Column("Asked for"), Column("State"), .number("Tries"), Column("What went wrong"),
                Column("Again"),
            ],
            view.lines.map { line in
                [
                    "\(line.kind)", ageText(line.asked.day, on: view.moment.day), state(line), "\(line.tries)",
                    "\(line.lastError)", again(line),
                ]
            }, isCaptionHidden: true, layout: .stacking, empty: emptyState("Nothing waits, and nothing went wrong."))
    }

    private func state(_ line: JobLine) -> HTML {
        if isDropped(line) { return "Rests, and is dropped" }
        if line.turn.isLetter, view.atRest != nil { return "Rests" }
        return switch line.state {
        case .failed(let moment): "\(tag("Failed", .problem)) \(moment.day.short), \(moment.clock)"
        case .running: tag("Running", .good)
        case .waiting(let moment):
            moment <= view.moment ? "Due now" : "Due \(moment.day.short), \(moment.clock)"
        }
    }

    private func again(_ line: JobLine) -> HTML {
        guard case .failed = line.state, !isDropped(line) else { return .nothing }
        return postButton("Try again", to: PeopleLinks.tryAgain(line.id), token: token)
    }
}

extension JobCounts {
    fileprivate var total: Int { waiting + running + failed }
}
