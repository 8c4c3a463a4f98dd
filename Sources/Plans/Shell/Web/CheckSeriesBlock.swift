import Kernel
import Markup
import PlanRules
import Site

// What a plan's page shows of its checks.

extension PlanChecks {
    /// How the plan stands.
    var healthBlock: HTML {
        .when(health.level != .notLive, "<p class=\"health\">\(healthTag(health.level)) \(health.sentence)</p>")
    }

    /// Everything that is looked at for one action or outcome, with the way to plan more in a draft.
    func block(of subject: CheckPlan.Subject, token: String) -> HTML {
        let own = series.filter { $0.planned.check.subject == subject }
        let isOpen = mayPlan && plan.state.isWritable
        let add: HTML = .when(
            isOpen,
            "<p class=\"quiet-links\"><a href=\"\(CheckLinks.newSeries(plan.id, subject))\">Plan a check</a></p>")
        if own.isEmpty {
            return .when(isOpen, "<p class=\"soft\">Nothing will be looked at here yet.</p>") + add
        }
        return own.html { SeriesBlock(checks: self, series: $0, token: token).html } + add
    }

    /// One press brings back what was just taken out.
    func undo(_ removed: CheckPlanID, token: String) -> HTML {
        guard mayPlan, plan.state.isWritable else { return .nothing }
        return """
            <div class="notice" role="status">The check was taken out. \
            \(postButton("Undo", to: CheckLinks.removalEnd(plan.id, removed), token: token))</div>
            """
    }
}

/// One series: what is looked at, by whom, how often; what was found last and what comes next.
struct SeriesBlock: Sendable {
    let checks: PlanChecks
    let series: CheckSeries
    let token: String

    private var check: CheckPlan { series.planned.check }
    private var done: [ImpactCheck] { series.looks.filter { $0.result != nil } }

    var html: HTML {
        """
        <div class="series" id="k-\(check.id.text)"><h5>\(check.looked)</h5><p class="soft">\(CheckSchedule(check).words), \(holder)</p>\
        \(.when(!check.how.isEmpty, paragraphs(check.how)))\(ended)\(standing)\(all)\(changes)</div>
        """
    }

    private var holder: HTML {
        guard let name = series.holder else { return tag("Nobody looks: hand over", .attention) }
        return "by \(name)"
    }

    private var ended: HTML {
        check.ended.map { "<p>\(tag("Ended")) \($0.day.long): \($0.reason)</p>" } ?? .nothing
    }

    private var standing: HTML {
        guard series.planned.isSealed else {
            let looks = CheckSchedule(check).looks(in: checks.calendar)
            guard let first = looks.first else { return "<p>No day of the calendar is left for it.</p>" }
            return
                "<p>\(looks.count == 1 ? "One look, on" : "\(looks.count) looks, the first on") \(first.due.short).</p>"
        }
        return "\(last)\(missed)\(next)"
    }

    private var last: HTML {
        guard let newest = done.max(by: { ($0.result?.day ?? $0.due) < ($1.result?.day ?? $1.due) }),
            let result = newest.result
        else { return "<p><span class=\"badge tone-unknown\">Not checked yet</span></p>" }
        let answer: HTML =
            result.response.map { response in
                "<br><b>\(response.kind.name)</b>\(.when(!response.words.isEmpty, ": \(response.words)"))"
            } ?? .nothing
        return """
            <p>\(result.rating.html) \(way(to: newest.id, ageText(result.day, on: checks.today)))\
            \(.when(!result.finding.isEmpty, ": \(result.finding)"))\(answer)</p>
            """
    }

    private var missed: HTML {
        let missed = waiting.filter { $0.standing(on: checks.today) == .missed }
        guard let oldest = missed.first else { return .nothing }
        let words = missed.count == 1 ? "1 missed" : "\(missed.count) missed"
        return """
            <p>\(tag(words, .problem)) \(way(to: oldest.id, ageText(oldest.due, on: checks.today, saying: "was due")))</p>
            """
    }

    private var next: HTML {
        guard let next = waiting.first(where: { $0.standing(on: checks.today) != .missed }) else { return .nothing }
        return "<p>Next look \(way(to: next.id, "\(next.due.short)"))</p>"
    }

    private var waiting: [ImpactCheck] { series.looks.filter { series.waiting.contains($0.id) } }

    private var all: HTML {
        guard series.looks.count > 1 else { return .nothing }
        return disclosure(
            "All \(series.looks.count) looks",
            "<ul>\(series.looks.html { "<li>\(way(to: $0.id, "\($0.due.short)")) \(mark($0))</li>" })</ul>"
        )
    }

    /// The words alone for who may not open the look.
    private func way(to look: CheckID, _ words: HTML) -> HTML {
        series.isOpen ? "<a href=\"\(CheckLinks.check(look))\">\(words)</a>" : words
    }

    private func mark(_ look: ImpactCheck) -> HTML {
        let late = look.lateness(in: checks.calendar).map { " <span class=\"soft\">\($0)</span>" as HTML } ?? .nothing
        if let result = look.result { return "\(result.rating.html)\(late)" }
        if look.standing(on: checks.today) == .missed { return tag("Missed", .problem) }
        return look.due <= checks.today ? tag("Due", .attention) : .nothing
    }

    private var changes: HTML {
        guard checks.mayPlan, check.ended == nil else { return .nothing }
        let plan = checks.plan.id
        if checks.plan.state.isWritable {
            return """
                <div class="quiet-links"><a href="\(CheckLinks.series(plan, check.id))">Change<span class="vh"> this \
                check</span></a> \(postButton("Take out", to: CheckLinks.removal(plan, check.id), token: token, .link))</div>
                """
        }
        guard series.planned.isSealed, checks.plan.state.isAtWork else { return .nothing }
        return """
            <p class="quiet-links endings"><a href="\(CheckLinks.ending(plan, check.id))">End this check</a></p>
            """
    }
}
