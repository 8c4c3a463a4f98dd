import Kernel
import Markup
import PlanRules
import Site

/// What can be done with a plan as a whole, by whoever looks.
struct PlanSteps: Sendable {
    let seen: SeenPlan
    let token: String
    /// What was typed with a step that was refused.
    var words = ""
    var errors = FieldErrors()

    private var id: PlanID { seen.id }

    /// The one thing that the plan waits for.
    var next: HTML {
        switch seen.plan.state {
        case .draft: .when(seen.may.writes, ready)
        case .submitted: .when(seen.may.approves, approvalForm(id, token: token) + sendingBack)
        case .approved:
            .when(
                seen.may.writes,
                buttonRow(postButton("Put the plan live", to: PlanLinks.start(id), token: token, .primary)))
        case .live, .maintained, .archived, .superseded: .nothing
        }
    }

    /// A draft is submitted when there is something to approve.
    private var ready: HTML {
        if seen.written.running.isEmpty { return .nothing }
        if let lacking = seen.written.lacking { return "<p class=\"soft\">Before it can be submitted: \(lacking)</p>" }
        return buttonRow(postButton("Submit for approval", to: PlanLinks.submission(id), token: token, .primary))
    }

    private var sendingBack: HTML {
        disclosure(
            "Send it back", isOpen: !errors.isEmpty,
            wordsForm(PlanLinks.sendingBack(id), "What is to be changed", "Send it back"))
    }

    /// What else may be done: revise, maintain, archive.
    var others: HTML {
        guard seen.may.writes else { return .nothing }
        switch seen.plan.state {
        case .approved, .live, .maintained: return "<h2>What next</h2>\(revision)\(maintenance)\(archive)\(handOver)"
        case .draft, .submitted: return handOver
        case .archived, .superseded: return .nothing
        }
    }

    private var revision: HTML {
        if let after = seen.after, !after.state.isAtWork {
            return "<p><a href=\"\(PlanLinks.plan(after.id))\">Go on with the revision</a></p>"
        }
        return """
            <p class="soft">A revision is a copy that can be changed. This plan stays in force until the copy goes live, \
            and readable afterwards.</p>\
            \(buttonRow(postButton("Revise this plan", to: PlanLinks.revision(id), token: token)))
            """
    }

    private var maintenance: HTML {
        .when(
            seen.plan.state == .live,
            disclosure(
                "Its outcomes are met: put it to maintenance",
                wordsForm(PlanLinks.maintenance(id), "What keeps it so", "Put to maintenance", isOptional: true)))
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
        return postForm(action, token: token, "\(textArea(field, value: words))\(buttonRow(button(press)))")
    }
}

/// - Parameter back: where the answer leads; the plan when nil.
func approvalForm(_ id: PlanID, token: String, back: String? = nil) -> HTML {
    postForm(
        PlanLinks.approval(id), token: token,
        """
        \(back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" } ?? .nothing)\
        \(buttonRow(button("Approve the plan", .primary)))
        """)
}
