import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// Where both sides come together: first to reveal, then to talk through what differs, at last to put their names to it.
struct JointRoomPage: Sendable {
    let seen: SeenEvaluation
    let token: String
    /// A statement whose agreement could not be taken, as it was typed.
    var refused: AgreementCard?
    /// Errors of the finish and of a reopening.
    var errors = FieldErrors()
    var reason = ""
    /// Whether a step was refused because something else stands here than the reader saw.
    var isOvertaken = false

    var page: Page {
        Page(
            "Joint room", section: .evaluate,
            crumbs: seen.crumbs + [Page.Crumb(seen.tool.version.name, EvaluationLinks.sheet(seen.id))],
            errors: refused?.pointedErrors ?? errors, isWide: true,
            body: "\(overtaken)\(evaluationSummary(seen))\(stage)")
    }

    private var overtaken: HTML {
        .when(
            isOvertaken,
            "<div class=\"notice\" role=\"alert\">Somebody changed what stands here while you had it open, so nothing was done. Here it is as it is now: read it again before you decide.</div>"
        )
    }

    private var stage: HTML {
        switch seen.stage {
        case .judging: waiting
        case .agreeing where seen.standpoint == .reader:
            lede("What was agreed can be read once both names are under it.")
        case .agreeing: agreeing
        case .finished: finished
        }
    }

    private var waiting: HTML {
        guard let side = seen.standpoint.side else { return lede("Both sides are judging.") }
        let both = seen.milestones.ready.count == 2
        return """
            \(lede(
                "Each side judges for itself, and neither sees the other's judgement before both are ready and one of you reveals."
            ))\
            \(summaryList(Side.allCases.map { SummaryRow($0.name, readyWords($0)) }))\
            \(buttonRow(both
                ? postButton("Reveal both", to: EvaluationLinks.reveal(seen.id), token: token, version: seen.judgedVersion(of: side), .primary)
                    + readinessEnd(side)
                : readiness(seen, side, token: token) + linkButton("Back to judging", to: EvaluationLinks.sheet(seen.id))))
            """
    }

    private func readinessEnd(_ side: Side) -> HTML {
        postButton("Not ready after all", to: EvaluationLinks.readinessEnd(seen.id), token: token)
    }

    private func readyWords(_ side: Side) -> HTML {
        guard let mark = seen.milestones.ready[side] else { return "\(tag("Still judging"))" }
        return "\(tag("Ready", .good)) \(HTML("\(mark.who), \(mark.at.day.long) at \(mark.at.clock)"))"
    }

    private var agreeing: HTML {
        let open = Set(seen.open)
        let equal = seen.items.filter { seen.agreements[$0]?.basis == .equal }
        let talked = seen.items.filter { seen.agreements[$0].map { $0.basis != .equal } ?? false }
        return """
            \(progressBar("Agreed", done: seen.agreements.count, of: seen.agreements.count + open.count, id: "agreed"))\
            \(group("To talk through", seen.items.filter(open.contains), empty: "Nothing is left to talk through."))\
            \(folded("Agreed after talking", talked, canChange: true))\
            \(signing(isOpen: open.isEmpty))\
            \(folded("Both judged the same", equal))\
            \(folded("Not judged by either side", notJudged))
            """
    }

    private var notJudged: [ItemID] {
        seen.items.filter { item in
            seen.agreements[item] == nil && !seen.open.contains(item)
        }
    }

    private func group(_ title: String, _ items: [ItemID], empty: String) -> HTML {
        """
        <section><h2>\(title) <span class="soft">\(items.count)</span></h2>\
        \(items.isEmpty ? "<p>\(empty)</p>" : cards(items))</section>
        """
    }

    private func cards(_ items: [ItemID]) -> HTML {
        items.compactMap(seen.tool.item).html { item in
            if let refused, refused.item.id == item.id { return refused.html(seen, token: token) }
            return AgreementCard(seen, item).html(seen, token: token)
        }
    }

    /// A list that opens on request; open at once when a statement of it was refused.
    private func folded(_ title: String, _ items: [ItemID], canChange: Bool = false) -> HTML {
        guard !items.isEmpty else { return .nothing }
        let list = canChange ? cards(items) : items.compactMap(seen.tool.item).html { settledStatement(seen, $0) }
        let isRefused = refused.map { items.contains($0.item.id) } ?? false
        return disclosure("\(title) (\(items.count))", isOpen: isRefused, list)
    }

    private func signing(isOpen: Bool) -> HTML {
        guard let side = seen.standpoint.side else { return .nothing }
        let names = Side.allCases.map { SummaryRow($0.name, nameWords($0)) }
        let sign: HTML =
            isOpen && seen.milestones.signed[side] == nil
            ? postButton(
                "Put my name to it", to: EvaluationLinks.signatures(seen.id), token: token, version: seen.agreedVersion,
                .primary)
            : .nothing
        return """
            <section><h2>Two names</h2>\(summaryList(names))\
            <p class="soft">\(isOpen
                ? HTML("\(seen.tally.judged) agreed, \(seen.tally.left) left until next time, \(seen.tally.notJudged) not judged. With the second name nothing changes any more.")
                : "Names can be put once every differing statement is agreed or left.")</p>\(sign)</section>
            """
    }

    private func nameWords(_ side: Side) -> HTML {
        seen.milestones.signed[side].map { HTML("\($0.who), \($0.at.day.long) at \($0.at.clock)") }
            ?? "\(tag("Wanted"))"
    }

    private var finished: HTML {
        """
        \(seen.aspects.html { part in
            "<section><h2>\(part.aspect.name)</h2>\(part.items.html { settledStatement(seen, $0) })</section>"
        })\(seen.mayReopen ? reopening : .nothing)
        """
    }

    private var reopening: HTML {
        disclosure(
            "Open it again", isOpen: !errors.isEmpty,
            postForm(
                EvaluationLinks.reopenings(seen.id), token: token,
                """
                \(textArea(
                    FormField(
                        "reason", "Why it has to be opened again", hint: "Both sides will see this, and both names are wanted anew.",
                        errors: errors), value: reason))\(buttonRow(button("Open it again", .warning)))
                """))
    }
}
