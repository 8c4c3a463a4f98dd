import Kernel
import Markup
import People
import PlanRules
import Site

/// The plan as a document to be read, with quiet links to change it for those who may.
struct PlanPage: Sendable {
    let seen: SeenPlan
    let token: String
    var additions = PlanAdditions.none
    /// The part that was just removed, which one press brings back.
    var removed: PlanPart?
    /// What was typed to send it back or to end it, when that was refused.
    var words = ""
    var errors = FieldErrors()
    /// Whether a step was refused because the plan is another one than the reader saw.
    var isOvertaken = false

    var plan: Plan { seen.plan }
    var proForma: ProForma { seen.opened.proForma }

    /// Whether its words may be changed by the reader.
    var isOpen: Bool { seen.may.writes && plan.state.isWritable }

    /// Whether the reader may write news of the work.
    var takesNews: Bool { seen.may.writes && plan.state.takesNews }

    var page: Page {
        Page(
            plan.title, section: .plans, crumbs: crumbs, errors: errors,
            body: """
                \(overtaken)\(undoNotice)\(lede(about))\(standing)\(additions.health)\(vacancies)\(revision(isOpenQuestion: true))\
                \(steps.next)\(priorities)\(blockages)\(total)\(steps.others)\(revision(isOpenQuestion: false))\(life)
                """)
    }

    private var steps: PlanSteps {
        PlanSteps(seen: seen, token: token, unlooked: additions.unlooked, words: words, errors: errors)
    }

    private var crumbs: [Page.Crumb] {
        let school = plan.place.school.map { [Page.Crumb(seen.opened.names.school ?? "", PlanLinks.school($0))] } ?? []
        return [Page.Crumb("Plans", PlanLinks.list)] + school
    }

    /// `Department plan for English, Willowbrook Academy. 2 November 2026 to 26 March 2027.`
    private var about: String {
        "\(proForma.name) for \(seen.opened.names.whole). \(plan.starts.long) to \(plan.ends.long)."
    }

    private var standing: HTML {
        let change: HTML = .when(isOpen, " <a href=\"\(PlanLinks.details(plan.id))\">Change name and days</a>")
        return """
            <p>\(stateTag(plan.state)) \(stateSentence(seen))\(change)</p>\(said)\(related)\
            \(.when(!additions.ways.isEmpty, screenOnly(additions.ways)))
            """
    }

    /// What was said with the last step, where it is what the reader comes for.
    private var said: HTML {
        guard let last = seen.opened.steps.last, !last.words.isEmpty else { return .nothing }
        switch (plan.state, last.step) {
        case (.draft, .sentBack): return "<p class=\"notice\">\(last.who): “\(last.words)”</p>"
        case (.archived, .archived): return "<p class=\"notice\">What came of it: \(last.words)</p>"
        default: return .nothing
        }
    }

    private var related: HTML {
        let before: HTML =
            seen.before.map {
                "<p>Revises <a href=\"\(PlanLinks.plan($0.id))\">the plan \($0.byItsDays)</a>.</p>"
            } ?? .nothing
        let after: HTML =
            seen.after.map {
                $0.began != nil
                    ? "<p>In its place came <a href=\"\(PlanLinks.plan($0.id))\">the revision \($0.byItsDays)</a>.</p>"
                    : "<p><a href=\"\(PlanLinks.plan($0.id))\">A revision</a> of it is being written: \($0.state.name.lowercased()).</p>"
            } ?? .nothing
        return before + after
    }

    /// Before the decision where there is one to be made, at the end of the page once it is history.
    private func revision(isOpenQuestion: Bool) -> HTML {
        guard let revision = additions.revision, revision.isOpenQuestion == isOpenQuestion else { return .nothing }
        return revision.html
    }

    private var overtaken: HTML {
        .when(
            isOvertaken,
            "<div class=\"notice\" role=\"alert\">Somebody changed this plan while you had it open, so nothing was done. Here it is as it is now: read it again before you decide.</div>"
        )
    }

    private var undoNotice: HTML {
        guard let removed, seen.may.writes else { return .nothing }
        return """
            <div class="notice" role="status">The \(removed.name) was removed. \(postForm(
                PlanLinks.removalsEnd(plan.id), token: token, marks: .inline,
                "<input type=\"hidden\" name=\"part\" value=\"\(removed.text)\">\(button("Undo", .link))"))</div>
            """
    }

    private var vacancies: HTML {
        let vacant = seen.opened.vacant
        guard !vacant.isEmpty, ![.discarded, .archived, .superseded].contains(plan.state) else { return .nothing }
        let roles = vacant.map { $0.role.name.lowercasedFirst }.joined(separator: ", ")
        let sentence =
            vacant.count == 1
            ? "A post with duties in this plan has ended (\(roles)), and nobody has taken them up."
            : "\(vacant.count) posts with duties in this plan have ended (\(roles)), and nobody has taken them up."
        return """
            <div class="notice"><p>\(sentence) \
            \(.when(seen.may.writes, "<a href=\"\(PlanLinks.handOver(plan.id))\">Hand them over</a>"))</p></div>
            """
    }

    private var priorities: HTML {
        let all = seen.written.priorities
        let add: HTML = .when(
            isOpen,
            proForma.allows(priorities: seen.written.running.count + 1)
                ? buttonRow(linkButton("Add a priority", to: PlanLinks.newPriority(plan.id)))
                : "<p class=\"soft\">\(proForma.prioritiesSentence)</p>")
        guard !all.isEmpty else {
            return emptyState(
                "A plan holds a few priorities: what is to change, how one will know, and what will be done.") + add
        }
        return all.enumerated().html { index, priority in
            PrioritySection(page: self, number: index + 1, priority: priority).html
        } + add
    }

    private var blockages: HTML {
        guard proForma.hasBlockages else { return .nothing }
        return BlockageSection(page: self).html
    }

    private var total: HTML {
        let cost = seen.written.runningActions.map(\.cost).reduce(.none, +)
        return .when(!cost.isNothing, "<p>Together this takes <b>\(cost.spoken)</b>.</p>")
    }

    private var life: HTML {
        let steps = seen.opened.steps.html { step in
            let words: HTML = .when(!step.words.isEmpty, ": \(step.words)")
            return "<li>\(step.step.name) by \(step.who), \(step.at.day.long)\(words)</li>"
        }
        let drafted = seen.opened.drafted
        return """
            <h2>How it came about</h2><ul><li>Begun by \(drafted.who), \(drafted.at.day.long)</li>\(steps)</ul>\
            \(.when(seen.may.writes, "<p><a href=\"\(PlanLinks.history(plan.id))\">Every change, step by step</a></p>"))
            """
    }
}

func stateTag(_ state: PlanState) -> HTML {
    switch state {
    case .live: tag(state.name, .good)
    case .submitted: tag(state.name, .attention)
    default: tag(state.name)
    }
}

/// Where it stands, with names and days.
private func stateSentence(_ seen: SeenPlan) -> String {
    let last = seen.opened.steps.last
    switch seen.plan.state {
    case .draft:
        guard let last, last.step == .sentBack else { return "Only those who plan here see it." }
        return "Sent back by \(last.who) on \(last.at.day.long)."
    case .submitted:
        let back = last.flatMap {
            $0.step == .reconsidered ? "\($0.who) took the approval back on \($0.at.day.long). " : nil
        }
        let submission = seen.opened.steps.last { $0.step == .submitted }
        return submission.map {
            "Submitted by \($0.who) on \($0.at.day.long). \(back ?? "")\(seen.plan.whoApproves)"
        } ?? ""
    case .approved, .live, .maintained:
        let who = seen.opened.approval.map { "by \($0.who) on \($0.at.day.long)." } ?? ""
        return seen.plan.state == .approved || who.isEmpty ? who : "Approved \(who)"
    case .archived: return last.map { "by \($0.who) on \($0.at.day.long)." } ?? ""
    case .discarded: return last.map { "by \($0.who) on \($0.at.day.long)." } ?? ""
    case .superseded: return last.map { "Since \($0.at.day.long)." } ?? ""
    }
}
