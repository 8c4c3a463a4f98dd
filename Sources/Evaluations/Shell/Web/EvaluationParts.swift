import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

// Parts that the sheet, the card and the joint room share.

/// What this evaluation is, how far it has come and who did what.
func evaluationSummary(_ seen: SeenEvaluation) -> HTML {
    let rows = [
        SummaryRow(
            "Tool",
            "\(panelLink("\(seen.tool.version.name), \(seen.tool.version.version)", to: EvaluationLinks.tool(seen.tool)))"
        ),
        SummaryRow(
            "Window", "\(seen.head.window.name), \(seen.head.window.first.long) to \(seen.head.window.last.long)"),
        SummaryRow(
            "Stage", "\(tag(seen.stage.name, seen.stage == .finished ? .good : .plain)) \(HTML(stageSentence(seen)))"),
    ]
    let history: HTML =
        seen.standpoint.side != nil && seen.stage != .judging
        ? "<p><a href=\"\(EvaluationLinks.history(seen.id))\">Everything that happened, step by step</a></p>" : .nothing
    let movement: HTML =
        seen.stage == .finished && seen.head.before != nil
        ? "<p><a href=\"\(EvaluationLinks.movement(seen.id))\">What moved since last time</a></p>" : .nothing
    return summaryList(rows) + movement + history
}

/// Where it stands, in a sentence with names and days.
func stageSentence(_ seen: SeenEvaluation) -> String {
    switch seen.stage {
    case .judging:
        let waiting = Side.allCases.filter { seen.milestones.ready[$0] == nil }.map(\.name)
        if waiting.isEmpty { return "Both sides are ready to reveal." }
        return waiting.count == 2 ? "Both sides are judging." : "\(waiting[0]) is still judging."
    case .agreeing where seen.standpoint == .reader: return "Both sides are talking it through."
    case .agreeing:
        let open = seen.open.count
        return open == 0 ? "Everything is agreed; two names are wanted." : "\(open) still to be agreed."
    case .finished:
        let names = Side.allCases.compactMap { seen.milestones.signed[$0] }.map { "\($0.who) on \($0.at.day.long)" }
        return "Agreed by \(names.joined(separator: " and "))."
    }
}

/// The one primary thing to do next, for whoever looks.
func nextStep(_ seen: SeenEvaluation, token: String) -> HTML {
    guard let side = seen.standpoint.side else { return .nothing }
    switch seen.stage {
    case .judging:
        let isDone = seen.progress(of: side).done == seen.items.count
        let first = seen.order.first { Progress(of: seen.judgements[side]?[$0]).done == 0 } ?? seen.order.first
        return buttonRow(
            """
            \(first.map { linkButton("One statement at a time", to: EvaluationLinks.card(seen.id, $0), isDone ? .quiet : .primary) } ?? .nothing)\
            \(readiness(seen, side, token: token, isDone ? .primary : .quiet))\
            \(linkButton("Joint room", to: EvaluationLinks.room(seen.id)))
            """)
    case .agreeing: return buttonRow(linkButton("Go to the joint room", to: EvaluationLinks.room(seen.id), .primary))
    case .finished: return buttonRow(linkButton("What was agreed, and how", to: EvaluationLinks.room(seen.id)))
    }
}

/// Says or takes back that this side has judged what it can.
func readiness(_ seen: SeenEvaluation, _ side: Side, token: String, _ look: ButtonLook = .primary) -> HTML {
    seen.milestones.ready[side] == nil
        ? postButton("Say that we are ready", to: EvaluationLinks.readiness(seen.id), token: token, look)
        : postButton("Not ready after all", to: EvaluationLinks.readinessEnd(seen.id), token: token)
}

/// A statement that can no longer be judged here: what each side said, as far as it may be seen, and what counts.
func settledStatement(_ seen: SeenEvaluation, _ item: PublishedItem) -> HTML {
    let agreement = seen.agreements[item.id]
    let sides = Side.allCases.compactMap { side in seen.judgements[side]?[item.id].map { (side, $0) } }
    return """
        <article class="card" id="\(EvaluationLinks.cardID(item.id))"><h3><span class="soft">\(item.item.number)</span> \
        \(item.item.text)</h3><p>\(levelBadge(seen.tool.standing(agreement?.verdict))) \
        \(agreement.map { agreed($0, seen.today) } ?? .nothing)</p>\
        \(.when(!sides.isEmpty, disclosure("What each side judged", sides.html { sideWords(seen, $0, $1) })))</article>
        """
}

private func agreed(_ agreement: Agreement, _ today: Day) -> HTML {
    let words = agreement.words.isEmpty ? agreement.basis.name : "\(agreement.basis.name): \(agreement.words)"
    return "<span class=\"soft\">\(words). \(ageText(agreement.at.day, on: today, saying: "agreed"))</span>"
}

/// One side's judgement in words.
func sideWords(_ seen: SeenEvaluation, _ side: Side, _ judgement: Judgement?) -> HTML {
    guard let judgement else {
        return "<div><h4>\(side.name)</h4><p>\(levelBadge(.notJudged))</p></div>"
    }
    return """
        <div><h4>\(side.name)</h4><p>\(levelBadge(seen.tool.standing(judgement.verdict)))</p>\
        \(paragraphs(judgement.reason))<p class="soft">\(judgement.by), \(judgement.at.day.long)</p></div>
        """
}
