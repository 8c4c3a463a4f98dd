import Kernel
import Markup
import PlanRules
import Site

/// What can be done with a plan as a whole, by whoever looks.
struct PlanSteps: Sendable {
    let seen: SeenPlan
    let token: String
    /// The actions at which nobody will look.
    var unlooked: [PlannedAction] = []
    /// What was typed with a step that was refused.
    var words = ""
    var errors = FieldErrors()

    private var id: PlanID { seen.id }
    private var changes: Int { seen.opened.changes }

    /// The one thing that the plan waits for.
    var next: HTML {
        switch seen.plan.state {
        case .draft: .when(seen.may.writes, ready)
        case .discarded:
            .when(
                seen.may.writes,
                "<div class=\"notice\">This draft was thrown away. \(postButton("Bring it back", to: PlanLinks.disposalEnd(id), token: token))</div>"
            )
        case .submitted: .when(seen.may.approves, approvalForm(id, seen: changes, token: token) + sendingBack)
        case .approved: .when(seen.may.writes, startForm(id, seen: changes, token: token)) + reconsideration
        case .live, .maintained, .archived, .superseded: .nothing
        }
    }

    /// A draft is submitted when there is something to approve; what is lacking leads to its place.
    private var ready: HTML {
        if seen.written.running.isEmpty { return .nothing }
        let lacking = seen.written.lacking
        let ways: HTML = lacking.html { lack in
            let way: HTML? = lack.priority.map { "<a href=\"#p-\($0.text)\">\(lack.sentence)</a>" }
            return "<li>\(way ?? HTML(lack.sentence))</li>"
        }
        if !lacking.isEmpty { return "<div class=\"notice\"><p>Before it can be submitted:</p><ul>\(ways)</ul></div>" }
        return unchecked
            + buttonRow(
                postButton(
                    "Submit for approval", to: PlanLinks.submission(id), token: token, version: changes, .primary))
    }

    private var unchecked: HTML {
        guard let first = unlooked.first else { return .nothing }
        let rest = unlooked.count == 1 ? "" : " The same is so of \(unlooked.count - 1) more."
        return """
            <p class="notice">Nobody will look whether <a href="#a-\(first.id.text)">“\(first.what)”</a> works: plan a check \
            before it is submitted.\(rest)</p>
            """
    }

    private var sendingBack: HTML {
        disclosure(
            "Send it back", isOpen: !errors.isEmpty,
            wordsForm(PlanLinks.sendingBack(id), "What is to be changed", "Send it back"))
    }

    /// Whoever approved too early takes it back in one press.
    private var reconsideration: HTML {
        .when(seen.may.reconsiders, quietPress("Take the approval back", PlanLinks.approvalEnd(id)))
    }

    /// What else may be done: revise, maintain, archive.
    var others: HTML {
        guard seen.may.writes else { return .nothing }
        switch seen.plan.state {
        case .approved, .live, .maintained: return "<h2>What next</h2>\(revision)\(maintenance)\(archive)\(handOver)"
        case .draft: return handOver + disposal
        case .submitted: return handOver + withdrawal
        case .discarded, .archived, .superseded: return .nothing
        }
    }

    private var withdrawal: HTML {
        buttonRow(postButton("Take it back to change it", to: PlanLinks.withdrawal(id), token: token, version: changes))
    }

    /// Undone in one press, so it is not asked about.
    private var disposal: HTML { quietPress("Throw this draft away", PlanLinks.disposal(id)) }

    private func quietPress(_ words: String, _ address: String) -> HTML {
        "<div class=\"quiet-links endings\">\(postButton(words, to: address, token: token, version: changes, .link))</div>"
    }

    private var revision: HTML {
        if let after = seen.after, !after.state.isAtWork {
            return "<p><a href=\"\(PlanLinks.plan(after.id))\">Go on with the revision</a></p>"
        }
        return """
            <p class="soft">A revision is a copy that can be changed. This plan stays in force until the copy goes live, \
            and readable afterwards.</p>\
            \(buttonRow(postButton("Revise this plan", to: PlanLinks.revision(id), token: token, makes: true)))
            """
    }

    private var maintenance: HTML {
        switch seen.plan.state {
        case .live:
            disclosure(
                "Its outcomes are met: put it to maintenance", isOpen: errors.sentence(for: "words") != nil,
                wordsForm(
                    PlanLinks.maintenance(id), "What keeps it so", "Put to maintenance",
                    isOptional: seen.written.isSomethingMet))
        case .maintained:
            buttonRow(postButton("Work at it again", to: PlanLinks.maintenanceEnd(id), token: token, version: changes))
        default: .nothing
        }
    }

    private var archive: HTML {
        disclosure(
            "It is over: archive it", isOpen: errors.sentence(for: "words") != nil,
            wordsForm(PlanLinks.archive(id), "What came of it", "Archive the plan"))
    }

    private var handOver: HTML {
        .when(
            !seen.opened.seats.isEmpty,
            "<p><a href=\"\(PlanLinks.handOver(id))\">Hand somebody’s duties in this plan over</a></p>")
    }

    private func wordsForm(_ action: String, _ label: String, _ press: String, isOptional: Bool = false) -> HTML {
        let field = FormField(
            "words", label, errors: errors, id: "words-\(action.split(separator: "/").last ?? "")",
            isOptional: isOptional)
        return postForm(
            action, token: token, version: changes, "\(textArea(field, value: words))\(buttonRow(button(press)))")
    }
}

/// - Parameters:
///   - changes: of the plan that is shown.
///   - back: where the answer leads; the plan when nil.
func approvalForm(_ id: PlanID, seen changes: Int, token: String, back: String? = nil) -> HTML {
    stepForm("Approve the plan", PlanLinks.approval(id), changes, token, back)
}

/// - Parameters: as of `approvalForm`.
func startForm(_ id: PlanID, seen changes: Int, token: String, back: String? = nil) -> HTML {
    stepForm("Put the plan live", PlanLinks.start(id), changes, token, back)
}

private func stepForm(_ words: String, _ address: String, _ changes: Int, _ token: String, _ back: String?) -> HTML {
    postForm(
        address, token: token, version: changes,
        """
        \(back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" } ?? .nothing)\
        \(buttonRow(button(words, .primary)))
        """)
}
